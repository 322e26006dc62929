import type { SearchContents, SearchLabels } from '../../core/search/contents.ts';
import { pagesFile, wordsFile } from '../../core/search/index-files.ts';
import type { Kind } from '../../core/search/kinds.ts';
import { haveOneRoot, isFormOf, isKnownWord, nearestWord } from '../../core/search/nearest-word.ts';
import { otherSpellings, retyped } from '../../core/search/other-spellings.ts';
import { type PlacedWord, unpackWords } from '../../core/search/packed-words.ts';
import { readQuestion } from '../../core/search/question.ts';
import { type AskedWord, eitherOf, rankPages } from '../../core/search/rank.ts';
import type { Locale } from '../../knowledge/schema.ts';
import { Engine, startEngine } from './engine.ts';

/** Fetches one of the files that the build has written for the language. */
export type Load = (file: string) => Promise<Response>;

/** How much a word counts that is not known as it was typed. */
const GUESSED = 0.6;

export interface FoundPage {
  /** Address without base and language. */
  path: string;
  kind: Kind;
  title: string;
  about: string;
}

export async function openSearch(locale: Locale, load: Load): Promise<SiteSearch> {
  const [instance, contents] = await Promise.all([
    load('engine.wasm').then(startEngine),
    load('index.json').then((response): Promise<SearchContents> => response.json()),
  ]);
  return new SiteSearch(locale, load, new Engine(instance, pagesFile(contents.pages.length)), contents);
}

export class SiteSearch {
  readonly locale: Locale;
  readonly labels: SearchLabels;
  readonly #load: Load;
  readonly #engine: Engine;
  readonly #common: ReadonlySet<string>;
  readonly #pages: readonly FoundPage[];
  readonly #kinds: readonly Kind[];
  readonly #synonyms: readonly string[][];
  readonly #words: PlacedWord[] = [];
  readonly #known: string[] = [];
  readonly #hits = new Map<string, AskedWord>();
  readonly #rareFile: string;
  #rare: Promise<void> | undefined;

  constructor(locale: Locale, load: Load, engine: Engine, contents: SearchContents) {
    const { labels, common, synonyms, pages, words, rare } = contents;
    this.locale = locale;
    this.labels = labels;
    this.#load = load;
    this.#rareFile = rare;
    this.#engine = engine;
    this.#common = new Set(common.split(' '));
    this.#synonyms = synonyms.split('\n').map((group) => group.split(' '));
    this.#pages = pages.map(([path, kind, title, about]) => ({ path, kind, title, about }));
    this.#kinds = pages.map(([, kind]) => kind);
    this.#take(unpackWords(words));
  }

  /** The pages that answer a question, the best first. */
  async find(question: string): Promise<FoundPage[]> {
    const asTyped = await this.#read(question);
    const other = asTyped.words.some(({ trust }) => trust === 1) ? undefined : retyped(question, this.locale);
    const { words, asksMeaning } = other === undefined ? asTyped : await this.#read(other);
    return rankPages(words, this.#kinds, asksMeaning).flatMap((page) => this.#pages[page] ?? []);
  }

  async #read(question: string): Promise<{ words: AskedWord[]; asksMeaning: boolean }> {
    const { words, asksMeaning } = readQuestion(question, this.locale, this.#common);
    const asked: AskedWord[] = [];
    for (const word of words) asked.push(await this.#hitsOf(word));
    return { words: asked, asksMeaning };
  }

  async #hitsOf(word: string): Promise<AskedWord> {
    const before = this.#hits.get(word);
    if (before) return before;
    const known = await this.#knows(word);
    const meant = known ? word : this.#guess(word);
    const asked: AskedWord = { ...this.#placesOf(meant), trust: known ? 1 : GUESSED };
    // A guess made without all words is made again when they are there.
    if (known || this.#rare) this.#hits.set(word, asked);
    return asked;
  }

  #guess(word: string): string | undefined {
    const spelling = otherSpellings(word, this.locale).find((other) =>
      this.#known.some((stem) => isFormOf(other, stem)),
    );
    return spelling ?? nearestWord(word, this.#known);
  }

  #placesOf(word: string | undefined): Pick<AskedWord, 'hits' | 'pages'> {
    if (word === undefined) return { hits: new Map(), pages: 0 };
    const stems = this.#words.filter((known) => isFormOf(word, known.word));
    const own = this.#engine.find(word);
    const pages = new Set(stems.flatMap(({ places }) => places.map(({ page }) => page)));
    const groups = this.#synonyms.filter((group) => group.some((stem) => isFormOf(word, stem))).flat();
    const others = new Set(groups.filter((stem) => !isFormOf(word, stem)));
    const synonyms = [...others].map((stem) => ({ hits: this.#engine.find(stem), isRelated: haveOneRoot(word, stem) }));
    const hits = eitherOf(own, synonyms, this.#pages.length);
    return { hits, pages: pages.size || own.size };
  }

  /** What no page is found by may still stand somewhere in the text of one. */
  async #knows(word: string): Promise<boolean> {
    if (isKnownWord(word, this.#known)) return true;
    this.#rare ??= this.#loadRare();
    await this.#rare;
    return isKnownWord(word, this.#known);
  }

  async #loadRare(): Promise<void> {
    try {
      const packed: string = await (await this.#load(this.#rareFile)).json();
      this.#take(unpackWords(packed));
    } catch {
      // Without them the search goes on with what it has, and asks again for the next word.
      this.#rare = undefined;
    }
  }

  #take(words: readonly PlacedWord[]): void {
    this.#engine.load(wordsFile(words));
    for (const word of words) {
      this.#words.push(word);
      this.#known.push(word.word);
    }
  }
}
