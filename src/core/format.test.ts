import { describe, expect, it } from 'vitest';
import { dayOf } from './calendar/day.ts';
import { formatFor } from './format.ts';

const day = dayOf({ year: 2026, month: 11, date: 25 });

describe('a date', () => {
  it('has its day before its month in every language', () => {
    const written = (['en', 'pt', 'ru'] as const).map((locale) => {
      const format = formatFor(locale);
      return [format.date('2026-11-25'), format.day(day), format.dayOfYear(day), format.shortDay(day)];
    });
    expect(written).toEqual([
      ['25 November 2026', 'Wednesday, 25 November 2026', 'Wednesday 25 November', 'Wed 25 Nov'],
      ['25 de novembro de 2026', 'quarta-feira, 25 de novembro de 2026', 'quarta-feira, 25 de novembro', 'qua., 25/11'],
      ['25 ноября 2026 г.', 'среда, 25 ноября 2026 г.', 'среда, 25 ноября', 'ср, 25.11'],
    ]);
  });

  it('with a time has the same order', () => {
    const noon = new Date(2026, 10, 25, 14, 5).getTime();
    expect(formatFor('en').moment(noon)).toBe('25 Nov 2026, 14:05');
  });
});
