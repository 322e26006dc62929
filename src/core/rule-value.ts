import type { Locale, RuleValue } from '../knowledge/schema.ts';
import { formatFor } from './format.ts';
import { fill, type Plural, plural } from './words.ts';

/** The words for an open range, such as "30% or more" and "below 15%". */
export interface RangeWords {
  atLeast: string;
  atMost: string;
  below: string;
}

/** A rule's value as prose shows it: with its unit, as a range, the number alone or the unit alone. */
export function writeRuleValue(value: RuleValue, as: string, locale: Locale, unit: Plural, ranges: RangeWords): string {
  const { number, range } = formatFor(locale);
  const decimals = Number.isInteger(value.single) ? 0 : 2;
  const single = plural(unit, locale, value.single, number(value.single, decimals));
  switch (as) {
    case 'number':
      return number(value.single, decimals);
    case 'unit':
      return plural(unit, locale, value.single, '').trim();
    case 'range': {
      const { from, to } = value;
      if (from !== undefined && to !== undefined && from !== to) {
        // In all three languages a range takes the plural form of its upper end.
        return plural(unit, locale, to, range(from, to));
      }
      if (from !== undefined && to === undefined) return fill(ranges.atLeast, { value: single });
      if (from === undefined && to !== undefined) return fill(ranges.below, { value: single });
      return single;
    }
    case 'limit':
      return value.limit ? fill(ranges[value.limit], { value: single }) : single;
    default:
      return single;
  }
}
