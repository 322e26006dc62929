import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { calendarDate, dayOf, formatDay, localDay, utcDateForIntl, weekdayOf } from './day.ts';
import { DAY_RANGE, readDay } from './read-day.ts';

const day = (text: string): number => {
  const read = readDay(text);
  if (read.state !== 'good') throw new Error(`${text} is no day`);
  return read.value;
};

const anyDay = fc.integer({ min: -800_000, max: 800_000 });

describe('days', () => {
  it('counts from 1970-01-01', () => {
    expect(dayOf({ year: 1970, month: 1, date: 1 })).toBe(0);
    expect(dayOf({ year: 1969, month: 12, date: 31 })).toBe(-1);
    expect(dayOf({ year: 2000, month: 3, date: 1 })).toBe(11_017);
  });

  it('agrees with the Gregorian calendar of the runtime on every day', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = new Date(number * 86_400_000);
        const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
        expect(calendarDate(number)).toEqual(expected);
        expect(dayOf(expected)).toBe(number);
        expect(weekdayOf(number) % 7).toBe(date.getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  it('goes through every day from 2009 to 2100 without a gap', () => {
    let previous = '';
    for (let number = DAY_RANGE.min; number <= DAY_RANGE.max; number += 1) {
      const text = formatDay(number);
      expect(text > previous).toBe(true);
      expect(day(text)).toBe(number);
      previous = text;
    }
    expect(DAY_RANGE.max - DAY_RANGE.min + 1).toBe(33_602);
  });

  it.each([
    ['2024-02-28', '2024-02-29'],
    ['2023-02-28', '2023-03-01'],
    ['2096-02-28', '2096-02-29'],
    ['2100-02-28', '2100-03-01'],
    ['2025-12-31', '2026-01-01'],
    ['2011-12-29', '2011-12-30'],
    ['2026-03-28', '2026-03-29'],
    ['2026-10-25', '2026-10-26'],
  ])('after %s comes %s', (first, second) => {
    expect(formatDay(day(first) + 1)).toBe(second);
  });

  it.each([
    ['2026-08-03', 1],
    ['2026-08-08', 6],
    ['2026-08-09', 7],
    ['1969-12-31', 3],
  ])('%s is weekday %i, counted from Monday', (text, weekday) => {
    const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
    expect(weekdayOf(dayOf({ year, month, date }))).toBe(weekday);
  });
});

describe('what was typed as a date', () => {
  it.each(['', '   '])('is empty when it is %j', (text) => {
    expect(readDay(text)).toEqual({ state: 'empty' });
  });

  it('may have spaces around it', () => {
    expect(readDay(' 2026-08-03 ')).toEqual({ state: 'good', value: day('2026-08-03') });
  });

  it.each([
    '03.08.2026',
    '2026-8-3',
    '2026/08/03',
    '2026-08-03T00:00',
    '٢٠٢٦-٠٨-٠٣',
    'x2026-08-03',
    '20260803',
    '-026-08-03',
  ])('%s is no date written YYYY-MM-DD', (text) => {
    expect(readDay(text)).toEqual({ state: 'bad', fault: { reason: 'not-a-date' } });
  });

  it.each(['2026-02-29', '2100-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-01-32'])(
    '%s does not exist',
    (text) => {
      expect(readDay(text)).toEqual({ state: 'bad', fault: { reason: 'no-such-day' } });
    },
  );

  it('lies from 2009 to 2100', () => {
    expect(formatDay(day('2009-01-01'))).toBe('2009-01-01');
    expect(formatDay(day('2100-12-31'))).toBe('2100-12-31');
    expect(readDay('2008-12-31')).toEqual({ state: 'bad', fault: { reason: 'before', limit: day('2009-01-01') } });
    expect(readDay('2101-01-01')).toEqual({ state: 'bad', fault: { reason: 'after', limit: day('2100-12-31') } });
  });
});

describe('in a zone', () => {
  const zoneBefore = process.env['TZ'];
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  it.each([
    // Each with an offset that only holds there, to be sure that the zone is in force.
    ['Pacific/Apia', -780],
    ['Asia/Kathmandu', -345],
    ['America/Sao_Paulo', 180],
    ['Pacific/Pago_Pago', 660],
    ['Pacific/Kiritimati', -840],
    ['Europe/Berlin', -120],
  ])('%s today is the date on the wall, and no date moves', (zone, offset) => {
    process.env['TZ'] = zone;
    expect(new Date(2026, 7, 3).getTimezoneOffset()).toBe(offset);
    expect(formatDay(localDay(new Date(2026, 7, 3, 0, 0, 0)))).toBe('2026-08-03');
    expect(formatDay(localDay(new Date(2026, 7, 3, 23, 59, 59)))).toBe('2026-08-03');
    const written = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', dateStyle: 'short' });
    for (const text of ['2011-12-30', '2024-02-29', '2026-03-29', '2026-10-25', '2026-12-31', '2100-12-31']) {
      expect(formatDay(day(text))).toBe(text);
      expect(written.format(utcDateForIntl(day(text)))).toBe(text);
    }
  });
});
