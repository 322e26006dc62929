/** Resolves the escapes of a JSON string in place, and returns its new end: what is escaped is never shorter. */
export function unescapeJson(bytes: Uint8Array, start: number, end: number): number {
  let to = start;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== BACKSLASH) {
      bytes[to++] = byte;
      continue;
    }
    i++;
    const letter = bytes[i] ?? 0;
    if (letter !== LETTER_U) {
      bytes[to++] = SHORT_ESCAPES.get(letter) ?? letter;
      continue;
    }
    let code = hexadecimal(bytes, i + 1, end);
    i += 4;
    if (code >= 0xd800 && code < 0xdc00 && bytes[i + 1] === BACKSLASH && bytes[i + 2] === LETTER_U) {
      const low = hexadecimal(bytes, i + 3, end);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        i += 6;
      }
    }
    to = putCharacter(bytes, to, code >= 0xd800 && code < 0xe000 ? REPLACEMENT : code);
  }
  return to;
}

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const REPLACEMENT = 0xfffd;

const SHORT_ESCAPES = new Map(
  Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }).map(([letter, character]) => [
    letter.charCodeAt(0),
    character.charCodeAt(0),
  ]),
);

function hexadecimal(bytes: Uint8Array, at: number, end: number): number {
  if (at + 4 > end) return REPLACEMENT;
  let code = 0;
  for (let k = 0; k < 4; k++) {
    const byte = bytes[at + k] ?? 0;
    const lower = byte | 0x20;
    const digit = byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
    if (digit < 0) return REPLACEMENT;
    code = (code << 4) | digit;
  }
  return code;
}

/** As everywhere in a log, NUL is dropped. */
function putCharacter(bytes: Uint8Array, at: number, code: number): number {
  let to = at;
  if (code === 0) return to;
  if (code < 0x80) {
    bytes[to++] = code;
  } else if (code < 0x800) {
    bytes[to++] = 0xc0 | (code >> 6);
    bytes[to++] = 0x80 | (code & 0x3f);
  } else if (code < 0x1_0000) {
    bytes[to++] = 0xe0 | (code >> 12);
    bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[to++] = 0x80 | (code & 0x3f);
  } else {
    bytes[to++] = 0xf0 | (code >> 18);
    bytes[to++] = 0x80 | ((code >> 12) & 0x3f);
    bytes[to++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[to++] = 0x80 | (code & 0x3f);
  }
  return to;
}
