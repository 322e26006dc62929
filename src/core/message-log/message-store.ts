import { SECOND } from './civil.ts';
import { ByteInterner } from './interner.ts';

/** A file whose messages are in the store, one after another. */
export interface StoredFile {
  name: string;
  start: number;
  end: number;
  /** For a chat export: which senders are in it, and which of them is the number itself. */
  senders?: readonly number[];
  self?: number;
}

/** Messages one after another, a column for each thing that is kept of them. */
export interface MessageBlock {
  seconds: Uint32Array;
  chat: Uint32Array;
  flags: Uint32Array;
  line: Uint32Array;
  shapeA: Uint32Array;
  shapeB: Uint32Array;
  millis: Uint16Array;
}

/**
 * All messages in the order read, 24 bytes each and no objects: what the figures need, so that date range, time zone
 * and number can change without reading again, whatever order the rows came in.
 */
export class MessageStore {
  count = 0;
  seconds = new Uint32Array(FIRST_CAPACITY);
  chat = new Uint32Array(FIRST_CAPACITY);
  flags = new Uint32Array(FIRST_CAPACITY);
  line = new Uint32Array(FIRST_CAPACITY);
  shapeA = new Uint32Array(FIRST_CAPACITY);
  shapeB = new Uint32Array(FIRST_CAPACITY);
  /** The earliest and the latest of the seconds ever added. */
  earliest = Number.POSITIVE_INFINITY;
  latest = Number.NEGATIVE_INFINITY;
  /** Thousandths of a second; absent while every time is a whole second. */
  millis: Uint16Array | undefined;

  readonly chats = new ByteInterner();
  readonly numbers = new ByteInterner();
  readonly senders = new ByteInterner();
  readonly files: StoredFile[] = [];
  readonly #groups = new Set<number>();
  readonly #numberOfChat: number[] = [];

  add(
    seconds: number,
    millis: number,
    chat: number,
    flags: number,
    line: number,
    shapeA: number,
    shapeB: number,
  ): void {
    const at = this.count;
    if (at === this.seconds.length) this.reserve(at * 2);
    if (seconds < this.earliest) this.earliest = seconds;
    if (seconds > this.latest) this.latest = seconds;
    this.seconds[at] = seconds;
    this.chat[at] = chat;
    this.flags[at] = flags;
    this.line[at] = line;
    this.shapeA[at] = shapeA;
    this.shapeB[at] = shapeB;
    if (millis !== 0 || this.millis) this.#setMillis(at, millis);
    this.count = at + 1;
  }

  /** Adds so many messages at once; their thousandths only where some are not 0. */
  addBlock(count: number, block: MessageBlock, hasMillis: boolean): void {
    const at = this.count;
    const end = at + count;
    if (end > this.seconds.length) this.reserve(Math.max(at * 2, end));
    for (let k = 0; k < count; k++) {
      const seconds = block.seconds[k] ?? 0;
      if (seconds < this.earliest) this.earliest = seconds;
      if (seconds > this.latest) this.latest = seconds;
    }
    this.seconds.set(block.seconds.subarray(0, count), at);
    this.chat.set(block.chat.subarray(0, count), at);
    this.flags.set(block.flags.subarray(0, count), at);
    this.line.set(block.line.subarray(0, count), at);
    this.shapeA.set(block.shapeA.subarray(0, count), at);
    this.shapeB.set(block.shapeB.subarray(0, count), at);
    if (hasMillis) this.millis ??= new Uint16Array(this.seconds.length);
    this.millis?.set(block.millis.subarray(0, count), at);
    this.count = end;
  }

  /** Milliseconds since 1970, of the instant or of the wall time as if it were UTC. */
  time(index: number): number {
    return (this.seconds[index] ?? 0) * SECOND + (this.millis?.[index] ?? 0);
  }

  move(from: number, to: number): void {
    for (const column of this.#columns()) column[to] = column[from] ?? 0;
  }

  /** What the log calls the chat. */
  chatName(chat: number): string {
    return this.chats.text(chat).replace(/\0.*$/s, '');
  }

  markGroup(chat: number): void {
    this.#groups.add(chat);
  }

  isGroup(chat: number): boolean {
    return this.#groups.has(chat);
  }

  setNumber(chat: number, number: number): void {
    this.#numberOfChat[chat] = number;
  }

  readonly numberOf = (chat: number): number | undefined => this.#numberOfChat[chat];

  #setMillis(at: number, millis: number): void {
    this.millis ??= new Uint16Array(this.seconds.length);
    this.millis[at] = millis;
  }

  /** Makes room for so many messages in all. */
  reserve(capacity: number): void {
    if (capacity <= this.seconds.length) return;
    this.seconds = grown(this.seconds, capacity);
    this.chat = grown(this.chat, capacity);
    this.flags = grown(this.flags, capacity);
    this.line = grown(this.line, capacity);
    this.shapeA = grown(this.shapeA, capacity);
    this.shapeB = grown(this.shapeB, capacity);
    if (this.millis) {
      const millis = new Uint16Array(capacity);
      millis.set(this.millis);
      this.millis = millis;
    }
  }

  #columns(): (Uint32Array | Uint16Array)[] {
    const { seconds, chat, flags, line, shapeA, shapeB, millis } = this;
    return [seconds, chat, flags, line, shapeA, shapeB, ...(millis ? [millis] : [])];
  }
}

const FIRST_CAPACITY = 1 << 16;

function grown(column: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> {
  const bigger = new Uint32Array(capacity);
  bigger.set(column);
  return bigger;
}
