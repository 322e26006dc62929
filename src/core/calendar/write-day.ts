import type { Locale } from '../../knowledge/schema.ts';
import { LANGUAGE_TAGS } from '../words.ts';
import { type Day, utcDateForIntl } from './day.ts';

const STYLES = {
  /** Wednesday, November 25 */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Wednesday, November 25, 2026 */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** Wed, Nov 25 */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type DayStyle = keyof typeof STYLES;

const writers = new Map<string, Intl.DateTimeFormat>();

/** A date with its weekday, as people of that language write it. */
export function writeDay(day: Day, locale: Locale, style: DayStyle): string {
  const key = `${locale} ${style}`;
  const writer =
    writers.get(key) ?? new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { ...STYLES[style], timeZone: 'UTC' });
  writers.set(key, writer);
  return writer.format(utcDateForIntl(day));
}
