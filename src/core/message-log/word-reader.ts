import { decode, fingerprint } from './bytes.ts';

/** Reads a column that repeats a few words: the meaning of each is found once. */
export class WordReader<Meaning> {
  readonly #meaningOf: (word: string) => Meaning;
  readonly #unknown: Meaning;
  readonly #known = new Map<number, Meaning>();
  /** The last two short words: `in` and `out` are told apart without any search. */
  #key = -1;
  #keyMeaning: Meaning;
  #otherKey = -1;
  #otherMeaning: Meaning;

  /** `meaningOf` is given words in lower case; what is too long for a word is `unknown`. */
  constructor(meaningOf: (word: string) => Meaning, unknown: Meaning) {
    this.#meaningOf = meaningOf;
    this.#unknown = unknown;
    this.#keyMeaning = unknown;
    this.#otherMeaning = unknown;
  }

  read(bytes: Uint8Array, start: number, end: number): Meaning {
    const length = end - start;
    if (length <= LONGEST_KEY) {
      let key = length;
      for (let i = start; i < end; i++) key = (key << 8) | (bytes[i] ?? 0);
      if (key === this.#key) return this.#keyMeaning;
      if (key === this.#otherKey) return this.#otherMeaning;
      this.#otherKey = this.#key;
      this.#otherMeaning = this.#keyMeaning;
      this.#key = key;
      this.#keyMeaning = this.#readLong(bytes, start, end);
      return this.#keyMeaning;
    }
    return this.#readLong(bytes, start, end);
  }

  #readLong(bytes: Uint8Array, start: number, end: number): Meaning {
    if (end - start > LONGEST_WORD) return this.#unknown;
    const print = fingerprint(bytes, start, end);
    const known = this.#known.get(print);
    if (known !== undefined) return known;
    const meaning = this.#meaningOf(decode(bytes, start, end).normalize('NFC').trim().toLowerCase());
    if (this.#known.size < MOST_WORDS) this.#known.set(print, meaning);
    return meaning;
  }
}

const LONGEST_WORD = 60;
const MOST_WORDS = 64;
/** So many bytes and their number fit into 32 bits. */
const LONGEST_KEY = 3;
