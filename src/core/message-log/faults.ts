import { decode } from './bytes.ts';
import type { TimeFault } from './time-reader.ts';

/** Why a row could not be read. */
export type RowFaultReason =
  | TimeFault
  | 'no-direction'
  | 'unknown-direction'
  | 'no-chat'
  | 'too-long'
  | 'unclosed-quote'
  | 'broken-json'
  | 'too-deep'
  | 'not-a-message';

export interface RowFault {
  /** Index of the file in the order given. */
  file: number;
  line: number;
  reason: RowFaultReason;
  /** The beginning of what was found there. */
  found: string;
}

/** Counts the rows that could not be read, and keeps the first few. */
export class RowFaults {
  count = 0;
  #first: RowFault[] = [];

  add(file: number, line: number, reason: RowFaultReason, bytes?: Uint8Array, start = 0, end = 0): void {
    this.count++;
    const last = this.#first.at(-1);
    const isFull = this.#first.length >= KEPT;
    if (isFull && last && compare(last, { file, line }) <= 0) return;
    const found = bytes ? decode(bytes, start, Math.min(end, start + EXCERPT)) : '';
    this.#first.push({ file, line, reason, found });
    // Some faults come to light only when a file has been read to its end.
    this.#first.sort(compare);
    this.#first.length = Math.min(this.#first.length, KEPT);
  }

  get first(): readonly RowFault[] {
    return this.#first;
  }
}

const KEPT = 20;
const EXCERPT = 60;

type Place = Pick<RowFault, 'file' | 'line'>;

function compare(a: Place, b: Place): number {
  return a.file - b.file || a.line - b.line;
}
