import { encode, isAsciiSpace, isDigit, SPACE } from './bytes.ts';

/**
 * A 64-bit fingerprint of a stream of bytes, taken four at a time. `mark` remembers where a word began, to return to
 * when the word turns out to be a link.
 */
export class ShapeHash {
  a = 0;
  b = 0;
  /** Index of the byte at which the mark was set. */
  markedAt = 0;
  #word = 0;
  #count = 0;
  #markA = 0;
  #markB = 0;
  #markWord = 0;
  #markCount = 0;

  begin(at: number): void {
    this.a = START_A;
    this.b = START_B;
    this.#word = 0;
    this.#count = 0;
    this.mark(at);
  }

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(byte: number): void {
    this.#word = (this.#word << 8) | byte;
    this.#count++;
    if ((this.#count & 3) === 0) this.#mix();
  }

  /**
   * Adds plain bytes in lower case, and the single spaces between them, up to a byte that needs a closer look, whose
   * index it returns. The state is held in local variables, because this loop sees every byte of every text.
   */
  addWords(bytes: Uint8Array, from: number, end: number): number {
    let { a, b } = this;
    let word = this.#word;
    let count = this.#count;
    let i = from;
    for (; i < end; i++) {
      let byte = PLAIN[bytes[i] ?? 0] ?? 0;
      if (byte === PAIR) {
        const pair = PAIRS[(((bytes[i] ?? 0) & 0x13) << 8) | (bytes[i + 1] ?? 0)] ?? 0;
        if (pair === 0 || i + 1 >= end) break;
        word = (word << 8) | (pair >>> 8);
        count++;
        if ((count & 3) === 0) {
          a = Math.imul(a ^ word, FACTOR_A);
          a ^= a >>> 15;
          b = Math.imul((b + word) | 0, FACTOR_B);
          b ^= b >>> 13;
          word = 0;
        }
        byte = pair & 0xff;
        i++;
      } else if (byte === 0) {
        if (bytes[i] !== SPACE || count === 0 || i + 1 >= end || PLAIN[bytes[i + 1] ?? 0] === 0) break;
        byte = SPACE;
      }
      word = (word << 8) | byte;
      count++;
      if ((count & 3) === 0) {
        a = Math.imul(a ^ word, FACTOR_A);
        a ^= a >>> 15;
        b = Math.imul((b + word) | 0, FACTOR_B);
        b ^= b >>> 13;
        word = 0;
      }
      if (byte === SPACE) {
        this.markedAt = i + 1;
        this.#markA = a;
        this.#markB = b;
        this.#markWord = word;
        this.#markCount = count;
      }
    }
    this.a = a;
    this.b = b;
    this.#word = word;
    this.#count = count;
    return i;
  }

  mark(at: number): void {
    this.markedAt = at;
    this.#markA = this.a;
    this.#markB = this.b;
    this.#markWord = this.#word;
    this.#markCount = this.#count;
  }

  backToMark(): void {
    this.a = this.#markA;
    this.b = this.#markB;
    this.#word = this.#markWord;
    this.#count = this.#markCount;
  }

  finish(): void {
    this.#mix();
    this.a = Math.imul(this.a ^ this.#count, 0x85eb_ca6b) >>> 0;
    this.b = Math.imul(this.b ^ this.#count ^ (this.b >>> 15), 0xc2b2_ae35) >>> 0;
  }

  #mix(): void {
    this.a = Math.imul(this.a ^ this.#word, FACTOR_A);
    this.a ^= this.a >>> 15;
    this.b = Math.imul((this.b + this.#word) | 0, FACTOR_B);
    this.b ^= this.b >>> 13;
    this.#word = 0;
  }
}

const START_A = 0x6a09_e667;
const START_B = 0x3c6e_f372;
const FACTOR_A = 0x9e37_79b1;
const FACTOR_B = 0x85eb_ca77;

const COLON = 0x3a;
const DOT = 0x2e;

/** Stands in `PLAIN` for the first byte of a Latin or Cyrillic letter of two bytes. */
const PAIR = 1;

/** Bytes in lower case; 0 where a byte needs a closer look: what makes digits, gaps and links, and rarer letters. */
const PLAIN = new Uint8Array(256).map((_, byte) => {
  if (byte === 0xc3 || byte === 0xd0 || byte === 0xd1) return PAIR;
  if (byte <= PAIR || byte >= 0x80 || byte === COLON || byte === DOT || isDigit(byte) || isAsciiSpace(byte)) return 0;
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
});

/** Both bytes of such a letter in lower case, by three bits of the first byte and the second. */
const PAIRS = new Uint16Array(0x14 << 8);
for (const first of [0xc3, 0xd0, 0xd1]) {
  for (let second = 0x80; second < 0xc0; second++) {
    const letter = String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f)).toLowerCase();
    const [lowerFirst = 0, lowerSecond = 0] = encode(letter);
    PAIRS[((first & 0x13) << 8) | second] = (lowerFirst << 8) | lowerSecond;
  }
}
