import { decode } from './bytes.ts';

/**
 * The texts of a few rows, found by reading their file once more: no text is kept while a log is read, so that its
 * examples are given by their lines.
 */
export class LineTexts {
  readonly found = new Map<number, string>();
  readonly #wanted: ReadonlySet<number>;

  constructor(lines: Iterable<number>) {
    this.#wanted = new Set(lines);
  }

  see(line: number, bytes: Uint8Array, start: number, end: number): void {
    if (!this.#wanted.has(line)) return;
    const isCut = end - start > LONGEST;
    const text = decode(bytes, start, isCut ? start + LONGEST : end);
    // The cut may go through a character.
    this.found.set(line, isCut ? `${text.replace(/\ufffd+$/, '')}…` : text);
  }
}

/** In bytes. */
const LONGEST = 400;
