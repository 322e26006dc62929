import { CR, LF, QUOTE } from './bytes.ts';
import type { PushBuffer } from './push-buffer.ts';

/** How the look for one record ended. */
export type ScanEnd = 'complete' | 'incomplete' | 'unclosed' | 'nul';

/**
 * Finds the cells of one record of a table, where they lie. The caller keeps one writable byte beyond `end`.
 * A quote that is never closed, or closed in the middle of a later line, is told apart from a long quoted text; NUL
 * has to be dropped before the record can be read.
 */
export class RecordScanner {
  count = 0;
  /** Where the next record begins, and how many lines this one took. */
  next = 0;
  lines = 0;
  /** Cells that a short record lacks are empty. */
  readonly starts = new Int32Array(MOST_CELLS + 1);
  readonly ends = new Int32Array(MOST_CELLS + 1);
  /** Cells that hold doubled quotes. */
  readonly doubled: number[] = [];

  readonly #delimiter: number;
  readonly #endsCell: Uint8Array;
  #isDoubled = false;
  #breaks = 0;

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
    this.#endsCell = new Uint8Array(256).map((_, byte) => ([delimiter, LF, CR, NUL].includes(byte) ? 1 : 0));
  }

  scan({ bytes, words, from, end }: PushBuffer, isLast: boolean): ScanEnd {
    const endsCell = this.#endsCell;
    const { starts, ends } = this;
    const before = this.count;
    let count = 0;
    let outcome: ScanEnd | undefined;
    // Whatever comes, every loop stops here.
    bytes[end] = LF;
    this.lines = 1;
    if (this.doubled.length > 0) this.doubled.length = 0;
    for (let i = from; outcome === undefined; i++) {
      let cellStart = i;
      let cellEnd = i;
      if (bytes[i] === QUOTE && i < end) {
        const close = this.#closingQuote(bytes, words, i, end);
        const isOpen = close >= end - (isLast ? 0 : 1);
        const isMiddle = !isOpen && close + 1 < end && endsCell[bytes[close + 1] ?? 0] === 0;
        if (close < 0 || isOpen || (isMiddle && this.#breaks > 0)) {
          outcome = close < 0 ? 'nul' : isOpen && !isLast ? 'incomplete' : 'unclosed';
          break;
        }
        i = close + 1;
        if (isMiddle) {
          while (endsCell[bytes[i] ?? 0] === 0) i++;
          cellEnd = i;
        } else {
          cellStart++;
          cellEnd = close;
          if (this.#isDoubled) this.doubled.push(count);
        }
        this.lines += this.#breaks;
      } else {
        while (endsCell[bytes[i] ?? 0] === 0) i++;
        cellEnd = i;
      }
      if (count < MOST_CELLS) {
        starts[count] = cellStart;
        ends[count] = cellEnd;
        count++;
      }
      if (bytes[i] !== this.#delimiter || i >= end) outcome = this.#endRecord(bytes, i, end, isLast);
    }
    for (let k = count; k < before; k++) {
      starts[k] = 0;
      ends[k] = 0;
    }
    this.count = count;
    return outcome;
  }

  #endRecord(bytes: Uint8Array, at: number, end: number, isLast: boolean): ScanEnd {
    if (at >= end) {
      this.next = end;
      return isLast ? 'complete' : 'incomplete';
    }
    if (bytes[at] === NUL) return 'nul';
    const isCarriage = bytes[at] === CR;
    if (isCarriage && at + 1 >= end && !isLast) return 'incomplete';
    this.next = isCarriage && at + 1 < end && bytes[at + 1] === LF ? at + 2 : at + 1;
    return 'complete';
  }

  /** The index of the quote that closes the one at `open`; `end` where there is none, -1 where NUL comes first. */
  #closingQuote(bytes: Uint8Array, words: Int32Array, open: number, end: number): number {
    this.#breaks = 0;
    this.#isDoubled = false;
    for (let i = open + 1; i < end; i++) {
      if ((i & 3) === 0) i = skipPlainWords(words, i, end);
      const byte = bytes[i] ?? 0;
      if (IN_QUOTES[byte] === 0) continue;
      if (byte === NUL) return -1;
      if (byte === QUOTE) {
        if (bytes[i + 1] !== QUOTE || i + 1 >= end) return Math.min(i, end);
        this.#isDoubled = true;
        i++;
      } else if (byte === LF || bytes[i + 1] !== LF) {
        this.#breaks++;
      }
    }
    return end;
  }
}

/** Passes over four bytes at a time while none of them is a quote or a control character. */
function skipPlainWords(words: Int32Array, from: number, end: number): number {
  const last = end >> 2;
  let w = from >> 2;
  for (; w < last; w++) {
    const word = words[w] ?? 0;
    const quotes = word ^ 0x2222_2222;
    const isQuote = (quotes - 0x0101_0101) & ~quotes;
    const isControl = (word - 0x2020_2020) & ~word;
    if (((isQuote | isControl) & 0x8080_8080) !== 0) break;
  }
  return w << 2;
}

/** Further cells of a record are passed over. */
const MOST_CELLS = 512;

/** A cell that is always empty. */
export const EMPTY_CELL = MOST_CELLS;

const NUL = 0;

const IN_QUOTES = new Uint8Array(256).map((_, byte) => ([QUOTE, LF, CR, NUL].includes(byte) ? 1 : 0));

/** Makes one quote of each doubled one, in place; returns the new end. */
export function undouble(bytes: Uint8Array, start: number, end: number): number {
  let to = start;
  for (let i = start; i < end; i++) {
    if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i++;
    bytes[to++] = bytes[i] ?? 0;
  }
  return to;
}
