import { type Cbor, writeCbor } from './cbor.ts';
import type { Field, PlacedWord } from './packed-words.ts';

/** The two files of a Pagefind index as its engine reads them, with the numbers of pages for their hashes. */
export function pagesFile(count: number): Uint8Array {
  const pages = Array.from({ length: count }, (_, number) => [String(number), 1, '']);
  return writeCbor(['', pages, [], [], [], []]);
}

export function wordsFile(words: readonly PlacedWord[]): Uint8Array {
  return writeCbor([words.map(({ word, places }) => [word, postings(places), []])]);
}

/** How much a word says about a page by where it stands; Pagefind counts a word of plain text as 24. */
const WEIGHTS: Record<Field, number> = { title: 72, words: 84, about: 12, text: 6 };
const BODY = 24;

/** Pages as distances from the one before; a negative number is the weight of what follows, which is one place. */
function postings(places: PlacedWord['places']): Cbor[] {
  let last = 0;
  return places.map(({ page, fields }) => {
    const distance = page - last;
    last = page;
    const weight = fields.reduce((sum, field) => sum + WEIGHTS[field], 0) || BODY;
    return [distance, [-1 - weight, 0]];
  });
}
