import type { Locale } from '../../knowledge/schema.ts';
import { encode } from './bytes.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'windows-1252';

/**
 * Turns the bytes of a text file, whatever their encoding, into UTF-8 without byte order mark. ASCII passes at once; the
 * encoding is decided when enough of what follows it is there.
 */
export class Utf8Reader {
  /** Undefined until it matters. */
  encoding: Encoding | undefined;
  readonly #language: Locale;
  #held: Uint8Array = new Uint8Array();
  #isBegun = false;
  #decoder: TextDecoder | undefined;

  constructor(language: Locale) {
    this.#language = language;
  }

  feed(chunk: Uint8Array): Uint8Array {
    return this.#convert(chunk, false);
  }

  end(): Uint8Array {
    return this.#convert(new Uint8Array(), true);
  }

  #convert(chunk: Uint8Array, isLast: boolean): Uint8Array {
    if (this.#decoder) return encode(this.#decoder.decode(chunk, { stream: !isLast }));
    if (this.encoding !== undefined) return chunk;
    const bytes = joined(this.#held, chunk);
    if (!this.#isBegun) {
      if (bytes.length < LONGEST_MARK && !isLast) {
        this.#held = bytes.slice();
        return NOTHING;
      }
      this.#isBegun = true;
      const mark = MARKS.find(({ start }) => start.every((byte, k) => bytes[k] === byte));
      if (mark) return this.#decide(mark.encoding, bytes.subarray(mark.start.length), isLast);
    }
    const ascii = asciiLength(bytes);
    const isEnough = isLast || bytes.length - ascii >= EVIDENCE;
    if (ascii < bytes.length && isEnough) return this.#decide(this.#guess(bytes, isLast), bytes, isLast);
    this.#held = bytes.slice(ascii);
    return bytes.subarray(0, ascii);
  }

  #decide(encoding: Encoding, bytes: Uint8Array, isLast: boolean): Uint8Array {
    this.encoding = encoding;
    this.#held = NOTHING;
    if (encoding !== 'utf-8') this.#decoder = new TextDecoder(encoding);
    return this.#convert(bytes, isLast);
  }

  #guess(bytes: Uint8Array, isLast: boolean): Encoding {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isLast });
      return 'utf-8';
    } catch {
      return guessOneByteEncoding(bytes, this.#language);
    }
  }
}

/** Cyrillic words are made of high bytes throughout; in Portuguese a high byte stands among ASCII letters. */
function guessOneByteEncoding(bytes: Uint8Array, language: Locale): Encoding {
  let cyrillic = 0;
  let latin = 0;
  for (let i = 1; i < bytes.length; i++) {
    const before = bytes[i - 1] ?? 0;
    const byte = bytes[i] ?? 0;
    if (before >= 0xc0 && byte >= 0xc0) cyrillic++;
    else if ((before >= 0xc0 && isSmallLetter(byte)) || (isSmallLetter(before) && byte >= 0xc0)) latin++;
  }
  if (cyrillic === latin) return language === 'ru' ? 'windows-1251' : 'windows-1252';
  return cyrillic > latin ? 'windows-1251' : 'windows-1252';
}

const NOTHING = new Uint8Array();
const LONGEST_MARK = 3;
const EVIDENCE = 1 << 15;

const MARKS: readonly { start: readonly number[]; encoding: Encoding }[] = [
  { start: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { start: [0xff, 0xfe], encoding: 'utf-16le' },
  { start: [0xfe, 0xff], encoding: 'utf-16be' },
];

function joined(held: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (held.length === 0) return chunk;
  const both = new Uint8Array(held.length + chunk.length);
  both.set(held);
  both.set(chunk, held.length);
  return both;
}

/** How many bytes at the beginning are ASCII. */
function asciiLength(bytes: Uint8Array): number {
  let i = 0;
  const { words, start } = wordsOf(bytes);
  while (i < start && (bytes[i] ?? 0) < 0x80) i++;
  if (i < start) return i;
  i += asciiWords(words) * 4;
  while (i < bytes.length && (bytes[i] ?? 0) < 0x80) i++;
  return i;
}

/** Looks at eight words together: a file of nothing but ASCII is looked at to its end. */
function asciiWords(words: Int32Array): number {
  let w = 0;
  for (; w + 8 <= words.length; w += 8) {
    const four = (words[w] ?? 0) | (words[w + 1] ?? 0) | (words[w + 2] ?? 0) | (words[w + 3] ?? 0);
    const more = (words[w + 4] ?? 0) | (words[w + 5] ?? 0) | (words[w + 6] ?? 0) | (words[w + 7] ?? 0);
    if (((four | more) & 0x8080_8080) !== 0) break;
  }
  return w;
}

/** The bytes four at a time, as far as they lie so in memory; `start` come before. */
function wordsOf({ buffer, byteOffset, length }: Uint8Array): { words: Int32Array; start: number } {
  const start = Math.min((4 - (byteOffset % 4)) % 4, length);
  return { words: new Int32Array(buffer, length === start ? 0 : byteOffset + start, (length - start) >> 2), start };
}

function isSmallLetter(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
