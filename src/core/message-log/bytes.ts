/** What several readers know about UTF-8 bytes. */

const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

export function decode(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return decoder.decode(bytes.subarray(start, end));
}

export function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

export function isAsciiLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

export function isAsciiWordByte(byte: number): boolean {
  return isDigit(byte) || isAsciiLetter(byte);
}

/** White space of the ASCII range as `\s` has it. */
export function isAsciiSpace(byte: number): boolean {
  return byte === SPACE || (byte >= TAB && byte <= CR);
}

/** Length in bytes of the white space character at `i`, 0 where there is none; the same set as `\s`. */
export function spaceAt(bytes: Uint8Array, i: number, end: number): number {
  const first = bytes[i] ?? 0;
  if (first < 0x80) return isAsciiSpace(first) ? 1 : 0;
  if (first === 0xc2) return i + 1 < end && bytes[i + 1] === 0xa0 ? 2 : 0;
  if (first < 0xe1 || first > 0xef || i + 2 >= end) return 0;
  const second = bytes[i + 1] ?? 0;
  const third = bytes[i + 2] ?? 0;
  switch (first) {
    case 0xe1:
      return second === 0x9a && third === 0x80 ? 3 : 0;
    case 0xe2:
      if (second === 0x81) return third === 0x9f ? 3 : 0;
      if (second !== 0x80) return 0;
      return (third >= 0x80 && third <= 0x8a) || third === 0xa8 || third === 0xa9 || third === 0xaf ? 3 : 0;
    case 0xe3:
      return second === 0x80 && third === 0x80 ? 3 : 0;
    case 0xef:
      return second === 0xbb && third === 0xbf ? 3 : 0;
    default:
      return 0;
  }
}

/** First index of the trimmed text between the two ends. */
export function trimStart(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && isAsciiSpace(bytes[i] ?? 0)) i++;
  return i;
}

export function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = end;
  while (i > start && isAsciiSpace(bytes[i - 1] ?? 0)) i--;
  return i;
}

/** NUL is dropped wherever it comes. */
export function withoutNul(bytes: Uint8Array): Uint8Array {
  return bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes;
}

/** A quick 32-bit fingerprint; whoever needs certainty compares the bytes as well. */
export function fingerprint(bytes: Uint8Array, start: number, end: number, seed = 0x811c_9dc5): number {
  let hash = seed;
  let i = start;
  for (; i + 4 <= end; i += 4) {
    const word =
      (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8) | ((bytes[i + 2] ?? 0) << 16) | ((bytes[i + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ word, 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  let rest = end - start;
  for (; i < end; i++) rest = (rest << 8) | (bytes[i] ?? 0);
  hash = Math.imul(hash ^ rest, 0x85eb_ca77);
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2_ae3d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
