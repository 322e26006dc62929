import { byteAt, CR, LF, QUOTE } from './bytes';
import { CELLS } from './layout';

/** Further cells of a row are passed over. */
const MOST_CELLS: i32 = 64;

/** What the last record was like. */
export let cells: i32 = 0;
export let lines: i32 = 0;

let delimiter: i32 = 0x2c;
let delimiters: v128 = i8x16.splat(0x2c);

export function setDelimiter(byte: i32): void {
  delimiter = byte;
  delimiters = i8x16.splat(<i8>byte);
}

/** Notes the cells of the record at `from` and returns where the next one begins; 0 where it must be looked at closely. */
export function readRecord(from: i32, end: i32): i32 {
  let at = from;
  let count = 0;
  let breaks = 1;
  while (true) {
    let start = at;
    let cellEnd: i32;
    if (byteAt(at) === QUOTE) {
      start = at + 1;
      cellEnd = start;
      while (true) {
        cellEnd = endOfPlain(cellEnd, QUOTES);
        const byte = byteAt(cellEnd);
        if (cellEnd >= end || byte === 0) return 0;
        if (byte === QUOTE) break;
        if (byte === LF || byteAt(cellEnd + 1) !== LF) breaks++;
        cellEnd++;
      }
      at = cellEnd + 1;
      if (at >= end) return 0;
      const after = byteAt(at);
      if (after !== delimiter && after !== LF && after !== CR) return 0;
    } else {
      cellEnd = endOfPlain(at, delimiters);
      at = cellEnd;
      if (at >= end || byteAt(at) === 0) return 0;
    }
    if (count < MOST_CELLS) {
      store<i32>(CELLS + (count << 3), start);
      store<i32>(CELLS + (count << 3), cellEnd, 4);
      count++;
    }
    if (byteAt(at) !== delimiter) break;
    at++;
  }
  cells = count;
  lines = breaks;
  if (byteAt(at) === CR) {
    if (at + 1 >= end) return 0;
    if (byteAt(at + 1) === LF) at++;
  }
  return at + 1;
}

const QUOTES: v128 = i8x16.splat(0x22);

/** The first of the bytes looked for, a line break or NUL, from here on; the caller has put a line break at the end. */
function endOfPlain(from: i32, wanted: v128): i32 {
  let at = from;
  while (true) {
    const block = v128.load(at);
    const found = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(block, wanted), i8x16.eq(block, i8x16.splat(<i8>LF))),
        v128.or(i8x16.eq(block, i8x16.splat(<i8>CR)), i8x16.eq(block, i8x16.splat(0))),
      ),
    );
    if (found !== 0) return at + ctz<i32>(found);
    at += 16;
  }
}
