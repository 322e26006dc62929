import { CR, decode, isAsciiSpace, LF, QUOTE } from './bytes.ts';
import type { JsonPaths, PathInfo } from './json-paths.ts';
import { unescapeJson } from './json-strings.ts';
import type { PushBuffer } from './push-buffer.ts';
import type { RowFields } from './row-fields.ts';

/** How the walk through one object ended; `list`: a list of messages begins in it. */
export type WalkEnd = 'complete' | 'incomplete' | 'broken' | 'too-deep' | 'list';

/** Walks through one JSON object where it lies, and notes where the fields that matter are. */
export class JsonWalker {
  /** Behind the object; behind the opening bracket of the list. */
  next = 0;
  /** Line breaks passed. */
  breaks = 0;
  /** Whether it is broken because its end is missing: then the next line may be sound. */
  isCut = false;
  /** How many objects are open around the list. */
  depth = 0;

  readonly #paths: JsonPaths;
  readonly #fields: RowFields;
  readonly #ranks: Int32Array;
  readonly #escaped: Uint8Array;
  #bytes: Uint8Array = new Uint8Array();
  #end = 0;
  #at = 0;
  #mayHoldList = false;

  constructor(paths: JsonPaths, fields: RowFields, places: number) {
    this.#paths = paths;
    this.#fields = fields;
    this.#ranks = new Int32Array(places);
    this.#escaped = new Uint8Array(places);
  }

  walk({ bytes, from, end }: PushBuffer, mayHoldList: boolean): WalkEnd {
    this.#bytes = bytes;
    this.#end = end;
    this.#at = from + 1;
    this.#mayHoldList = mayHoldList;
    this.breaks = 0;
    this.isCut = false;
    this.#fields.clear();
    const walked = this.#object(this.#paths.root, 1);
    this.next = this.#at;
    if (walked === 'complete') this.#unescape();
    return walked;
  }

  /** The opening brace has been passed. */
  #object(parent: PathInfo, depth: number): WalkEnd {
    if (depth > DEEPEST) return 'too-deep';
    for (let isFirst = true; ; isFirst = false) {
      let byte = this.#peek();
      if (byte === CLOSE_BRACE) {
        this.#at++;
        return 'complete';
      }
      if (!isFirst && byte === COMMA) {
        this.#at++;
        byte = this.#peek();
      } else if (!isFirst && byte !== NOTHING) {
        this.isCut = byte === OPEN_BRACE;
        return 'broken';
      }
      if (byte === NOTHING) return 'incomplete';
      if (byte !== QUOTE) return 'broken';
      const keyStart = this.#at + 1;
      const keyEnd = this.#string();
      if (keyEnd < 0) return keyEnd === INCOMPLETE ? 'incomplete' : 'broken';
      const path = this.#paths.child(parent, this.#bytes, keyStart, keyEnd);
      byte = this.#peek();
      if (byte !== COLON) return byte === NOTHING ? 'incomplete' : 'broken';
      this.#at++;
      const walked = this.#value(path, depth);
      if (walked !== 'complete') return walked;
    }
  }

  #value(path: PathInfo, depth: number): WalkEnd {
    const byte = this.#peek();
    if (byte === NOTHING) return 'incomplete';
    if (byte === OPEN_BRACE) {
      this.#at++;
      return this.#object(path, depth + 1);
    }
    if (byte === OPEN_BRACKET) return this.#array(path, depth);
    const isText = byte === QUOTE;
    const start = isText ? this.#at + 1 : this.#at;
    const end = isText ? this.#string() : this.#scalar();
    if (end < 0) return end === INCOMPLETE ? 'incomplete' : 'broken';
    if (path.samples && path.samples.length < SAMPLES)
      path.samples.push(decode(this.#bytes, start, Math.min(end, start + EXCERPT)));
    if (path.place >= 0 && start < end && (isText || this.#bytes[start] !== LETTER_N)) this.#note(path, start, end);
    return 'complete';
  }

  /** Lists within a message are passed over; the list of messages itself is reported. */
  #array(path: PathInfo, depth: number): WalkEnd {
    if (this.#mayHoldList && path.isList) {
      const open = this.#at++;
      const byte = this.#peek();
      if (byte === NOTHING) return 'incomplete';
      if (byte === OPEN_BRACE || (byte === CLOSE_BRACKET && path.isMessages)) {
        this.depth = depth;
        return 'list';
      }
      this.#at = open;
    }
    let open = 0;
    do {
      const byte = this.#peek();
      if (byte === NOTHING) return 'incomplete';
      if (byte === QUOTE) {
        const end = this.#string();
        if (end < 0) return end === INCOMPLETE ? 'incomplete' : 'broken';
        continue;
      }
      if (byte === OPEN_BRACKET || byte === OPEN_BRACE) open++;
      if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) open--;
      if (open > DEEPEST) return 'too-deep';
      this.#at++;
    } while (open > 0);
    return 'complete';
  }

  #note(path: PathInfo, start: number, end: number): void {
    const { place, rank } = path;
    if (this.#fields.has(place) && (this.#ranks[place] ?? 0) <= rank) return;
    this.#fields.set(place, start, end);
    this.#ranks[place] = rank;
    this.#escaped[place] = this.#bytes.subarray(start, end).includes(BACKSLASH) ? 1 : 0;
  }

  #unescape(): void {
    for (let place = 0; place < this.#escaped.length; place++) {
      if (this.#escaped[place] === 0 || !this.#fields.has(place)) continue;
      const start = this.#fields.start(place);
      this.#fields.set(place, start, unescapeJson(this.#bytes, start, this.#fields.end(place)));
    }
  }

  /** The next byte that is no white space. */
  #peek(): number {
    const bytes = this.#bytes;
    for (; this.#at < this.#end; this.#at++) {
      const byte = bytes[this.#at] ?? 0;
      if (!isAsciiSpace(byte)) return byte;
      if (byte === LF || (byte === CR && bytes[this.#at + 1] !== LF)) this.breaks++;
    }
    return NOTHING;
  }

  /** From an opening quote past the closing one, whose index it returns. */
  #string(): number {
    const bytes = this.#bytes;
    for (let i = this.#at + 1; i < this.#end; i++) {
      const byte = bytes[i] ?? 0;
      if (IN_STRING[byte] === 0) continue;
      if (byte === BACKSLASH) {
        i++;
        continue;
      }
      if (byte !== QUOTE) {
        this.isCut = true;
        return BROKEN;
      }
      this.#at = i + 1;
      return i;
    }
    return INCOMPLETE;
  }

  /** A number, `true`, `false` or `null`; returns its end. */
  #scalar(): number {
    const start = this.#at;
    let i = start;
    while (i < this.#end && isScalarByte(this.#bytes[i] ?? 0)) i++;
    if (i >= this.#end) return INCOMPLETE;
    if (i === start) return BROKEN;
    this.#at = i;
    return i;
  }
}

const DEEPEST = 64;
const SAMPLES = 3;
const EXCERPT = 100;
const NOTHING = -1;
const INCOMPLETE = -1;
const BROKEN = -2;

const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const LETTER_N = 0x6e;

/** A string holds no raw line break: where there is one, its closing quote is missing. */
const IN_STRING = new Uint8Array(256).map((_, byte) =>
  byte === QUOTE || byte === BACKSLASH || byte === LF || byte === CR ? 1 : 0,
);

function isScalarByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (lower >= 0x61 && lower <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}
