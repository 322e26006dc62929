import { type Day, dayOf, formatDay } from './day.ts';

/** WhatsApp was founded in 2009; a date after 2100 is a slip of the finger. */
export const DAY_RANGE = {
  min: dayOf({ year: 2009, month: 1, date: 1 }),
  max: dayOf({ year: 2100, month: 12, date: 31 }),
};

export type DayFault =
  | { reason: 'not-a-date' }
  | { reason: 'no-such-day' }
  | { reason: 'before'; limit: Day }
  | { reason: 'after'; limit: Day };

export type TypedDay = { state: 'empty' } | { state: 'good'; value: Day } | { state: 'bad'; fault: DayFault };

/** Reads YYYY-MM-DD with spaces around it; the 30th of February is an error, never the 2nd of March. */
export function readDay(typed: string): TypedDay {
  const text = typed.trim();
  if (text === '') return { state: 'empty' };
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return { state: 'bad', fault: { reason: 'not-a-date' } };
  const value = dayOf({ year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), date: Number(text.slice(8)) });
  if (formatDay(value) !== text) return { state: 'bad', fault: { reason: 'no-such-day' } };
  if (value < DAY_RANGE.min) return { state: 'bad', fault: { reason: 'before', limit: DAY_RANGE.min } };
  if (value > DAY_RANGE.max) return { state: 'bad', fault: { reason: 'after', limit: DAY_RANGE.max } };
  return { state: 'good', value };
}
