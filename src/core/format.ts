import type { Locale } from '../knowledge/schema.ts';
import { type Day, utcDateForIntl } from './calendar/day.ts';
import { LANGUAGE_TAGS } from './words.ts';

/** How numbers, dates and lists are written in one language. */
export interface Format {
  locale: Locale;
  number(value: number, decimals?: number): string;
  percent(value: number, decimals?: number): string;
  range(from: number, to: number): string;
  /** A calendar date written YYYY-MM-DD. */
  date(day: string): string;
  /** With its weekday: "Tuesday, 1 December 2026". */
  day(day: Day): string;
  /** Where the year goes without saying: "Tuesday 1 December". */
  dayOfYear(day: Day): string;
  /** For tables: "Tue 1 Dec". */
  shortDay(day: Day): string;
  /** A moment in milliseconds, by the reader's clock: "1 Dec 2026, 14:05". */
  moment(time: number): string;
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
}

const formats = new Map<Locale, Format>();

export function formatFor(locale: Locale): Format {
  const known = formats.get(locale) ?? makeFormat(locale);
  formats.set(locale, known);
  return known;
}

function makeFormat(locale: Locale): Format {
  const tag = LANGUAGE_TAGS[locale];
  const numbers = Array.from(
    { length: 3 },
    (_, digits) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits, useGrouping: GROUPING[locale] }),
  );
  const number = (value: number, decimals = 0) => (numbers[decimals] ?? numbers[0])?.format(value) ?? String(value);
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(DATE_TAGS[locale], { ...options, timeZone: 'UTC' });
  const long = dates({ dateStyle: 'long' });
  const full = dates({ dateStyle: 'full' });
  const ofYear = dates({ weekday: 'long', day: 'numeric', month: 'long' });
  const short = dates({ weekday: 'short', day: 'numeric', month: MONTHS[locale] });
  const moments = new Intl.DateTimeFormat(DATE_TAGS[locale], { dateStyle: 'medium', timeStyle: 'short' });
  const lists = {
    conjunction: new Intl.ListFormat(tag, { type: 'conjunction' }),
    disjunction: new Intl.ListFormat(tag, { type: 'disjunction' }),
  };
  return {
    locale,
    number,
    percent: (value, decimals = 0) => `${number(value, decimals)}${PERCENT[locale]}`,
    range: (from, to) => `${number(from)}–${number(to)}`,
    date: once((day) => long.format(new Date(`${day}T00:00:00Z`))),
    day: once((day) => full.format(utcDateForIntl(day))),
    dayOfYear: once((day) => ofYear.format(utcDateForIntl(day))),
    shortDay: once((day) => short.format(utcDateForIntl(day))),
    moment: (time) => moments.format(time),
    list: (items, type = 'conjunction') => lists[type].format(items),
  };
}

/** Writes each day once: a plan is drawn anew at every keystroke, mostly with the same dates. */
function once<D extends Day | string>(write: (day: D) => string): (day: D) => string {
  const written = new Map<D, string>();
  return (day) => {
    const text = written.get(day) ?? write(day);
    written.set(day, text);
    return text;
  };
}

/** The day before the month, as everywhere but in the United States. */
const DATE_TAGS: Record<Locale, string> = { ...LANGUAGE_TAGS, en: 'en-GB' };

/** In a table, where each language has its shortest way that is never misread. */
const MONTHS = { en: 'short', pt: '2-digit', ru: '2-digit' } as const satisfies Record<Locale, string>;

/** Russian groups digits from five on. */
const GROUPING = { en: 'auto', pt: 'auto', ru: 'min2' } as const satisfies Record<Locale, string>;

const PERCENT: Record<Locale, string> = { en: '%', pt: '%', ru: ' %' };
