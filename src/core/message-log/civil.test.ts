import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilFromDays, daysFromCivil, isDate, weekdayOf } from './civil.ts';

test('a date and its number of days are one and the same', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 800_000 }), (days) => {
      const { year, month, day } = civilFromDays(days);
      const date = new Date(days * 86_400_000);
      expect([year, month, day]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      expect(daysFromCivil(year, month, day)).toBe(days);
      expect(isDate(year, month, day)).toBe(true);
      expect(weekdayOf(days)).toBe((date.getUTCDay() + 6) % 7);
    }),
  );
});

test('the last day of four hundred years is a day like any other', () => {
  expect(civilFromDays(11_016)).toEqual({ year: 2000, month: 2, day: 29 });
  expect(daysFromCivil(2000, 2, 29)).toBe(11_016);
});

test.each([
  [2024, 2, 29, true],
  [2026, 2, 29, false],
  [2000, 2, 29, true],
  [2100, 2, 29, false],
  [2026, 4, 30, true],
  [2026, 4, 31, false],
  [2026, 12, 31, true],
  [2026, 12, 32, false],
  [2026, 0, 1, false],
  [2026, 13, 1, false],
  [2026, 1, 0, false],
])('%i-%i-%i exists: %s', (year, month, day, exists) => expect(isDate(year, month, day)).toBe(exists));
