import type { Day } from '../calendar/day.ts';
import type { Advice } from './adapt.ts';
import type { LoggedDay } from './log.ts';

/** When the days of the plan fall, once some of them were held, left out or begun again. */
export interface Course {
  /** The date that the advice is for: today, or the day after the last one logged. */
  next: Day;
  dateOf(day: number): Day;
}

export interface Since {
  /** The date of day 0. */
  start: Day;
  today: Day;
  log: readonly LoggedDay[];
}

/** Without a log, day n is n days after the start; with one, what is still to come begins on the next date. */
export function courseOf({ start, today, log }: Since, advice: Advice | undefined): Course {
  const newest = log.at(-1);
  if (advice === undefined || newest === undefined || advice.because === 'moved') {
    return { next: Math.max(today, start), dateOf: (day) => start + day };
  }
  const { level, planDay } = advice;
  const next = Math.max(today, start + newest.day + repeats(log) + 1);
  if (level === 'restart') return { next, dateOf: (day) => next + day };
  return {
    next,
    dateOf: (day) => (day < planDay ? start + day + repeats(log, day) : next + day - planDay),
  };
}

/** A day of the plan that was held is logged once for each date, and moves every later day. */
function repeats(log: readonly LoggedDay[], before = Number.POSITIVE_INFINITY): number {
  return log.filter(({ day }, index) => day < before && log[index - 1]?.day === day).length;
}
