import { SECOND } from './civil.ts';
import { ByteInterner } from './interner.ts';

/** A file whose messages are in the store, one after another. */
export interface StoredFile {
  name: string;
  start: number;
  end: number;
  /** How often the time goes on, and back, from one message to the next. */
  on: number;
  back: number;
  /** The latest of its seconds. */
  latest: number;
  /** For a chat export: which senders are in it, and which of them is the number itself. */
  senders?: readonly number[];
  self?: number;
}

/** Messages one after another, a list for each thing that is kept of them: 24 bytes each, and no objects. */
export interface Columns {
  /** Of the instant, or of the wall time as if it were UTC. */
  seconds: Uint32Array<ArrayBuffer>;
  chat: Uint32Array<ArrayBuffer>;
  flags: Uint32Array<ArrayBuffer>;
  line: Uint32Array<ArrayBuffer>;
  shapeA: Uint32Array<ArrayBuffer>;
  shapeB: Uint32Array<ArrayBuffer>;
  /** Thousandths of a second; absent while every time is a whole second. */
  millis: Uint16Array<ArrayBuffer> | undefined;
}

/** Messages that were put aside, out of memory. */
export interface Shelved {
  fetch(): Promise<Columns>;
}

/** Puts messages aside; the columns may be written to again at once. */
export type Shelve = (columns: Columns) => Shelved;

/**
 * All messages in the order read: what the figures need, so that date range, time zone and number can change without
 * reading again. They lie in segments of equal length; of a long log only the first few stay in memory, and the last.
 */
export class MessageStore implements Columns {
  count = 0;
  seconds = new Uint32Array(FIRST_CAPACITY);
  chat = new Uint32Array(FIRST_CAPACITY);
  flags = new Uint32Array(FIRST_CAPACITY);
  line = new Uint32Array(FIRST_CAPACITY);
  shapeA = new Uint32Array(FIRST_CAPACITY);
  shapeB = new Uint32Array(FIRST_CAPACITY);
  millis: Uint16Array<ArrayBuffer> | undefined;
  /** The earliest and the latest of the seconds ever added. */
  earliest = Number.POSITIVE_INFINITY;
  latest = Number.NEGATIVE_INFINITY;
  /** Whether some of the times are what a clock on a wall showed. */
  hasWallTimes = false;
  /** Whether some have thousandths of a second. */
  hasMillis = false;

  readonly chats = new ByteInterner();
  readonly numbers = new ByteInterner();
  readonly senders = new ByteInterner();
  readonly files: StoredFile[] = [];
  readonly #groups = new Set<number>();
  readonly #numberOfChat: number[] = [];
  /** All segments but the last, which is what the columns of the store itself are. */
  readonly #full: (Columns | Shelved)[] = [];
  readonly #shelve: Shelve | undefined;
  #inMemory = 0;
  /** Whether what is being read may still have to be changed, and so stays in memory; and whatever is read. */
  #keepsFile = false;
  #keepsAll = false;
  /** The time of the message added last, in the file that is being read. */
  #last = Number.NaN;

  constructor(shelve?: Shelve) {
    this.#shelve = shelve;
  }

  /** How many messages the files hold that were read. */
  get messages(): number {
    return this.files.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  beginFile(name: string): StoredFile {
    const file = { name, start: this.count, end: this.count, on: 0, back: 0, latest: Number.NEGATIVE_INFINITY };
    this.files.push(file);
    this.#keepsFile = false;
    this.#last = Number.NaN;
    return file;
  }

  /** The messages of this file stay in memory until it has been read. */
  keepFile(): void {
    this.#keepsFile = true;
  }

  /** All that is read from now on stays in memory. */
  keepAll(): void {
    this.#keepsAll = true;
  }

  add(
    seconds: number,
    millis: number,
    chat: number,
    flags: number,
    line: number,
    shapeA: number,
    shapeB: number,
  ): void {
    const at = this.#roomFor(1);
    this.seconds[at] = seconds;
    this.#see(this.seconds, at, at + 1);
    this.chat[at] = chat;
    this.flags[at] = flags;
    this.line[at] = line;
    this.shapeA[at] = shapeA;
    this.shapeB[at] = shapeB;
    if (millis !== 0) this.#beginMillis();
    if (this.millis) this.millis[at] = millis;
    this.count++;
  }

  /** Adds the first so many messages of a block. */
  addBlock(count: number, block: Columns): void {
    for (let from = 0; from < count; ) {
      const at = this.#roomFor(count - from);
      const length = Math.min(count - from, this.seconds.length - at);
      const to = from + length;
      this.#see(block.seconds, from, to);
      this.seconds.set(block.seconds.subarray(from, to), at);
      this.chat.set(block.chat.subarray(from, to), at);
      this.flags.set(block.flags.subarray(from, to), at);
      this.line.set(block.line.subarray(from, to), at);
      this.shapeA.set(block.shapeA.subarray(from, to), at);
      this.shapeB.set(block.shapeB.subarray(from, to), at);
      if (block.millis) this.#beginMillis();
      if (block.millis) this.millis?.set(block.millis.subarray(from, to), at);
      else this.millis?.fill(0, at, at + length);
      this.count += length;
      from = to;
    }
  }

  /** The segment that message `index` is in, and its place there; segments all look alike to those who read them. */
  segmentOf(index: number): { segment: Columns | Shelved; at: number } {
    return { segment: this.#full[Math.floor(index / SEGMENT)] ?? columnsIn(this), at: index % SEGMENT };
  }

  /** The same, of a message that is known to be in memory. */
  columnsOf(index: number): { columns: Columns; at: number } {
    const segment = this.#full[Math.floor(index / SEGMENT)] ?? this;
    if (isShelved(segment)) throw new Error(`Message ${index} was put aside.`);
    return { columns: segment, at: index % SEGMENT };
  }

  /** The first message from here on that is in memory, as are all that follow it. */
  firstInMemory(from: number): number {
    const shelved = this.#full.findLastIndex(isShelved);
    return Math.max(from, (shelved + 1) * SEGMENT);
  }

  /** Milliseconds since 1970, of the instant or of the wall time as if it were UTC. */
  time(index: number): number {
    const { columns, at } = this.columnsOf(index);
    return (columns.seconds[at] ?? 0) * SECOND + (columns.millis?.[at] ?? 0);
  }

  /** Puts one message in the place of another; both are in memory. */
  move(from: number, to: number): void {
    const old = this.columnsOf(from);
    const { columns, at } = this.columnsOf(to);
    columns.seconds[at] = old.columns.seconds[old.at] ?? 0;
    columns.chat[at] = old.columns.chat[old.at] ?? 0;
    columns.flags[at] = old.columns.flags[old.at] ?? 0;
    columns.line[at] = old.columns.line[old.at] ?? 0;
    columns.shapeA[at] = old.columns.shapeA[old.at] ?? 0;
    columns.shapeB[at] = old.columns.shapeB[old.at] ?? 0;
    const millis = old.columns.millis?.[old.at] ?? 0;
    if (millis !== 0) columns.millis ??= new Uint16Array(columns.seconds.length);
    if (columns.millis) columns.millis[at] = millis;
  }

  /** Forgets all messages from this one on; they are in memory. */
  cutAt(count: number): void {
    if (count === this.count) return;
    const { columns } = this.columnsOf(count);
    this.#full.length = Math.floor(count / SEGMENT);
    if (columns !== this) this.#use(columns);
    this.count = count;
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

  #beginMillis(): void {
    this.hasMillis = true;
    this.millis ??= new Uint16Array(this.seconds.length);
  }

  #see(seconds: Uint32Array, from: number, to: number): void {
    let last = this.#last;
    let { earliest } = this;
    let latest = Number.NEGATIVE_INFINITY;
    let on = 0;
    let back = 0;
    for (let k = from; k < to; k++) {
      const time = seconds[k] ?? 0;
      if (time > last) on++;
      else if (time < last) back++;
      if (time < earliest) earliest = time;
      if (time > latest) latest = time;
      last = time;
    }
    this.#last = last;
    this.earliest = earliest;
    this.latest = Math.max(this.latest, latest);
    const file = this.files.at(-1);
    if (!file) return;
    file.on += on;
    file.back += back;
    file.latest = Math.max(file.latest, latest);
  }

  /** Where the next message goes in the last segment, which has room for one at least, and for `wanted` if it can. */
  #roomFor(wanted: number): number {
    const at = this.count - this.#full.length * SEGMENT;
    if (at === SEGMENT) {
      this.#beginSegment();
      return 0;
    }
    const capacity = this.seconds.length;
    if (at + wanted > capacity && capacity < SEGMENT) {
      this.#use(grown(this, SEGMENT));
    }
    return at;
  }

  #beginSegment(): void {
    const full = columnsIn(this);
    const mayShelve = this.#inMemory >= MOST_IN_MEMORY && !this.#keepsFile && !this.#keepsAll;
    if (this.#shelve && mayShelve) {
      this.#full.push(this.#shelve(full));
      this.millis = undefined;
    } else {
      this.#full.push(full);
      this.#inMemory++;
      this.#use(emptyColumns(SEGMENT));
    }
  }

  #use({ seconds, chat, flags, line, shapeA, shapeB, millis }: Columns): void {
    this.seconds = seconds;
    this.chat = chat;
    this.flags = flags;
    this.line = line;
    this.shapeA = shapeA;
    this.shapeB = shapeB;
    this.millis = millis;
  }
}

export function isShelved(segment: Columns | Shelved): segment is Shelved {
  return 'fetch' in segment;
}

/** Messages in a segment, and how many full ones stay in memory. */
export const SEGMENT = 1 << 18;
const MOST_IN_MEMORY = 4;
/** Room for a short log; a longer one gets that of a segment. */
const FIRST_CAPACITY = 1 << 14;

function columnsIn({ seconds, chat, flags, line, shapeA, shapeB, millis }: Columns): Columns {
  return { seconds, chat, flags, line, shapeA, shapeB, millis };
}

function emptyColumns(length: number): Columns {
  return {
    seconds: new Uint32Array(length),
    chat: new Uint32Array(length),
    flags: new Uint32Array(length),
    line: new Uint32Array(length),
    shapeA: new Uint32Array(length),
    shapeB: new Uint32Array(length),
    millis: undefined,
  };
}

function grown(old: Columns, length: number): Columns {
  const columns = emptyColumns(length);
  columns.seconds.set(old.seconds);
  columns.chat.set(old.chat);
  columns.flags.set(old.flags);
  columns.line.set(old.line);
  columns.shapeA.set(old.shapeA);
  columns.shapeB.set(old.shapeB);
  if (old.millis) {
    columns.millis = new Uint16Array(length);
    columns.millis.set(old.millis);
  }
  return columns;
}
