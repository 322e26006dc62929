import type { Plural } from '../src/core/words.ts';
import { valueNames, valueOfRule } from '../src/knowledge/inline.ts';
import type { Rule, Unit } from '../src/knowledge/schema.ts';

interface NamedNumber {
  value: number;
  /** The first word of its unit in each plural form, or the percent sign. */
  unitWords: string[];
  directive: string;
}

/** Every number that a rule gives a name to, with the words that follow it in one language. */
export function namedNumbers(rules: readonly Rule[], units: Record<Unit, Plural>): NamedNumber[] {
  return rules.flatMap((rule) =>
    valueNames(rule).flatMap((name) => {
      const value = valueOfRule(rule, name);
      if (!value) return [];
      const unitWords = [...new Set(Object.values(units[value.unit]).flatMap((form) => firstWord(form) ?? []))];
      return unitWords.length === 0 ? [] : [{ value: value.single, unitWords, directive: `:rule[${rule.id}.${name}]` }];
    }),
  );
}

function firstWord(form: string): string | undefined {
  return /\{n\}\s*(%|\p{L}+)/u.exec(form)?.[1]?.toLowerCase();
}

/** Where a text writes such a number with its unit in digits. */
export function numbersWrittenOut(
  markdown: string,
  known: readonly NamedNumber[],
): { line: number; written: string; directive: string }[] {
  return markdown.split('\n').flatMap((text, index) =>
    [...withoutMarkup(text).matchAll(/(?<![\p{L}\d#.-])(\d+(?:[.,\u00a0\u202f]\d+)*)[\s\u00a0-]?(%|\p{L}+)/gu)].flatMap(
      ([written, digits = '', word = '']) => {
        const value = Number(digits.replace(/[.,\u00a0\u202f](?=\d{3}(?!\d))/g, '').replace(',', '.'));
        const found = known.find((number) => number.value === value && number.unitWords.includes(word.toLowerCase()));
        return found ? [{ line: index + 1, written, directive: found.directive }] : [];
      },
    ),
  );
}

/** Directives, link targets and code hold no prose. */
function withoutMarkup(line: string): string {
  return line
    .replace(/:{1,3}[a-z-]+\[[^\]]*\](\{[^}]*\})?/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/`[^`]*`/g, ' ');
}
