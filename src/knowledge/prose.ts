import { didYouMean, type Fault } from './fault.ts';
import { FORMS, parseInline, type RuleReference, valueNames, valueOfRule } from './inline.ts';
import type { Collections } from './load.ts';
import { type Entry, faultAt } from './parse.ts';
import type { Path } from './read.ts';
import type { Rule } from './schema.ts';

/** What is wrong with a reference to a rule, or nothing. */
export function referenceProblem(
  rules: ReadonlyMap<string, Rule>,
  { rule: id, value, as }: RuleReference,
): { expected: string; found: string; hint?: string } | undefined {
  const problem = (expected: string, found: string, known: Iterable<string>) => {
    const hint = didYouMean(found, known);
    return { expected, found: `"${found}"`, ...(hint && { hint }) };
  };
  const rule = rules.get(id);
  if (!rule) return problem('the id of a rule', id, rules.keys());
  if (value !== undefined && !valueOfRule(rule, value)) {
    return problem(`a zone or a value of the rule "${id}"`, value, valueNames(rule));
  }
  if (!(FORMS as readonly string[]).includes(as)) return problem(`one of ${FORMS.join(', ')} after as=`, as, FORMS);
  return undefined;
}

/** References to rules inside the texts of all entries that lead nowhere. */
export function checkProse(all: Collections): Fault[] {
  const rules = new Map(all.rules.map(({ value }) => [value.id, value]));
  return Object.values(all).flatMap((entries: Entry<unknown>[]) =>
    entries.flatMap(({ value, raw }) =>
      textsIn(value).flatMap(({ text, path }) =>
        parseInline(text).flatMap((part) => {
          const problem = typeof part === 'string' ? undefined : referenceProblem(rules, part);
          return problem ? [faultAt(raw, path, problem.expected, problem.found, problem.hint)] : [];
        }),
      ),
    ),
  );
}

function textsIn(value: unknown, path: Path = []): { text: string; path: Path }[] {
  if (typeof value === 'string') return value.includes(':rule[') ? [{ text: value, path }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}
