import type { PlacedWord } from '../../src/core/search/packed-words.ts';
import type { Phrases } from '../../src/core/search/word-index.ts';

export interface NumberedWords {
  words: PlacedWord[];
  commonStems: number;
  phrases: Phrases[];
}

/**
 * Phrases as numbers of words: the common words come first, then those that most phrases have, so that most numbers are
 * short. That a word stands in a title or in other words for a page is left to the phrases to say.
 */
export function numberedWords(
  words: readonly PlacedWord[],
  phrases: readonly (readonly string[][])[],
  common: ReadonlySet<string>,
): NumberedWords {
  const uses = new Map<string, number>();
  for (const word of phrases.flat(2)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const rank = ({ word }: PlacedWord) => (common.has(word) ? Number.POSITIVE_INFINITY : (uses.get(word) ?? 0));
  const ordered = words.toSorted((a, b) => (rank(a) === rank(b) ? (a.word < b.word ? -1 : 1) : rank(b) - rank(a)));
  const numbers = new Map(ordered.map(({ word }, number) => [word, number]));
  return {
    words: ordered.map(({ word, places }) => ({ word, places: places.map(withoutPhrases).filter(hasFields) })),
    commonStems: ordered.filter(({ word }) => common.has(word)).length,
    phrases: phrases.map((ofPage) => ofPage.map((phrase) => phrase.flatMap((word) => numbers.get(word) ?? []))),
  };
}

type Place = PlacedWord['places'][number];

function withoutPhrases({ page, fields }: Place): Place {
  return { page, fields: fields.filter((field) => field !== 'title' && field !== 'words') };
}

function hasFields({ fields }: Place): boolean {
  return fields.length > 0;
}
