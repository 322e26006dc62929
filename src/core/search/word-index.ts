import type { Field, PlacedWord } from './packed-words.ts';

/** How much each page, by its number, is about one word. */
export type Hits = ReadonlyMap<number, number>;

/** What a page is called: its title first, then in other people's words; each a row of words by their numbers. */
export type Phrases = readonly (readonly number[])[];

/** The words of a language by their numbers, and where they stand. */
export class WordIndex {
  readonly stems: string[] = [];
  readonly hits: Hits[] = [];
  readonly phrases: readonly Phrases[];

  constructor(words: readonly PlacedWord[], phrases: readonly Phrases[]) {
    this.phrases = phrases;
    this.add(withPhrases(words, phrases));
  }

  add(words: readonly PlacedWord[]): void {
    for (const { word, places } of words) {
      this.stems.push(word);
      this.hits.push(new Map(places.map(({ page, fields }) => [page, weightOf(fields)])));
    }
  }
}

function withPhrases(words: readonly PlacedWord[], phrases: readonly Phrases[]): PlacedWord[] {
  const fieldsOf = words.map(({ places }) => new Map(places.map(({ page, fields }) => [page, new Set(fields)])));
  phrases.forEach((ofPage, page) => {
    ofPage.forEach((phrase, place) => {
      for (const word of phrase) {
        const fields = fieldsOf[word]?.get(page) ?? new Set();
        fieldsOf[word]?.set(page, fields.add(place === 0 ? 'title' : 'words'));
      }
    });
  });
  return words.map(({ word }, number) => ({
    word,
    places: [...(fieldsOf[number] ?? [])].map(([page, fields]) => ({ page, fields: [...fields] })),
  }));
}

/** How much a word says about a page by where it stands; in the body alone it counts 1. */
const WEIGHTS: Record<Field, number> = { title: 3.6, words: 3.5, about: 0.6, text: 0.25 };

/** A second place says less than the first. */
const SATURATION = 1.4;

function weightOf(fields: readonly Field[]): number {
  const sum = fields.reduce((total, field) => total + WEIGHTS[field], 0) || 1;
  return (sum * (1 + SATURATION)) / (sum + SATURATION);
}
