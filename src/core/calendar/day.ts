/** A calendar date as the number of days since 1970-01-01: no clock, no zone, so adding 1 is always the next date. */
export type Day = number;

export interface CalendarDate {
  year: number;
  /** 1 is January. */
  month: number;
  date: number;
}

const AVERAGE_YEAR = 365.2425;
/** From the 1st of March of the year 0. */
const DAYS_TO_1970 = 719_468;

// Both ways count years from the 1st of March, so that a leap day is the last day of its year.

export function dayOf({ year, month, date }: CalendarDate): Day {
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  return firstOfMarch(marchYear) + daysBeforeMonth(monthFromMarch) + date - 1;
}

export function calendarDate(day: Day): CalendarDate {
  let marchYear = Math.floor(day / AVERAGE_YEAR) + 1971;
  while (firstOfMarch(marchYear) > day) marchYear -= 1;
  const dayOfYear = day - firstOfMarch(marchYear);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  return {
    year: month > 2 ? marchYear : marchYear + 1,
    month,
    date: dayOfYear - daysBeforeMonth(monthFromMarch) + 1,
  };
}

/** The day as YYYY-MM-DD. */
export function formatDay(day: Day): string {
  const { year, month, date } = calendarDate(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The day that it is, at this moment, where the reader is. */
export function localDay(moment: Date): Day {
  return dayOf({ year: moment.getFullYear(), month: moment.getMonth() + 1, date: moment.getDate() });
}

/** For `Intl.DateTimeFormat` with `timeZone: 'UTC'`, and for nothing else: in any other zone it may be another date. */
export function utcDateForIntl(day: Day): Date {
  return new Date(day * 86_400_000);
}

function firstOfMarch(year: number): Day {
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays - DAYS_TO_1970;
}

function daysBeforeMonth(monthFromMarch: number): number {
  return Math.floor((153 * monthFromMarch + 2) / 5);
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
