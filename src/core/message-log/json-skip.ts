import { CR, isAsciiSpace, LF, QUOTE } from './bytes.ts';
import type { PushBuffer } from './push-buffer.ts';

/** Passes over JSON that cannot or need not be read, of any size and depth, keeping nothing of it. */
export class JsonSkip {
  #way: 'none' | 'containers' | 'scalar' | 'string' | 'line' = 'none';
  #open = 0;
  #isInString = false;
  #isEscaped = false;
  #isAtLineStart = false;
  #wasCarriage = false;

  get isSkipping(): boolean {
    return this.#way !== 'none';
  }

  /** To the end of so many containers that are open already; with none, to the end of the next one. */
  objects(open: number): void {
    this.#begin('containers');
    this.#open = open;
  }

  /** To the end of a value that is no container. */
  value(isString: boolean): void {
    this.#begin(isString ? 'string' : 'scalar');
  }

  /** To the next line that begins with an object. */
  toLineOfObject(): void {
    this.#begin('line');
  }

  /** Returns how many line breaks were passed. */
  run(buffer: PushBuffer): number {
    const { bytes, end } = buffer;
    let breaks = 0;
    for (; buffer.from < end; buffer.from++) {
      const byte = bytes[buffer.from] ?? 0;
      if (this.#isPast(byte)) {
        // What ends a line or a scalar is for the reader; what closes a string or a container belongs to it.
        if (this.#way === 'string' || this.#way === 'containers') buffer.from++;
        this.#way = 'none';
        break;
      }
      if (byte === LF && !this.#wasCarriage) breaks++;
      if (byte === CR) breaks++;
      this.#wasCarriage = byte === CR;
    }
    return breaks;
  }

  #begin(way: 'containers' | 'scalar' | 'string' | 'line'): void {
    this.#way = way;
    this.#isInString = false;
    this.#isEscaped = false;
    this.#isAtLineStart = false;
    this.#wasCarriage = false;
  }

  /** Whether the skip ends with this byte. */
  #isPast(byte: number): boolean {
    switch (this.#way) {
      case 'line':
        if (byte === LF || byte === CR) this.#isAtLineStart = true;
        else if (this.#isAtLineStart && byte === OPEN_BRACE) return true;
        else if (!isAsciiSpace(byte)) this.#isAtLineStart = false;
        return false;
      case 'scalar':
        return isAsciiSpace(byte) || byte === COMMA || byte === CLOSE_BRACKET || byte === CLOSE_BRACE;
      case 'string':
        this.#passInString(byte);
        return !this.#isInString;
      default:
        if (this.#passInString(byte)) return false;
        if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.#open++;
        if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.#open--;
        return this.#open <= 0;
    }
  }

  /** Whether the byte belongs to a string, its quotes included. */
  #passInString(byte: number): boolean {
    if (!this.#isInString) {
      this.#isInString = byte === QUOTE;
      return this.#isInString;
    }
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isInString = false;
    return true;
  }
}

const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
