import type { Phrases } from './word-index.ts';

/** Where a word of a page may stand, besides its body. */
export const FIELDS = ['title', 'words', 'about', 'text'] as const;
export type Field = (typeof FIELDS)[number];

export interface PlacedWord {
  /** A stem, without accents. */
  word: string;
  /** Ascending by page; a place without fields is in the body alone. */
  places: { page: number; fields: Field[] }[];
}

/** One line a word; for each place a letter for its fields and the distance from the page before. */
export function packWords(words: readonly PlacedWord[]): string {
  return words.map(({ word, places }) => `${word} ${packPlaces(places)}`).join('\n');
}

export function unpackWords(packed: string): PlacedWord[] {
  if (packed === '') return [];
  return packed.split('\n').map((line) => {
    const [word = '', places = ''] = line.split(' ', 2);
    return { word, places: unpackPlaces(places) };
  });
}

/** One line a page, its phrases between commas. */
export function packPhrases(pages: readonly Phrases[]): string {
  return pages.map((phrases) => phrases.map((words) => words.map(inFewSigns).join(' ')).join()).join('\n');
}

export function unpackPhrases(packed: string): Phrases[] {
  return packed
    .split('\n')
    .map((line) =>
      line.split(',').map((words) => (words === '' ? [] : words.split(' ').map((word) => Number.parseInt(word, 36)))),
    );
}

function inFewSigns(word: number): string {
  return word.toString(36);
}

const FIRST_LETTER = 'a'.charCodeAt(0);

function packPlaces(places: PlacedWord['places']): string {
  let last = 0;
  return places
    .map(({ page, fields }) => {
      const distance = page - last;
      last = page;
      const bits = fields.reduce((sum, field) => sum | (1 << FIELDS.indexOf(field)), 0);
      return `${String.fromCharCode(FIRST_LETTER + bits)}${distance}`;
    })
    .join('');
}

function unpackPlaces(packed: string): PlacedWord['places'] {
  let page = 0;
  return [...packed.matchAll(/([a-z])(\d+)/g)].map(([, letter = '', distance]) => {
    page += Number(distance);
    const bits = letter.charCodeAt(0) - FIRST_LETTER;
    return { page, fields: FIELDS.filter((_, index) => bits & (1 << index)) };
  });
}
