import { CR, LF, QUOTE } from './bytes.ts';
import type { PushBuffer } from './push-buffer.ts';

/** How the look for one record ended. */
export type ScanEnd = 'complete' | 'incomplete' | 'unclosed';

/**
 * Finds the cells of one record of a table, where they lie. The caller keeps one writable byte beyond `end`.
 * A quote that is never closed, or closed in the middle of a later line, is told apart from a long quoted text.
 */
export class RecordScanner {
  count = 0;
  /** Where the next record begins, and how many lines this one took. */
  next = 0;
  lines = 0;
  readonly starts = new Int32Array(MOST_CELLS);
  readonly ends = new Int32Array(MOST_CELLS);
  /** Whether the cell holds doubled quotes. */
  readonly doubled = new Uint8Array(MOST_CELLS);

  readonly #delimiter: number;
  readonly #endsCell: Uint8Array;
  #isDoubled = false;
  #breaks = 0;

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
    this.#endsCell = new Uint8Array(256).map((_, byte) => (byte === delimiter || byte === LF || byte === CR ? 1 : 0));
  }

  scan({ bytes, words, from, end }: PushBuffer, isLast: boolean): ScanEnd {
    const endsCell = this.#endsCell;
    // Whatever comes, every loop stops here.
    bytes[end] = LF;
    this.count = 0;
    this.lines = 1;
    for (let i = from; ; i++) {
      let cellStart = i;
      let cellEnd = i;
      this.#isDoubled = false;
      if (bytes[i] === QUOTE && i < end) {
        const close = this.#closingQuote(bytes, words, i, end);
        if (close >= end - (isLast ? 0 : 1)) return isLast ? 'unclosed' : 'incomplete';
        if (endsCell[bytes[close + 1] ?? 0] === 1 || close + 1 === end) {
          cellStart = i + 1;
          cellEnd = close;
          i = close + 1;
        } else if (this.#breaks > 0) {
          return 'unclosed';
        } else {
          this.#isDoubled = false;
          i = close + 1;
          while (endsCell[bytes[i] ?? 0] === 0) i++;
          cellEnd = i;
        }
        this.lines += this.#breaks;
      } else {
        while (endsCell[bytes[i] ?? 0] === 0) i++;
        cellEnd = i;
      }
      this.#keep(cellStart, cellEnd);
      if (i >= end) {
        this.next = end;
        return isLast ? 'complete' : 'incomplete';
      }
      const mark = bytes[i];
      if (mark === this.#delimiter) continue;
      if (mark === CR && i + 1 >= end && !isLast) return 'incomplete';
      this.next = mark === CR && bytes[i + 1] === LF && i + 1 < end ? i + 2 : i + 1;
      return 'complete';
    }
  }

  #keep(start: number, end: number): void {
    if (this.count >= MOST_CELLS) return;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.doubled[this.count] = this.#isDoubled ? 1 : 0;
    this.count++;
  }

  /** The index of the quote that closes the one at `open`; `end` where there is none. */
  #closingQuote(bytes: Uint8Array, words: Int32Array, open: number, end: number): number {
    this.#breaks = 0;
    for (let i = open + 1; i < end; i++) {
      if ((i & 3) === 0) i = skipPlainWords(words, i, end);
      const byte = bytes[i] ?? 0;
      if (IN_QUOTES[byte] === 0) continue;
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

const IN_QUOTES = new Uint8Array(256).map((_, byte) => (byte === QUOTE || byte === LF || byte === CR ? 1 : 0));

/** Makes one quote of each doubled one, in place; returns the new end. */
export function undouble(bytes: Uint8Array, start: number, end: number): number {
  let to = start;
  for (let i = start; i < end; i++) {
    if (bytes[i] === QUOTE && bytes[i + 1] === QUOTE) i++;
    bytes[to++] = bytes[i] ?? 0;
  }
  return to;
}
