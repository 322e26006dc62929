import type { Locale } from '../knowledge/schema.ts';
import { LANGUAGE_TAGS } from './words.ts';

/** How numbers, dates and lists are written in one language. */
export interface Format {
  locale: Locale;
  number(value: number, decimals?: number): string;
  percent(value: number, decimals?: number): string;
  range(from: number, to: number): string;
  /** A calendar date written YYYY-MM-DD. */
  date(day: string): string;
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
  const dates = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const lists = {
    conjunction: new Intl.ListFormat(tag, { type: 'conjunction' }),
    disjunction: new Intl.ListFormat(tag, { type: 'disjunction' }),
  };
  return {
    locale,
    number,
    percent: (value, decimals = 0) => `${number(value, decimals)}${PERCENT[locale]}`,
    range: (from, to) => `${number(from)}–${number(to)}`,
    date: (day) => dates.format(new Date(`${day}T00:00:00Z`)),
    list: (items, type = 'conjunction') => lists[type].format(items),
  };
}

/** Russian groups digits from five on. */
const GROUPING = { en: 'auto', pt: 'auto', ru: 'min2' } as const satisfies Record<Locale, string>;

const PERCENT: Record<Locale, string> = { en: '%', pt: '%', ru: ' %' };
