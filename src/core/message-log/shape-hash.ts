import { encode, isAsciiSpace, isDigit, SPACE } from './bytes.ts';

/**
 * A 64-bit fingerprint of a text that is handed over piece by piece: two polynomials in its bytes, so that bytes can be
 * added four at a time, and taken back when it turns out that they began a link.
 */
export class ShapeHash {
  a = 0;
  b = 0;
  /** How many bytes were added. */
  length = 0;
  /** Whether the last of them is a space. */
  endsWithSpace = false;

  begin(): void {
    this.a = 0;
    this.b = 0;
    this.length = 0;
    this.endsWithSpace = false;
  }

  add(byte: number): void {
    this.a = (Math.imul(this.a, A) + byte) | 0;
    this.b = (Math.imul(this.b, B) + byte) | 0;
    this.length++;
    this.endsWithSpace = byte === SPACE;
  }

  /** Takes back what was added last. */
  takeBack(bytes: Uint8Array): void {
    for (let i = bytes.length - 1; i >= 0; i--) {
      const byte = bytes[i] ?? 0;
      this.a = Math.imul(this.a - byte, A_INVERSE);
      this.b = Math.imul(this.b - byte, B_INVERSE);
    }
    this.length -= bytes.length;
    this.endsWithSpace = false;
  }

  /**
   * Adds plain bytes in lower case, and the single spaces between them, up to a byte that needs a closer look, whose
   * index it returns. This loop sees every byte of every text.
   */
  addWords(bytes: Uint8Array, from: number, end: number): number {
    let { a, b } = this;
    // A space here would be one too many: bit 7 as in the block below.
    let space = this.length === 0 || this.endsWithSpace ? 0x80 : 0;
    let i = from;
    while (i < end) {
      while (i + 4 <= end) {
        const b0 = PLAIN[bytes[i] ?? 0] ?? 0;
        const b1 = PLAIN[bytes[i + 1] ?? 0] ?? 0;
        const b2 = PLAIN[bytes[i + 2] ?? 0] ?? 0;
        const b3 = PLAIN[bytes[i + 3] ?? 0] ?? 0;
        // Neither 0 nor PAIR among them.
        if (((b0 - 2) | (b1 - 2) | (b2 - 2) | (b3 - 2)) < 0) break;
        const block = (b0 | (b1 << 8) | (b2 << 16) | (b3 << 24)) ^ 0x2020_2020;
        const spaces = ~(((block & 0x7f7f_7f7f) + 0x7f7f_7f7f) | block | 0x7f7f_7f7f);
        if ((spaces & ((spaces << 8) | space)) !== 0) break;
        space = (spaces >>> 24) & 0x80;
        a = (Math.imul(a, A4) + Math.imul(b0, A3) + Math.imul(b1, A2) + Math.imul(b2, A) + b3) | 0;
        b = (Math.imul(b, B4) + Math.imul(b0, B3) + Math.imul(b1, B2) + Math.imul(b2, B) + b3) | 0;
        i += 4;
      }
      if (i >= end) break;
      const byte = PLAIN[bytes[i] ?? 0] ?? 0;
      if (byte === PAIR) {
        const pair = PAIRS[(((bytes[i] ?? 0) & 0x13) << 8) | (bytes[i + 1] ?? 0)] ?? 0;
        if (pair === 0 || i + 1 >= end) break;
        a = (Math.imul(a, A2) + Math.imul(pair >>> 8, A) + (pair & 0xff)) | 0;
        b = (Math.imul(b, B2) + Math.imul(pair >>> 8, B) + (pair & 0xff)) | 0;
        space = 0;
        i += 2;
      } else if (byte === 0 || (byte === SPACE && space !== 0)) {
        break;
      } else {
        a = (Math.imul(a, A) + byte) | 0;
        b = (Math.imul(b, B) + byte) | 0;
        space = byte === SPACE ? 0x80 : 0;
        i++;
      }
    }
    if (i > from) {
      this.a = a;
      this.b = b;
      this.length += i - from;
      this.endsWithSpace = space !== 0;
    }
    return i;
  }

  finish(): void {
    this.a = mixed(this.a ^ this.length);
    this.b = mixed(this.b + this.length);
  }
}

/** Odd numbers, their powers, and what undoes a multiplication with them, all within 32 bits. */
const A = 0x9e37_79b1;
const A2 = Math.imul(A, A);
const A3 = Math.imul(A2, A);
const A4 = Math.imul(A3, A);
const A_INVERSE = inverse(A);
const B = 0x85eb_ca77;
const B2 = Math.imul(B, B);
const B3 = Math.imul(B2, B);
const B4 = Math.imul(B3, B);
const B_INVERSE = inverse(B);

function inverse(odd: number): number {
  let guess = odd;
  // Each step doubles the number of right bits.
  for (let bits = 3; bits < 32; bits *= 2) guess = Math.imul(guess, 2 - Math.imul(odd, guess));
  return guess;
}

function mixed(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  return (half ^ (half >>> 13)) >>> 0;
}

const COLON = 0x3a;
const DOT = 0x2e;

/** Stands in `PLAIN` for the first byte of a Latin or Cyrillic letter of two bytes. */
const PAIR = 1;

/** Bytes in lower case; 0 where a byte needs a closer look: what makes digits, gaps and links, and rarer letters. */
export const PLAIN = new Uint8Array(256).map((_, byte) => {
  if (byte === SPACE) return SPACE;
  if (byte === 0xc3 || byte === 0xd0 || byte === 0xd1) return PAIR;
  if (byte <= PAIR || byte >= 0x80 || byte === COLON || byte === DOT || isDigit(byte) || isAsciiSpace(byte)) return 0;
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
});

/** Both bytes of such a letter in lower case, by three bits of the first byte and the second. */
export const PAIRS = new Uint16Array(0x14 << 8);
for (const first of [0xc3, 0xd0, 0xd1]) {
  for (let second = 0x80; second < 0xc0; second++) {
    const letter = String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f)).toLowerCase();
    const [lowerFirst = 0, lowerSecond = 0] = encode(letter);
    PAIRS[((first & 0x13) << 8) | second] = (lowerFirst << 8) | lowerSecond;
  }
}
