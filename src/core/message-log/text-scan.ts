import { decode, encode, isAsciiLetter, isAsciiWordByte, isDigit, SPACE, spaceAt } from './bytes.ts';
import { LINK, NOT_HTTPS, SHAPED, SHORTENER } from './flags.ts';
import { ShapeHash } from './shape-hash.ts';
import { type LogWords, offeredDigits, type StopWords, stopWordSet } from './words.ts';

/**
 * Reads the text of an outgoing message where it lies, as bytes: its shape as a fingerprint, its links, the digits it
 * offers. Texts of the three languages never become strings; whatever else needs Unicode tables takes the slow way.
 */
export class TextScan {
  flags = 0;
  shapeA = 0;
  shapeB = 0;

  readonly #stopWords: StopWords;
  readonly #shorteners: ReadonlySet<string>;
  readonly #shortenerPrints: ReadonlySet<number>;
  readonly #hash = new ShapeHash();

  constructor({ stopWords, shorteners }: LogWords) {
    this.#stopWords = stopWordSet(stopWords);
    this.#shorteners = new Set(shorteners.map((domain) => domain.toLowerCase()));
    this.#shortenerPrints = new Set([...this.#shorteners].map(encode).map((name) => printOfHost(name, 0, name.length)));
  }

  scan(bytes: Uint8Array, start: number, end: number): void {
    this.flags = 0;
    const way = this.#scanBytes(bytes, start, end);
    if (way === IN_WORDS) this.#scanString(decode(bytes, start, end));
    else if (way === WITH_DIGITS) this.flags |= offeredDigits(decode(bytes, start, end), this.#stopWords);
    this.#hash.finish();
    this.shapeA = this.#hash.a;
    this.shapeB = this.#hash.b;
  }

  #scanBytes(bytes: Uint8Array, start: number, end: number): number {
    const hash = this.#hash;
    hash.begin();
    let way = DONE;
    let domainEnd = start;
    for (let i = hash.addWords(bytes, start, end); i < end; i = hash.addWords(bytes, i, end)) {
      const byte = bytes[i] ?? 0;
      if (spaceAt(bytes, i, end) > 0) {
        i = skipSpaces(bytes, i, end);
        if (hash.length > 0 && !hash.endsWithSpace) hash.add(SPACE);
      } else if (byte >= 0x80) {
        const length = addCaseless(hash, bytes, i, end);
        if (length === 0) return IN_WORDS;
        i += length;
      } else if (isDigit(byte)) {
        const first = i;
        while (i < end && isDigit(bytes[i] ?? 0)) i++;
        if (i - first === 1 && mayStandAlone(bytes, first, start, end)) way = WITH_DIGITS;
        hash.add(DIGITS_PLACE);
      } else {
        const link = byte === COLON ? schemeStart(bytes, i, start, end) : wwwStart(bytes, i, start, end);
        if (link === UNSURE) return IN_WORDS;
        if (link >= 0) {
          this.#seeLink(bytes, link, i, end);
          hash.takeBack(byte === DOT ? WWW : i - link === HTTPS.length ? HTTPS : HTTP);
          i = skipToSpace(bytes, i, end);
          domainEnd = i;
          hash.add(LINK_PLACE);
        } else {
          if (i >= domainEnd) domainEnd = this.#seeDomain(bytes, i, start, end);
          hash.add(byte);
          i++;
        }
      }
    }
    if (hash.endsWithSpace) hash.takeBack(ONE_SPACE);
    if (hash.length > 0) this.flags |= SHAPED;
    return way;
  }

  #seeLink(bytes: Uint8Array, start: number, mark: number, end: number): void {
    const hasScheme = bytes[mark] === COLON;
    this.flags |= LINK | (hasScheme && mark - start === HTTPS.length ? 0 : NOT_HTTPS);
    const host = hasScheme ? mark + 3 : start;
    if (this.#isShortener(bytes, host, hostEnd(bytes, host, end))) this.flags |= SHORTENER;
  }

  /** Looks whether the dot stands in the bare domain of a shortener; returns where its word ends. */
  #seeDomain(bytes: Uint8Array, dot: number, start: number, end: number): number {
    if (bytes[dot] !== DOT || dot + 1 >= end || !isAsciiLetter(bytes[dot + 1] ?? 0)) return dot;
    const first = hostStartBefore(bytes, dot, start);
    const last = hostEnd(bytes, dot, end);
    const isAddress = first > start && bytes[first - 1] === AT;
    if (!isAddress && this.#isShortener(bytes, first, last)) this.flags |= LINK | NOT_HTTPS | SHORTENER;
    return last;
  }

  #isShortener(bytes: Uint8Array, start: number, end: number): boolean {
    const first = spells(bytes, start, start, WWW) && bytes[start + 3] === DOT ? start + 4 : start;
    let last = end;
    while (last > first && (bytes[last - 1] === DOT || bytes[last - 1] === HYPHEN)) last--;
    return (
      this.#shortenerPrints.has(printOfHost(bytes, first, last)) && this.#isShortenerName(decode(bytes, first, last))
    );
  }

  #isShortenerName(host: string): boolean {
    return this.#shorteners.has(
      host
        .toLowerCase()
        .replace(/^www\./, '')
        .replace(/[.-]+$/, ''),
    );
  }

  #scanString(text: string): void {
    const folded = text.toLowerCase().trim().replace(/\s+/g, ' ');
    this.flags = offeredDigits(text, this.#stopWords);
    this.#hash.begin();
    if (folded !== '') this.flags |= SHAPED;
    for (const [index, part] of folded.split(PLACES).entries()) {
      if (index % 2 === 0) {
        for (const byte of encode(part)) this.#hash.add(byte);
      } else if (STARTS_WITH_DIGIT.test(part)) {
        this.#hash.add(DIGITS_PLACE);
      } else {
        this.flags |= LINK | (part.startsWith('https://') ? 0 : NOT_HTTPS);
        if (this.#isShortenerName(HOST.exec(part)?.[1] ?? '')) this.flags |= SHORTENER;
        this.#hash.add(LINK_PLACE);
      }
    }
    for (const [, host = ''] of folded.replace(LINKS, ' ').matchAll(BARE_DOMAIN)) {
      if (this.#isShortenerName(host)) this.flags |= LINK | NOT_HTTPS | SHORTENER;
    }
  }
}

/** How a text must be read on: it is done, needs a look at the digits it offers, or must be read as a string. */
const DONE = 0;
const WITH_DIGITS = 1;
const IN_WORDS = 2;

const UNSURE = -2;
const NONE = -1;

const COLON = 0x3a;
const DOT = 0x2e;
const AT = 0x40;
const SLASH = 0x2f;
const HYPHEN = 0x2d;
/** Bytes that no UTF-8 text holds. */
const LINK_PLACE = 0xfe;
const DIGITS_PLACE = 0xff;

const PLACES = /(https?:\/\/\S+|(?<![\p{L}\p{N}])www\.\S+|[0-9]+)/u;
const LINKS = /https?:\/\/\S+|(?<![\p{L}\p{N}])www\.\S+/gu;
const STARTS_WITH_DIGIT = /^[0-9]/;
const HOST = /^(?:https?:\/\/)?([a-z0-9.-]+)/;
const BARE_DOMAIN = /(?<![a-z0-9.@-])([a-z0-9-]+(?:\.[a-z0-9-]+)+)/g;

/** Adds the character at `i` if it has no case. 0: its case is beyond what is known here. */
function addCaseless(hash: ShapeHash, bytes: Uint8Array, i: number, end: number): number {
  const first = bytes[i] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (i + length > end || !isCaseless(first, bytes[i + 1] ?? 0)) return 0;
  for (let k = 0; k < length; k++) hash.add(bytes[i + k] ?? 0);
  return length;
}

/** Characters that lower-casing leaves as they are, by their first two bytes. */
function isCaseless(first: number, second: number): boolean {
  if (first === 0xc2) return true;
  if (first === 0xe2) return second <= 0x83 || (second >= 0x86 && second <= 0x91) || (second >= 0x94 && second < 0xb0);
  if (first === 0xef) return second !== 0xbc;
  if (first === 0xf0) return second === 0x9f;
  return (first >= 0xe3 && first <= 0xe9) || (first >= 0xeb && first <= 0xee);
}

/** Where the link begins whose `://` stands at the colon. */
function schemeStart(bytes: Uint8Array, colon: number, start: number, end: number): number {
  if (bytes[colon + 1] !== SLASH || bytes[colon + 2] !== SLASH) return NONE;
  if (colon + 3 >= end || spaceAt(bytes, colon + 3, end) > 0) return NONE;
  if (spells(bytes, colon - 5, start, HTTPS)) return colon - 5;
  return spells(bytes, colon - 4, start, HTTP) ? colon - 4 : NONE;
}

/** Where the link begins whose `www.` ends at the dot. */
function wwwStart(bytes: Uint8Array, dot: number, start: number, end: number): number {
  if (bytes[dot] !== DOT || !spells(bytes, dot - 3, start, WWW)) return NONE;
  if (dot + 1 >= end || spaceAt(bytes, dot + 1, end) > 0) return NONE;
  const before = dot - 4 < start ? 0 : (bytes[dot - 4] ?? 0);
  if (before >= 0x80) return UNSURE;
  return isAsciiWordByte(before) ? NONE : dot - 3;
}

const HTTP = encode('http');
const HTTPS = encode('https');
const WWW = encode('www');
const ONE_SPACE = encode(' ');

function spells(bytes: Uint8Array, at: number, start: number, word: Uint8Array): boolean {
  if (at < start) return false;
  for (let k = 0; k < word.length; k++) if (((bytes[at + k] ?? 0) | 0x20) !== word[k]) return false;
  return true;
}

function skipSpaces(bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  for (let space = 1; i < end && space > 0; i += space) space = spaceAt(bytes, i, end);
  return i;
}

function skipToSpace(bytes: Uint8Array, from: number, end: number): number {
  let i = from;
  for (; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if ((byte <= SPACE || byte >= 0x80) && spaceAt(bytes, i, end) > 0) break;
  }
  return i;
}

/** Whether the digit may stand alone; beyond ASCII its neighbours are looked at later. */
function mayStandAlone(bytes: Uint8Array, at: number, start: number, end: number): boolean {
  const before = at > start ? (bytes[at - 1] ?? 0) : 0;
  const after = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
  return !isAsciiWordByte(before) && !isAsciiWordByte(after);
}

/** The bytes of a host name differ from their lower case by one bit at most. */
function printOfHost(bytes: Uint8Array, start: number, end: number): number {
  let print = 0;
  for (let i = start; i < end; i++) print = (Math.imul(print, 31) + ((bytes[i] ?? 0) | 0x20)) | 0;
  return print;
}

function isHostByte(byte: number): boolean {
  return isAsciiWordByte(byte) || byte === DOT || byte === HYPHEN;
}

function hostStartBefore(bytes: Uint8Array, at: number, start: number): number {
  let i = at;
  while (i > start && isHostByte(bytes[i - 1] ?? 0)) i--;
  return i;
}

function hostEnd(bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && isHostByte(bytes[i] ?? 0)) i++;
  return i;
}
