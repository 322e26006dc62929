import { type Endings, haveOneRoot, isFormOf } from './nearest-word.ts';
import type { Hits } from './word-index.ts';

/** What a word of a question stands for: words of the index by their numbers, and how much each of them counts. */
export type Meaning = ReadonlyMap<number, number>;

/** The words to choose from: stems by their numbers, and stems that mean the same. */
export interface Vocabulary {
  stems: readonly string[];
  /** How many of them pages are found by; the others only stand somewhere in a text. */
  telling: number;
  endings: Endings;
  synonyms: readonly (readonly string[])[];
}

/** The word itself, those that it is the beginning of, and those that mean the same. */
export function meaningOf(word: string, vocabulary: Vocabulary): Meaning {
  const { stems, synonyms, endings } = vocabulary;
  const meaning = new Map<number, number>();
  const add = (number: number, share: number) => meaning.set(number, Math.max(meaning.get(number) ?? 0, share));
  const groups = synonyms.filter((group) => group.some((stem) => isFormOf(word, stem, endings)));
  const others = new Set(groups.flat());
  stems.forEach((stem, number) => {
    if (stem.startsWith(word)) add(number, (word.length / stem.length) ** UNTYPED);
    if (others.has(stem)) add(number, haveOneRoot(word, stem) ? SAME_ROOT : SAME_MEANING);
  });
  for (const number of formsOf(word, vocabulary)) add(number, 1);
  return meaning;
}

/** The stem that the word is a form of, and that stem where it stands in texts alone; none of them is sure to be there. */
export function formsOf(word: string, { stems, telling, endings }: Vocabulary): number[] {
  const longestIn = (from: number, to: number) => {
    let longest: number | undefined;
    for (let number = from; number < to; number++) {
      const stem = stems[number] ?? '';
      const isLonger = longest === undefined || stem.length > (stems[longest]?.length ?? 0);
      if (isLonger && isFormOf(word, stem, endings)) longest = number;
    }
    return longest === undefined ? [] : [longest];
  };
  return [...longestIn(0, telling), ...longestIn(telling, stems.length)];
}

/** How much each page is about any of the words. */
export function pagesOf(meaning: Meaning, hits: readonly Hits[]): Hits {
  const pages = new Map<number, number>();
  for (const [number, share] of meaning) {
    for (const [page, weight] of hits[number] ?? []) pages.set(page, Math.max(pages.get(page) ?? 0, weight * share));
  }
  return pages;
}

/** The more of a word is still to be typed, the less surely it is meant. */
const UNTYPED = 3;
const SAME_ROOT = 0.95;
const SAME_MEANING = 0.3;
