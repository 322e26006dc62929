import { FIELDS, type PlacedWord } from '../../src/core/search/packed-words.ts';
import type { IndexedWord, PagefindFiles } from './pagefind-files.ts';

/**
 * The words that pages are found by, and those that stand only somewhere in their text, which wait until somebody
 * looks for one of them. Where on a page a word stands is not kept: it is needed for excerpts and exact phrases only.
 */
export function placedWords({ fields, words }: PagefindFiles): { telling: PlacedWord[]; rare: PlacedWord[] } {
  const placed = words.map((word) => placedWord(word, fields)).sort((a, b) => (a.word < b.word ? -1 : 1));
  const isTelling = ({ places }: PlacedWord) => places.some((place) => place.fields.length > 0);
  return {
    telling: placed.filter(isTelling).map(withoutBodies),
    rare: placed.filter((word) => !isTelling(word)),
  };
}

function placedWord({ word, places }: IndexedWord, names: readonly string[]): PlacedWord {
  const fieldsOf = new Map<number, Set<string>>();
  for (const { page, fields } of places) {
    const known = fieldsOf.get(page) ?? new Set();
    for (const field of fields) known.add(names[field] ?? '');
    fieldsOf.set(page, known);
  }
  const byPage = [...fieldsOf].sort(([a], [b]) => a - b);
  return { word, places: byPage.map(([page, known]) => ({ page, fields: FIELDS.filter((name) => known.has(name)) })) };
}

function withoutBodies({ word, places }: PlacedWord): PlacedWord {
  return { word, places: places.filter(({ fields }) => fields.length > 0) };
}
