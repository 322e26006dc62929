import {
  AT,
  bitOf,
  byteAt,
  COLON,
  DOT,
  HYPHEN,
  isDigit,
  isMarked,
  isWordByte,
  mark,
  printWith,
  SLASH,
  SPACE,
  spaceAt,
} from './bytes';
import { FOLDED, LONGEST_TEXT, PAIRS, PLAIN, SHORTENERS } from './layout';
import { mayBegin } from './replies';
import { printFolded } from './shapes';

const LINK: i32 = 1 << 10;
const NOT_HTTPS: i32 = 1 << 11;
const SHAPED: i32 = 1 << 20;

export const UNSURE: i32 = -1;

/** Bytes that no UTF-8 text holds. */
const LINK_PLACE: i32 = 0xfe;
const DIGITS_PLACE: i32 = 0xff;
/** Stands in `PLAIN` for the first byte of a letter of two bytes. */
const PAIR: i32 = 1;

/** Where the next folded byte goes. */
let to: i32 = FOLDED;

/** The flags of an outgoing text, whose shape is printed; `UNSURE` where it must be looked at closely. */
export function scanText(start: i32, end: i32): i32 {
  if (end - start > LONGEST_TEXT) return UNSURE;
  to = FOLDED;
  let flags = 0;
  let hasLoneDigit = false;
  let domainEnd = start;
  for (let i = foldWords(start, end); i < end; i = foldWords(i, end)) {
    const byte = byteAt(i);
    if (isDigit(byte)) {
      const first = i;
      while (i < end && isDigit(byteAt(i))) i++;
      if (i - first === 1 && mayStandAlone(first, start, end)) hasLoneDigit = true;
      add(DIGITS_PLACE);
    } else if (byte === DOT || byte === COLON) {
      const link = byte === COLON ? schemeStart(i, start, end) : wwwStart(i, start, end);
      if (link === UNSURE) return UNSURE;
      if (link > 0) {
        const isHttps = byte === COLON && i - link === 5;
        const host = byte === COLON ? i + 3 : link;
        if (mayShorten(host, hostEnd(host, end))) return UNSURE;
        flags |= isHttps ? LINK : LINK | NOT_HTTPS;
        to -= i - link;
        i = skipToSpace(i, end);
        domainEnd = i;
        add(LINK_PLACE);
      } else {
        if (i >= domainEnd && byte === DOT && i + 1 < end && isLetter(byteAt(i + 1))) {
          const first = hostStart(i, start);
          domainEnd = hostEnd(i, end);
          const isAddress = first > start && byteAt(first - 1) === AT;
          if (!isAddress && mayShorten(first, domainEnd)) return UNSURE;
        }
        add(byte);
        i++;
      }
    } else if (spaceAt(i, end) > 0) {
      for (let space = 1; i < end && space > 0; i += space) space = spaceAt(i, end);
      if (to > FOLDED && !endsWithSpace()) add(SPACE);
    } else if (byte >= 0x80) {
      const length = caselessLength(i, end);
      if (length === 0) return UNSURE;
      for (let k = 0; k < length; k++) add(byteAt(i + k));
      i += length;
    } else {
      add(byte);
      i++;
    }
  }
  if (hasLoneDigit && mayOfferStop(start, end)) return UNSURE;
  if (to > FOLDED && endsWithSpace()) to--;
  const length = to - FOLDED;
  if (length > 0) flags |= SHAPED;
  printFolded(length);
  return flags;
}

function add(byte: i32): void {
  store<u8>(to, byte);
  to++;
}

function endsWithSpace(): bool {
  return byteAt(to - 1) === SPACE;
}

/** Folds what is plain: letters in lower case and single spaces; returns where something else begins. */
function foldWords(from: i32, end: i32): i32 {
  let i = from;
  while (i < end) {
    const folded = foldBlock(i, end - i);
    to += folded;
    i += folded;
    // A short block may have stopped before a character that only a closer look knows to be plain.
    if (folded < 16 && i < end) {
      const length = foldCharacter(i, end);
      if (length === 0) return i;
      i += length;
    }
  }
  return i;
}

/** How many bytes the plain character at `i` has; 0 where it is none. */
function foldCharacter(i: i32, end: i32): i32 {
  const byte = byteAt(i);
  const plain = <i32>load<u8>(PLAIN + byte);
  if (plain !== PAIR) {
    if (plain === 0 || (plain === SPACE && (to === FOLDED || endsWithSpace()))) return 0;
    add(plain);
    return 1;
  }
  const pair = i + 1 < end ? <i32>load<u16>(PAIRS + ((((byte & 0x13) << 8) | byteAt(i + 1)) << 1)) : 0;
  if (pair === 0) return 0;
  add(pair >> 8);
  add(pair & 0xff);
  return 2;
}

/** Writes up to 16 bytes in lower case; returns how many of them are plain. */
function foldBlock(at: i32, length: i32): i32 {
  const block = v128.load(at);
  let bad = i8x16.bitmask(
    v128.or(
      v128.or(i8x16.lt_u(block, i8x16.splat(0x20)), i8x16.eq(block, i8x16.splat(<i8>DOT))),
      i8x16.lt_u(i8x16.sub(block, i8x16.splat(0x30)), i8x16.splat(11)),
    ),
  );
  const spaces = i8x16.bitmask(i8x16.eq(block, i8x16.splat(<i8>SPACE)));
  const before = to === FOLDED || endsWithSpace() ? 1 : 0;
  bad |= spaces & ((spaces << 1) | before);
  const isUpper = i8x16.lt_u(i8x16.sub(block, i8x16.splat(0x41)), i8x16.splat(26));
  let folded = v128.or(block, v128.and(isUpper, i8x16.splat(0x20)));
  const beyond = i8x16.bitmask(block);
  if (beyond !== 0) {
    const isC3 = i8x16.eq(block, i8x16.splat(<i8>0xc3));
    const isD0 = i8x16.eq(block, i8x16.splat(<i8>0xd0));
    const isD1 = i8x16.eq(block, i8x16.splat(<i8>0xd1));
    const first = i8x16.bitmask(v128.or(v128.or(isC3, isD0), isD1));
    const second = i8x16.bitmask(i8x16.lt_s(block, i8x16.splat(<i8>0xc0)));
    const unpaired = second ^ (first << 1);
    // The second byte of the last one lies beyond the block, or beyond the text.
    const last = length < 16 ? length - 1 : 15;
    bad |= unpaired | (unpaired >> 1) | (first & (1 << last)) | (beyond & ~(first | second));
    const afterC3 = shiftedOn(isC3);
    const afterD0 = shiftedOn(isD0);
    const isLow = i8x16.lt_u(block, i8x16.splat(<i8>0x90));
    const isMiddle = v128.andnot(i8x16.lt_u(block, i8x16.splat(<i8>0xa0)), isLow);
    const isHigh = v128.andnot(i8x16.lt_u(block, i8x16.splat(<i8>0xb0)), v128.or(isLow, isMiddle));
    // À to Þ but ×, and А to П: 32 more; Р to Я: 32 less, and Ѐ to Џ: 16 more, with the other first byte.
    const isSmallLatin = i8x16.lt_u(block, i8x16.splat(<i8>0x9f));
    const isTimes = i8x16.eq(block, i8x16.splat(<i8>0x97));
    const latin = v128.and(afterC3, v128.andnot(isSmallLatin, isTimes));
    const moreBy32 = v128.or(latin, v128.and(afterD0, isMiddle));
    const change = v128.or(
      v128.and(moreBy32, i8x16.splat(32)),
      v128.or(
        v128.and(v128.and(afterD0, isHigh), i8x16.splat(-32)),
        v128.and(v128.and(afterD0, isLow), i8x16.splat(16)),
      ),
    );
    const otherFirst = v128.and(isD0, shiftedBack(v128.and(afterD0, v128.or(isLow, isHigh))));
    folded = i8x16.add(folded, v128.or(change, v128.and(otherFirst, i8x16.splat(1))));
    // Old letters, rarely seen: from U+0460.
    const isOld = v128.and(shiftedOn(isD1), i8x16.ge_u(block, i8x16.splat(<i8>0xa0)));
    const old = i8x16.bitmask(isOld);
    bad |= old | (old >> 1);
  }
  v128.store(to, folded);
  const plain = ctz<i32>(bad | 0x10000);
  return plain < length ? plain : length;
}

function shiftedOn(lanes: v128): v128 {
  const none = i8x16.splat(0);
  return v128.shuffle<i8>(none, lanes, 0, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

function shiftedBack(lanes: v128): v128 {
  const none = i8x16.splat(0);
  return v128.shuffle<i8>(lanes, none, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
}

/** Length of the character at `i` where lower-casing leaves it as it is; 0 where that is not known here. */
function caselessLength(i: i32, end: i32): i32 {
  const first = byteAt(i);
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return i + length <= end && isCaseless(first, byteAt(i + 1)) ? length : 0;
}

function isCaseless(first: i32, second: i32): bool {
  if (first === 0xc2) return true;
  if (first === 0xe2) return second <= 0x83 || (second >= 0x86 && second <= 0x91) || (second >= 0x94 && second < 0xb0);
  if (first === 0xef) return second !== 0xbc;
  if (first === 0xf0) return second === 0x9f;
  return (first >= 0xe3 && first <= 0xe9) || (first >= 0xeb && first <= 0xee);
}

/** Where the link begins whose `://` stands at the colon; 0 where none does. */
function schemeStart(colon: i32, start: i32, end: i32): i32 {
  if (colon + 3 >= end || byteAt(colon + 1) !== SLASH || byteAt(colon + 2) !== SLASH) return 0;
  if (spaceAt(colon + 3, end) > 0) return 0;
  if (colon - 4 < start) return 0;
  if (isHttp(colon - 4)) return colon - 4;
  return colon - 5 >= start && (byteAt(colon - 1) | 0x20) === 0x73 && isHttp(colon - 5) ? colon - 5 : 0;
}

function isHttp(at: i32): bool {
  return (load<u32>(at) | 0x2020_2020) === 0x7074_7468;
}

/** Where the link begins whose `www.` ends at the dot; 0 where none does. */
function wwwStart(dot: i32, start: i32, end: i32): i32 {
  if (dot - 3 < start || dot + 1 >= end) return 0;
  if ((load<u32>(dot - 3) | 0x20_2020) !== 0x2e77_7777 || spaceAt(dot + 1, end) > 0) return 0;
  const before = dot - 4 < start ? 0 : byteAt(dot - 4);
  if (before >= 0x80) return UNSURE;
  return isWordByte(before) ? 0 : dot - 3;
}

function skipToSpace(from: i32, end: i32): i32 {
  let i = from;
  for (; i < end; i++) {
    const byte = byteAt(i);
    if ((byte <= SPACE || byte >= 0x80) && spaceAt(i, end) > 0) break;
  }
  return i;
}

function isLetter(byte: i32): bool {
  return isWordByte(byte) && byte > 0x39;
}

/** Whether the digit may stand alone; beyond ASCII its neighbours are looked at later. */
function mayStandAlone(at: i32, start: i32, end: i32): bool {
  const before = at > start ? byteAt(at - 1) : 0;
  const after = at + 1 < end ? byteAt(at + 1) : 0;
  return !isWordByte(before) && !isWordByte(after);
}

/** Whether some word of the text may be a stop word. */
function mayOfferStop(start: i32, end: i32): bool {
  let before = 0;
  for (let i = start; i < end; i++) {
    if (!isWordByte(before) && mayBegin(i)) return true;
    before = byteAt(i);
  }
  return false;
}

function isHostByte(byte: i32): bool {
  return isWordByte(byte) || byte === DOT || byte === HYPHEN;
}

function hostStart(at: i32, start: i32): i32 {
  let i = at;
  while (i > start && isHostByte(byteAt(i - 1))) i--;
  return i;
}

function hostEnd(at: i32, end: i32): i32 {
  let i = at;
  while (i < end && isHostByte(byteAt(i))) i++;
  return i;
}

/** Whether the host may be that of a link shortener. */
function mayShorten(start: i32, end: i32): bool {
  let first = start;
  let last = end;
  if (end - start > 4 && (load<u32>(start) | 0x20_2020) === 0x2e77_7777) first += 4;
  while (last > first && (byteAt(last - 1) === DOT || byteAt(last - 1) === HYPHEN)) last--;
  return isMarked(SHORTENERS, hostPrint(first, last));
}

export function learnShortener(start: i32, end: i32): void {
  mark(SHORTENERS, hostPrint(start, end));
}

/** The name, without the case of letters. */
function hostPrint(start: i32, end: i32): i32 {
  let print = 0;
  for (let i = start; i < end; i++) print = printWith(print, byteAt(i) | 0x20);
  return bitOf(print);
}
