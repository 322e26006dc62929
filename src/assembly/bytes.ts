import { MASKS, WORD_BYTES } from './layout';

export const LF: i32 = 0x0a;
export const CR: i32 = 0x0d;
export const SPACE: i32 = 0x20;
export const QUOTE: i32 = 0x22;
export const HYPHEN: i32 = 0x2d;
export const DOT: i32 = 0x2e;
export const SLASH: i32 = 0x2f;
export const COLON: i32 = 0x3a;
export const AT: i32 = 0x40;

export function byteAt(at: i32): i32 {
  return <i32>load<u8>(at);
}

export function isDigit(byte: i32): bool {
  return <u32>(byte - 0x30) < 10;
}

export function isWordByte(byte: i32): bool {
  return load<u8>(WORD_BYTES + byte) !== 0;
}

export function isAsciiSpace(byte: i32): bool {
  return byte === SPACE || <u32>(byte - 9) < 5;
}

/** The first `length` of the 16 bytes at the address; the rest is zero. */
export function shortWord(at: i32, length: i32): v128 {
  return v128.and(v128.load(at), v128.load(MASKS + (length << 4)));
}

/** Length in bytes of the white space character at `i`, 0 where there is none; the same set as `\s`. */
export function spaceAt(i: i32, end: i32): i32 {
  const first = byteAt(i);
  if (first < 0x80) return isAsciiSpace(first) ? 1 : 0;
  if (first === 0xc2) return i + 1 < end && byteAt(i + 1) === 0xa0 ? 2 : 0;
  if (first < 0xe1 || first > 0xef || i + 2 >= end) return 0;
  const second = byteAt(i + 1);
  const third = byteAt(i + 2);
  if (first === 0xe1) return second === 0x9a && third === 0x80 ? 3 : 0;
  if (first === 0xe2) {
    if (second === 0x81) return third === 0x9f ? 3 : 0;
    if (second !== 0x80) return 0;
    return (third >= 0x80 && third <= 0x8a) || third === 0xa8 || third === 0xa9 || third === 0xaf ? 3 : 0;
  }
  if (first === 0xe3) return second === 0x80 && third === 0x80 ? 3 : 0;
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

/** Marks one of the 4096 bits of a list. */
export function mark(list: i32, bit: i32): void {
  const place = list + (bit >> 3);
  store<u8>(place, <u8>(byteAt(place) | (1 << (bit & 7))));
}

export function isMarked(list: i32, bit: i32): bool {
  return (byteAt(list + (bit >> 3)) & (1 << (bit & 7))) !== 0;
}

/** One more byte of a print, which `bitOf` makes one of 4096 bits. */
export function printWith(print: i32, byte: i32): i32 {
  return print * 31 + byte;
}

export function bitOf(print: i32): i32 {
  return (print ^ (print >> 7) ^ (print >> 15)) & 0xfff;
}
