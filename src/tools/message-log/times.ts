import type { Locale } from '../../knowledge/schema.ts';

/** How instants of the log are written, in its zone. */
export interface Times {
  /** Date and time to the second. */
  moment(at: number): string;
  day(at: number): string;
  /** From one moment to another, naming nothing twice. */
  span(from: number, to: number): string;
  days(from: number, to: number): string;
  /** As a spreadsheet reads it: 2026-11-20 10:30:05. */
  plain(at: number): string;
}

const known = new Map<string, Times>();

/** Making the writers of dates costs more than using them. */
export function timesFor(locale: Locale, timeZone: string): Times {
  const key = `${locale} ${timeZone}`;
  const times = known.get(key) ?? makeTimes(locale, timeZone);
  known.set(key, times);
  return times;
}

function makeTimes(locale: Locale, timeZone: string): Times {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone, hourCycle: 'h23' });
  const date = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const moment = write({ ...date, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const minutes = write({ ...date, weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const day = write({ ...date, weekday: 'short' });
  const days = write(date);
  const plain = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return {
    moment: (at) => moment.format(at),
    day: (at) => day.format(at),
    span: (from, to) => minutes.formatRange(from, to),
    days: (from, to) => days.formatRange(from, to),
    plain: (at) => plain.format(at),
  };
}

/** The day before the month, as everywhere but in the United States. */
const TAGS: Record<Locale, string> = { en: 'en-GB', pt: 'pt-BR', ru: 'ru' };
