import { CR, isAsciiSpace, LF, QUOTE } from './bytes.ts';
import { ROLES } from './columns.ts';
import type { RowFaultReason } from './faults.ts';
import type { JsonPaths } from './json-paths.ts';
import { JsonSkip } from './json-skip.ts';
import { JsonWalker } from './json-walker.ts';
import { PushBuffer } from './push-buffer.ts';
import type { RowFields } from './row-fields.ts';

/** Who takes the rows. */
export interface RowTaker {
  readonly fields: RowFields;
  take(bytes: Uint8Array, line: number): void;
  bad(line: number, reason: RowFaultReason, bytes?: Uint8Array, start?: number, end?: number): void;
}

/**
 * Reads messages from JSON in any of its usual shapes: a list, an object that holds the list, one object a line, or
 * several of these one after another. Only the object at hand is kept.
 */
export class JsonReader {
  readonly #taker: RowTaker;
  readonly #walker: JsonWalker;
  readonly #buffer = new PushBuffer();
  readonly #skip = new JsonSkip();
  /** The open lists, the innermost last: how many objects around each one end after it. */
  readonly #lists: number[] = [];
  #line = 1;

  constructor(taker: RowTaker, paths: JsonPaths) {
    this.#taker = taker;
    this.#walker = new JsonWalker(paths, taker.fields, ROLES.length);
  }

  feed(chunk: Uint8Array): void {
    for (const _ of this.#buffer.append(chunk)) this.#read(false);
  }

  end(): void {
    this.#read(true);
  }

  #read(isLast: boolean): void {
    const buffer = this.#buffer;
    while (buffer.from < buffer.end) {
      if (this.#skip.isSkipping) {
        this.#line += this.#skip.run(buffer);
        continue;
      }
      const byte = buffer.bytes[buffer.from] ?? 0;
      if (byte === OPEN_BRACE) {
        if (!this.#object(isLast)) return;
      } else if (byte === OPEN_BRACKET) {
        this.#openList(0);
      } else if (byte === CLOSE_BRACKET) {
        this.#closeList();
      } else if (isAsciiSpace(byte)) {
        if (byte === CR && buffer.from + 1 >= buffer.end && !isLast) return;
        if (byte === LF || (byte === CR && buffer.bytes[buffer.from + 1] !== LF)) this.#line++;
        buffer.from++;
      } else if (BETWEEN.has(byte)) {
        buffer.from++;
      } else {
        this.#taker.bad(this.#line, 'not-a-message', buffer.bytes, buffer.from, buffer.end);
        this.#skip.value(byte === QUOTE);
      }
    }
  }

  /** False where the object is not there to its end yet. */
  #object(isLast: boolean): boolean {
    const buffer = this.#buffer;
    const { bytes, from, end } = buffer;
    const walked = this.#walker.walk(buffer, (this.#lists.at(-1) ?? 0) === 0);
    const isTooLong = (walked === 'incomplete' ? end : this.#walker.next) - from > LONGEST_OBJECT;
    if (walked === 'incomplete' && !isTooLong && !isLast) return false;
    if (walked === 'list') {
      this.#line += this.#walker.breaks;
      buffer.from = this.#walker.next;
      this.#openList(this.#walker.depth);
    } else if (walked === 'too-deep' || isTooLong) {
      this.#taker.bad(this.#line, isTooLong ? 'too-long' : 'too-deep', bytes, from, end);
      this.#skip.objects(0);
    } else if (walked === 'complete') {
      this.#taker.take(bytes, this.#line);
      this.#line += this.#walker.breaks;
      buffer.from = this.#walker.next;
    } else {
      this.#taker.bad(this.#line, 'broken-json', bytes, from, end);
      if (walked === 'incomplete' || this.#walker.isCut) this.#skip.toLineOfObject();
      else this.#skip.objects(0);
    }
    return true;
  }

  #openList(objectsAround: number): void {
    const { bytes, from, end } = this.#buffer;
    if (objectsAround === 0) this.#buffer.from++;
    this.#lists.push(objectsAround);
    if (this.#lists.length <= MOST_LISTS) return;
    this.#taker.bad(this.#line, 'too-deep', bytes, from, end);
    this.#lists.pop();
    this.#skip.objects(1);
  }

  #closeList(): void {
    this.#buffer.from++;
    const objectsAround = this.#lists.pop() ?? 0;
    if (objectsAround > 0) this.#skip.objects(objectsAround);
  }
}

const LONGEST_OBJECT = 1 << 20;
const MOST_LISTS = 16;

const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** Commas, the record separator, and a brace too many. */
const BETWEEN = new Set([0x2c, 0x1e, 0x7d]);
