import { decode, encode, isAsciiWordByte, isDigit } from './bytes.ts';
import { STOP_DIGIT, STOP_NONE, STOP_WORD } from './flags.ts';
import { bareReply, type LogWords, type StopWords, stopWordSet } from './words.ts';

/** Tells whether an incoming message, as a whole, is a stop word or a single digit. */
export class ReplyScan {
  /** Stop words as they may be written, and the bytes of the longest. */
  readonly spellings: readonly Uint8Array[];
  readonly longest: number;
  /** How many bytes of its beginning tell most replies from a stop word. */
  readonly telling: number;
  readonly #stopWords: StopWords;
  readonly #beginnings: ReadonlySet<number>;

  constructor({ stopWords }: LogWords) {
    this.#stopWords = stopWordSet(stopWords);
    this.spellings = stopWords.flatMap(spellingsOf).map(encode);
    this.longest = Math.max(0, ...this.spellings.map(({ length }) => length));
    this.telling = Math.min(4, ...this.spellings.map(({ length }) => length));
    this.#beginnings = new Set(this.spellings.map((word) => beginning(word, 0, this.telling)));
  }

  kind(bytes: Uint8Array, start: number, end: number): number {
    let first = start;
    let last = end;
    while (first < last && isAsciiMark(bytes[first] ?? 0)) first++;
    while (last > first && isAsciiMark(bytes[last - 1] ?? 0)) last--;
    const length = last - first;
    if (length === 0 || length > this.longest + MARKS_AROUND) return STOP_NONE;
    if (length === 1 && isDigit(bytes[first] ?? 0)) return STOP_DIGIT + (bytes[first] ?? 0) - DIGIT_ZERO;
    const isWord = startsWithLetter(bytes, first);
    if (isWord && (length < this.telling || !this.#beginnings.has(beginning(bytes, first, this.telling)))) {
      return STOP_NONE;
    }
    return this.#kindOfText(bareReply(decode(bytes, first, last)));
  }

  #kindOfText(bare: string): number {
    if (this.#stopWords.has(bare)) return STOP_WORD;
    return /^[0-9]$/.test(bare) ? STOP_DIGIT + Number(bare) : STOP_NONE;
  }
}

const DIGIT_ZERO = 0x30;
/** Room for quotation marks, dashes and emoji beyond ASCII around a stop word. */
const MARKS_AROUND = 48;

function isAsciiMark(byte: number): boolean {
  return byte < 0x80 && !isAsciiWordByte(byte);
}

function startsWithLetter(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return (byte < 0x80 && !isDigit(byte)) || byte === 0xd0 || byte === 0xd1;
}

/** The first bytes as a number, in which the case of ASCII letters is ignored. */
function beginning(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let k = 0; k < length; k++) {
    const byte = bytes[at + k] ?? 0;
    number = (number << 8) | (byte < 0x80 ? byte | 0x20 : byte);
  }
  return number;
}

/** The word with each of its first letters in either case. */
function spellingsOf(word: string): string[] {
  const [first = '', second = '', third = '', fourth = '', ...rest] = word.toLowerCase();
  const cases = (letter: string) => [letter, letter.toUpperCase()];
  return cases(first).flatMap((a) =>
    cases(second).flatMap((b) => cases(third).flatMap((c) => cases(fourth).map((d) => [a, b, c, d, ...rest].join('')))),
  );
}
