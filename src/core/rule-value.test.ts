import { describe, expect, it } from 'vitest';
import type { Locale, RuleValue } from '../knowledge/schema.ts';
import { writeRuleValue } from './rule-value.ts';

const percent = { one: '{n}%', other: '{n}%' };
const days = { one: '{n} день', few: '{n} дня', many: '{n} дней', other: '{n} дня' };
const ranges = { atLeast: '{value} or more', atMost: 'at most {value}', below: 'below {value}' };
const written = (
  value: RuleValue,
  as: string,
  locale: Locale = 'en',
  unit: Parameters<typeof writeRuleValue>[3] = percent,
) => writeRuleValue(value, as, locale, unit, ranges);

describe('a rule value in prose', () => {
  const safe: RuleValue = { from: 30, to: 50, unit: 'percent', single: 30, limit: 'atLeast' };

  it.each([
    ['value', '30%'],
    ['range', '30–50%'],
    ['limit', '30% or more'],
    ['number', '30'],
    ['unit', '%'],
  ])('as %s is %s', (as, expected) => {
    expect(written(safe, as)).toBe(expected);
  });

  it('says on which side of it to stay', () => {
    expect(written({ to: 20, unit: 'percent', single: 20, limit: 'atMost' }, 'limit')).toBe('at most 20%');
    expect(written({ to: 1, unit: 'percent', single: 1, limit: 'below' }, 'limit')).toBe('below 1%');
  });

  it('is an open range where one edge is missing', () => {
    expect(written({ from: 50, unit: 'percent', single: 50 }, 'range')).toBe('50% or more');
    expect(written({ to: 15, unit: 'percent', single: 15 }, 'range')).toBe('below 15%');
  });

  it('takes the plural form of its language, a range that of its upper end', () => {
    expect(written({ unit: 'days', single: 21 }, 'value', 'ru', days)).toBe('21 день');
    expect(written({ unit: 'days', single: 30 }, 'value', 'ru', days)).toBe('30 дней');
    expect(written({ from: 1, to: 3, unit: 'days', single: 3 }, 'range', 'ru', days)).toBe('1–3 дня');
  });

  it('is written in the number format of its language', () => {
    const value: RuleValue = { from: 6000, to: 6000, unit: 'percent', single: 6000 };
    expect([written(value, 'number'), written(value, 'number', 'pt'), written(value, 'number', 'ru')]).toEqual([
      '6,000',
      '6.000',
      '6000',
    ]);
  });
});
