import type { SearchContents, SearchLabels } from '../../core/search/contents.ts';
import type { Kind } from '../../core/search/kinds.ts';
import { formsOf, type Meaning, meaningOf, pagesOf, type Vocabulary } from '../../core/search/meaning.ts';
import { isFormOf, isKnownWord, nearestWord } from '../../core/search/nearest-word.ts';
import { otherSpellings, retyped } from '../../core/search/other-spellings.ts';
import { unpackPhrases, unpackWords } from '../../core/search/packed-words.ts';
import { readQuestion } from '../../core/search/question.ts';
import { type AskedWord, type Pages, rankPages } from '../../core/search/rank.ts';
import { WordIndex } from '../../core/search/word-index.ts';
import type { Locale } from '../../knowledge/schema.ts';

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
  return new SiteSearch(locale, load, await (await load('index.json')).json());
}

export class SiteSearch {
  readonly locale: Locale;
  readonly labels: SearchLabels;
  readonly #load: Load;
  readonly #common: ReadonlySet<string>;
  readonly #found: readonly FoundPage[];
  readonly #pages: Pages;
  readonly #index: WordIndex;
  readonly #vocabulary: Vocabulary;
  readonly #asked = new Map<string, AskedWord>();
  readonly #rareFile: string;
  #rare: Promise<void> | undefined;

  constructor(locale: Locale, load: Load, contents: SearchContents) {
    const { labels, common, endings, synonyms, pages, words, commonStems, phrases, rare } = contents;
    this.locale = locale;
    this.labels = labels;
    this.#load = load;
    this.#rareFile = rare;
    this.#common = new Set(common.split(' '));
    this.#found = pages.map(([path, kind, title, about]) => ({ path, kind, title, about }));
    this.#index = new WordIndex(unpackWords(words), unpackPhrases(phrases));
    this.#vocabulary = {
      stems: this.#index.stems,
      telling: this.#index.stems.length,
      endings: new Set(endings.split(' ')),
      synonyms: synonyms.split('\n').map((group) => group.split(' ')),
    };
    this.#pages = {
      kinds: pages.map(([, kind]) => kind),
      phrases: this.#index.phrases,
      isTelling: (word) => word >= commonStems,
    };
  }

  /** The pages that answer a question, the best first. */
  async find(question: string): Promise<FoundPage[]> {
    const asTyped = await this.#read(question);
    const other = hasKnownWord(asTyped) ? undefined : retyped(question, this.locale);
    const onOtherKeyboard = other === undefined ? undefined : await this.#read(other);
    const { words, asksMeaning } = onOtherKeyboard && hasKnownWord(onOtherKeyboard) ? onOtherKeyboard : asTyped;
    return rankPages(words, this.#pages, asksMeaning).flatMap((page) => this.#found[page] ?? []);
  }

  async #read(question: string): Promise<ReadQuestion> {
    const { words, asksMeaning } = readQuestion(question, this.locale, this.#common);
    const asked: AskedWord[] = [];
    for (const word of words) asked.push(await this.#ask(word));
    return { words: asked, asksMeaning };
  }

  async #ask(word: string): Promise<AskedWord> {
    const before = this.#asked.get(word);
    if (before) return before;
    const known = await this.#knows(word);
    const meant = known ? word : this.#guess(word);
    const asked = this.#understand(meant, known ? 1 : GUESSED);
    // A guess made without all words is made again when they are there.
    if (known || this.#rare) this.#asked.set(word, asked);
    return asked;
  }

  #guess(word: string): string | undefined {
    const { stems, endings } = this.#vocabulary;
    const spelling = otherSpellings(word, this.locale).find((other) =>
      stems.some((stem) => isFormOf(other, stem, endings)),
    );
    return spelling ?? nearestWord(word, stems);
  }

  #understand(word: string | undefined, trust: number): AskedWord {
    if (word === undefined) return { meaning: new Map(), hits: new Map(), trust, pages: 0 };
    const { hits } = this.#index;
    const meaning = meaningOf(word, this.#vocabulary);
    const own: Meaning = new Map(formsOf(word, this.#vocabulary).map((number) => [number, 1]));
    return {
      meaning,
      hits: pagesOf(meaning, hits),
      trust,
      pages: pagesOf(own.size > 0 ? own : meaning, hits).size,
    };
  }

  /** What no page is found by may still stand somewhere in the text of one. */
  async #knows(word: string): Promise<boolean> {
    if (this.#isKnown(word)) return true;
    this.#rare ??= this.#loadRare();
    await this.#rare;
    return this.#isKnown(word);
  }

  #isKnown(word: string): boolean {
    return isKnownWord(word, this.#vocabulary.stems, this.#vocabulary.endings);
  }

  async #loadRare(): Promise<void> {
    try {
      const packed: string = await (await this.#load(this.#rareFile)).json();
      this.#index.add(unpackWords(packed));
    } catch {
      // Without them the search goes on with what it has, and asks again for the next word.
      this.#rare = undefined;
    }
  }
}

interface ReadQuestion {
  words: AskedWord[];
  asksMeaning: boolean;
}

function hasKnownWord({ words }: ReadQuestion): boolean {
  return words.some(({ trust }) => trust === 1);
}
