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
