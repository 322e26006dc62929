import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DictionaryFault, type Leaf, placeholdersOf, readDictionary } from './dictionary.ts';
import { type Fault, reportFaults } from './fault.ts';
import { projectRoot } from './run.ts';

/** Language of the dictionary → language tag by whose rules its plurals go. English is the model of the others. */
const LANGUAGES = { en: 'en', pt: 'pt-BR', ru: 'ru' };
type Language = keyof typeof LANGUAGES;

/** What is wrong in the dictionaries; `sources` are the texts of all files that may use their keys. */
export function dictionaryFaults(dictionaries: Record<Language, unknown>, sources: readonly string[]): Fault[] {
  const model = readDictionary(dictionaries.en).leaves;
  return (['en', 'pt', 'ru'] as const).flatMap((language) => {
    const { leaves, faults } = readDictionary(dictionaries[language]);
    const found = [
      ...faults,
      ...pluralFaults(leaves, new Intl.PluralRules(LANGUAGES[language])),
      ...(language === 'en' ? unusedKeys(leaves, sources) : differences(model, leaves)),
    ];
    return found.map(({ key, what }) => ({ where: `i18n/${language}.json`, what: `"${key}" ${what}` }));
  });
}

type Leaves = ReadonlyMap<string, Leaf>;

function differences(model: Leaves, leaves: Leaves): DictionaryFault[] {
  const surplus = [...leaves.keys()].filter((key) => !model.has(key));
  return [
    ...surplus.map((key) => ({ key, what: 'is not in the English dictionary' })),
    ...[...model].flatMap(([key, expected]) => {
      const what = difference(expected, leaves.get(key));
      return what === undefined ? [] : [{ key, what }];
    }),
  ];
}

function difference(expected: Leaf, found: Leaf | undefined): string | undefined {
  if (!found) return 'is missing';
  if (found.kind !== expected.kind) return `is a ${found.kind}, expected a ${expected.kind} as in English`;
  const [wanted, given] = [placeholdersOf(expected), placeholdersOf(found)].map(list);
  return wanted === given ? undefined : `has the placeholders ${given}, expected ${wanted} as in English`;
}

function pluralFaults(leaves: Leaves, rules: Intl.PluralRules): DictionaryFault[] {
  const categories = rules.resolvedOptions().pluralCategories;
  const isOneAlone = standsForOneAlone(rules);
  return [...leaves].flatMap(([key, leaf]) => {
    if (leaf.kind === 'text') return [];
    const [wanted, given] = [new Set<string>(categories), new Set(Object.keys(leaf.forms))].map(list);
    if (wanted !== given) return [{ key, what: `has the forms ${given}, expected ${wanted}` }];
    const all = placeholdersOf(leaf);
    return Object.entries(leaf.forms).flatMap(([form, text]) => {
      const has = placeholdersOf({ kind: 'text', text });
      const lacks = [...all].filter((name) => !has.has(name) && !(name === 'n' && form === 'one' && isOneAlone));
      return lacks.length === 0
        ? []
        : [{ key: `${key}.${form}`, what: `lacks the placeholder ${list(new Set(lacks))}` }];
    });
  });
}

/** "One" is the number 1 in English; in Portuguese it is 0 as well, in Russian 21: they cannot do without the number. */
function standsForOneAlone(rules: Intl.PluralRules): boolean {
  const numbers = Array.from({ length: 200 }, (_, n) => n);
  return numbers.filter((n) => rules.select(n) === 'one').join() === '1';
}

/**
 * Texts are handed on by whole branches (`words.replyRatio`) and picked by computed names, so a key counts as used when
 * its last two names are words of the sources. This finds what was left behind, and blames nothing that is used.
 */
function unusedKeys(leaves: Leaves, sources: readonly string[]): DictionaryFault[] {
  const words = new Set(sources.flatMap((source) => source.match(/[\p{L}\p{N}_$-]+/gu) ?? []));
  const isUsed = (key: string) =>
    key
      .split('.')
      .slice(-2)
      .every((name) => words.has(name));
  return [...leaves.keys()].filter((key) => !isUsed(key)).map((key) => ({ key, what: 'is used nowhere in src/' }));
}

function list(names: ReadonlySet<string>): string {
  return names.size === 0 ? '(none)' : [...names].sort().join(', ');
}

function readJson(language: Language): unknown {
  const text = readFileSync(join(projectRoot, 'i18n', `${language}.json`), 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`i18n/${language}.json is not valid JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function readSources(): string[] {
  const names = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => /\.(ts|astro|mjs)$/.test(name) && !name.endsWith('.test.ts'));
  return files.map((name) => readFileSync(join(projectRoot, 'src', name), 'utf8'));
}

if (import.meta.main) {
  const dictionaries = { en: readJson('en'), pt: readJson('pt'), ru: readJson('ru') };
  reportFaults('Dictionaries of the interface', dictionaryFaults(dictionaries, readSources()));
}
