import { wordsFor } from '../../i18n/index.ts';
import { writeRuleValue } from '../../src/core/rule-value.ts';
import type { Kind } from '../../src/core/search/kinds.ts';
import type { Knowledge } from '../../src/knowledge/index.ts';
import { parseInline, type RuleReference, valueOfRule } from '../../src/knowledge/inline.ts';
import type { Locale, Text } from '../../src/knowledge/schema.ts';

/** One thing that the search finds. */
export interface SearchRecord {
  /** Address without base and language, such as `guides/warm-up/`. */
  path: string;
  kind: Kind;
  title: string;
  /** What it says of itself, shown below the title. */
  about: string;
  /** Other words by which people know it. */
  words: string[];
  /** More of what it is about: headings, first sentences. */
  text: string;
  /** Everything it says. */
  body: string;
}

/** Glossary terms, symptoms and conflicts: places on a page that are found by themselves. */
export function placeRecords(all: Knowledge, locale: Locale): SearchRecord[] {
  const write = (text: Text) => writeText(all, locale, text);
  return [
    ...[...all.symptoms.values()].map(
      ({ id, title, meaning, wordings, codes, firstStep }): SearchRecord => ({
        path: `recovery/#${id}`,
        kind: 'symptom',
        title: write(title),
        about: write(meaning),
        words: [...wordings[locale], ...codes],
        text: '',
        body: write(firstStep),
      }),
    ),
    ...[...all.glossary.values()].map(
      ({ id, term, definition, aliases }): SearchRecord => ({
        path: `glossary/#${id}`,
        kind: 'term',
        title: term[locale],
        about: definition[locale],
        words: aliases[locale],
        text: '',
        // Staff of several countries share a chat, and a word.
        body: Object.values(aliases).flat().join('. '),
      }),
    ),
    ...[...all.conflicts.values()].map(
      ({ id, title, differs, resolution }): SearchRecord => ({
        path: `conflicts/#${id}`,
        kind: 'conflict',
        title: write(title),
        about: '',
        words: [],
        text: '',
        body: `${write(differs)} ${write(resolution)}`,
      }),
    ),
  ];
}

function writeText({ rules }: Knowledge, locale: Locale, text: Text): string {
  const { units, ranges } = wordsFor(locale);
  const write = ({ rule: id, value: name, as }: RuleReference) => {
    const rule = rules.get(id);
    const value = rule && name !== undefined ? valueOfRule(rule, name) : undefined;
    return value ? writeRuleValue(value, as, locale, units[value.unit], ranges) : (rule?.title[locale] ?? id);
  };
  return parseInline(text[locale])
    .map((part) => (typeof part === 'string' ? part : write(part)))
    .join('');
}
