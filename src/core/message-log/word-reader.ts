import { decode, fingerprint } from './bytes.ts';

/** Reads a column that repeats a few words: the meaning of each is found once. */
export class WordReader<Meaning> {
  readonly #meaningOf: (word: string) => Meaning;
  readonly #unknown: Meaning;
  readonly #known = new Map<number, Meaning>();
  #lastPrint = -1;
  #last: Meaning;

  /** `meaningOf` is given words in lower case; what is too long for a word is `unknown`. */
  constructor(meaningOf: (word: string) => Meaning, unknown: Meaning) {
    this.#meaningOf = meaningOf;
    this.#unknown = unknown;
    this.#last = unknown;
  }

  read(bytes: Uint8Array, start: number, end: number): Meaning {
    if (end - start > LONGEST_WORD) return this.#unknown;
    const print = fingerprint(bytes, start, end);
    if (print === this.#lastPrint) return this.#last;
    const known = this.#known.get(print);
    if (known !== undefined) {
      this.#lastPrint = print;
      this.#last = known;
      return known;
    }
    const meaning = this.#meaningOf(decode(bytes, start, end).normalize('NFC').trim().toLowerCase());
    if (this.#known.size < MOST_WORDS) this.#known.set(print, meaning);
    return meaning;
  }
}

const LONGEST_WORD = 60;
const MOST_WORDS = 64;
