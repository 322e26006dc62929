import type { Plural } from '../words.ts';
import type { Kind } from './kinds.ts';

/** What a page of one language needs to search: `index.json` as it is written after the build. */
export interface SearchContents {
  labels: SearchLabels;
  /** Words too common to say what is wanted. */
  common: string;
  /** What words of the language end on behind their stems. */
  endings: string;
  /** Stems that mean the same to somebody who searches, one group a line. */
  synonyms: string;
  /** By their numbers in the index; the address is without base and language. */
  pages: [path: string, kind: Kind, title: string, about: string][];
  /** The words that pages are found by, packed; the place of each is its number. */
  words: string;
  /** How many of them, at the beginning, are too common to say anything. */
  commonStems: number;
  /** What each page is called, packed. */
  phrases: string;
  /** The file of all other words, for a question that has one of them. */
  rare: string;
}

/** The words of the dialog that are not needed before there is something to show. */
export interface SearchLabels {
  count: Plural;
  none: string;
  only: string;
  all: string;
  kinds: Record<Kind, string>;
  /** Where to go when nothing was found. */
  offers: { path: string; label: string }[];
}
