import { SECOND } from './civil.ts';
import { countOutgoing, WALL } from './flags.ts';
import { type Columns, isShelved, type MessageStore, SEGMENT, type Shelved, type StoredFile } from './message-store.ts';
import { emptyRows, MOST_ROWS, type Rows } from './rows.ts';
import { sortByTime } from './time-order.ts';
import { emptyTimeline, reverse, runsBackwards, Steps, type Timeline } from './timeline.ts';
import type { ZoneClock } from './zone.ts';

/** Work on the messages of a log; who has it done is asked for the segments that were put aside. */
export type Walk<Result> = Generator<Shelved, Result, Columns>;

/** Which messages are looked at. */
export interface Scope {
  store: MessageStore;
  clock: ZoneClock;
  /** Only the chats of this one of several numbers. */
  number?: number | undefined;
  /** The first instant that counts, and the first that does not count any more. */
  from: number;
  to: number;
}

/** How to walk through them in the order of time: as they lie in their files, or sorted. */
export interface Route extends Scope, Lasts {
  sorted: Timeline | undefined;
}

/** The last instant of all messages, and of those that count. */
interface Lasts {
  last: number;
  lastCounted: number;
}

/**
 * Finds the way. Among equal times the order is that of the file, reversed where the file runs backwards. Only where
 * the messages have to be sorted first, all have to be in memory at once.
 */
export function* findRoute(scope: Scope): Walk<Route> {
  const last = yield* lastInOrder(scope);
  if (last) return { ...scope, sorted: undefined, ...last };
  const sorted = sortByTime(yield* timelineOf(scope));
  const { at } = sorted;
  const lastCounted = at.findLast((instant) => instant < scope.to && instant >= scope.from);
  return { ...scope, sorted, last: at.at(-1) ?? 0, lastCounted: lastCounted ?? 0 };
}

/** Walks through all messages; `see` says whether anything further is wanted. */
export function* walk(route: Route, see: (rows: Rows) => boolean): Walk<void> {
  const filler = new RowFiller(route, see);
  if (route.sorted) {
    const segments = yield* allSegments(route.store);
    fillSorted(filler, route.sorted, segments);
  } else {
    for (const part of partsOf(route.store)) {
      const columns = isShelved(part.segment) ? yield part.segment : part.segment;
      if (route.number === undefined && !part.isBackwards) fillWhole(filler, columns, part, route);
      else fill(filler, columns, part, route);
      if (filler.isDone) return;
    }
  }
  filler.flush();
}

/** Messages of one file that lie in one segment. */
interface Part {
  segment: Columns | Shelved;
  /** The first of them in the segment, and in the store. */
  at: number;
  index: number;
  count: number;
  isBackwards: boolean;
}

/** All files one after another; of a file that runs backwards the last part comes first. */
function partsOf(store: MessageStore): Part[] {
  return store.files.flatMap(({ start, end, back }: StoredFile) => {
    const parts = partsIn(store, start, end).map((part) => ({ ...part, isBackwards: back > 0 }));
    return back > 0 ? parts.reverse() : parts;
  });
}

function partsIn(store: MessageStore, start: number, end: number): Omit<Part, 'isBackwards'>[] {
  const parts: Omit<Part, 'isBackwards'>[] = [];
  for (let index = start; index < end; ) {
    const count = Math.min(end, (Math.floor(index / SEGMENT) + 1) * SEGMENT) - index;
    parts.push({ ...store.segmentOf(index), index, count });
    index += count;
  }
  return parts;
}

/** Undefined where the messages are in no order. */
function* lastInOrder(scope: Scope): Walk<Lasts | undefined> {
  const { store, number, from, to } = scope;
  if (store.files.some(({ on, back }) => on > 0 && back > 0)) return undefined;
  const known = lastOfPlain(scope);
  if (known) return known;
  const instants = new Float64Array(SEGMENT);
  let last = Number.NEGATIVE_INFINITY;
  let lastCounted = 0;
  for (const part of partsOf(store)) {
    const { segment, at, count, isBackwards } = part;
    const columns = isShelved(segment) ? yield segment : segment;
    writeInstants(instants, columns, at, count, scope);
    for (let n = 0; n < count; n++) {
      const k = isBackwards ? count - 1 - n : n;
      if (number !== undefined && store.numberOf(columns.chat[at + k] ?? 0) !== number) continue;
      const instant = instants[k] ?? 0;
      if (instant < last) return undefined;
      last = instant;
      if (instant >= from && instant < to) lastCounted = instant;
    }
  }
  return { last: Number.isFinite(last) ? last : 0, lastCounted };
}

/** One file of instants in whole seconds is in order, and its last instant is known. */
function lastOfPlain({ store, number, from, to }: Scope): Lasts | undefined {
  const [file, ...others] = store.files;
  const isWhole = number === undefined && from === Number.NEGATIVE_INFINITY && to === Number.POSITIVE_INFINITY;
  if (!isWhole || !file || file.start === file.end || others.length > 0) return undefined;
  if (store.hasWallTimes || store.hasMillis) return undefined;
  const last = file.latest * SECOND;
  return { last, lastCounted: last };
}

function fill(filler: RowFiller, columns: Columns, { at, index, count, isBackwards }: Part, scope: Scope): void {
  const { store, number } = scope;
  const { rows } = filler;
  const { chat, flags, shapeA, shapeB } = columns;
  const instants = new Float64Array(count);
  writeInstants(instants, columns, at, count, scope);
  let to = rows.count;
  for (let n = 0; n < count; n++) {
    const k = isBackwards ? count - 1 - n : n;
    const i = at + k;
    const theirs = chat[i] ?? 0;
    if (number !== undefined && store.numberOf(theirs) !== number) continue;
    rows.at[to] = instants[k] ?? 0;
    rows.chat[to] = theirs;
    rows.flags[to] = flags[i] ?? 0;
    rows.shapeA[to] = shapeA[i] ?? 0;
    rows.shapeB[to] = shapeB[i] ?? 0;
    rows.message[to] = index + k;
    if (++to < MOST_ROWS) continue;
    rows.count = to;
    filler.flush();
    if (filler.isDone) return;
    to = 0;
  }
  rows.count = to;
}

/** The same where nothing has to be left out or turned round: most columns are taken as they are. */
function fillWhole(filler: RowFiller, columns: Columns, { at, index, count }: Part, scope: Scope): void {
  filler.flush();
  const { chat, flags, shapeA, shapeB } = columns;
  for (let n = 0; n < count && !filler.isDone; n += MOST_ROWS) {
    const length = Math.min(count - n, MOST_ROWS);
    const [from, end] = [at + n, at + n + length];
    const { rows } = filler;
    writeInstants(rows.at, columns, from, length, scope);
    for (let k = 0; k < length; k++) rows.message[k] = index + n + k;
    rows.count = length;
    filler.flush({
      ...rows,
      chat: chat.subarray(from, end),
      flags: flags.subarray(from, end),
      shapeA: shapeA.subarray(from, end),
      shapeB: shapeB.subarray(from, end),
    });
  }
}

/** When the messages from one on were, so many of them: step by step, for each step is a short loop. */
function writeInstants(
  to: Float64Array,
  { seconds, millis, flags }: Columns,
  from: number,
  count: number,
  { store, clock }: Scope,
): void {
  for (let k = 0; k < count; k++) to[k] = (seconds[from + k] ?? 0) * SECOND;
  if (millis) for (let k = 0; k < count; k++) to[k] = (to[k] ?? 0) + (millis[from + k] ?? 0);
  if (!store.hasWallTimes) return;
  let step = clock.stepOfWall(to[0] ?? 0);
  for (let k = 0; k < count; k++) {
    if (((flags[from + k] ?? 0) & WALL) === 0) continue;
    const wall = to[k] ?? 0;
    if (wall < step.from || wall >= step.until) step = clock.stepOfWall(wall);
    to[k] = wall - step.offset;
  }
}

/** The messages come from anywhere: what is wanted of each is laid side by side first, for then it is found at once. */
function fillSorted(filler: RowFiller, { at, message }: Timeline, segments: readonly Columns[]): void {
  const { rows } = filler;
  const packed = pack(segments);
  for (let from = 0; from < at.length && !filler.isDone; from += MOST_ROWS) {
    const length = Math.min(at.length - from, MOST_ROWS);
    for (let k = 0; k < length; k++) {
      const index = message[from + k] ?? 0;
      rows.at[k] = at[from + k] ?? 0;
      rows.message[k] = index;
      rows.chat[k] = packed[4 * index] ?? 0;
      rows.flags[k] = packed[4 * index + 1] ?? 0;
      rows.shapeA[k] = packed[4 * index + 2] ?? 0;
      rows.shapeB[k] = packed[4 * index + 3] ?? 0;
    }
    rows.count = length;
    filler.flush();
  }
}

function pack(segments: readonly Columns[]): Uint32Array {
  const packed = new Uint32Array(4 * SEGMENT * segments.length);
  segments.forEach(({ chat, flags, shapeA, shapeB }, number) => {
    let to = 4 * SEGMENT * number;
    for (let i = 0; i < chat.length; i++) {
      packed[to++] = chat[i] ?? 0;
      packed[to++] = flags[i] ?? 0;
      packed[to++] = shapeA[i] ?? 0;
      packed[to++] = shapeB[i] ?? 0;
    }
  });
  return packed;
}

/** Hands rows on when there are enough of them. */
class RowFiller {
  readonly rows = emptyRows();
  isDone = false;
  readonly #scope: Scope;
  readonly #see: (rows: Rows) => boolean;

  constructor(scope: Scope, see: (rows: Rows) => boolean) {
    this.#scope = scope;
    this.#see = see;
  }

  flush(rows = this.rows): void {
    if (rows.count === 0 || this.isDone) return;
    rows.from = firstAt(rows, this.#scope.from);
    rows.to = firstAt(rows, this.#scope.to);
    let sent = 0;
    for (let k = rows.from; k < rows.to; k++) {
      rows.out[sent] = k;
      sent += countOutgoing(rows.flags[k] ?? 0);
    }
    rows.sent = sent;
    if (!this.#see(rows)) this.isDone = true;
    this.rows.first += rows.count;
    this.rows.count = 0;
  }
}

function firstAt({ at, count }: Rows, instant: number): number {
  if ((at[0] ?? 0) >= instant) return 0;
  if ((at[count - 1] ?? 0) < instant) return count;
  let k = 0;
  while ((at[k] ?? 0) < instant) k++;
  return k;
}

function* allSegments(store: MessageStore): Walk<Columns[]> {
  const segments: Columns[] = [];
  for (let index = 0; index < store.count; index += SEGMENT) {
    const { segment } = store.segmentOf(index);
    segments.push(isShelved(segment) ? yield segment : segment);
  }
  return segments;
}

function* timelineOf(scope: Scope): Walk<Timeline> {
  const { store, number } = scope;
  const timeline = emptyTimeline(store.messages);
  const instants = new Float64Array(SEGMENT);
  let to = 0;
  for (const { start, end } of store.files) {
    const from = to;
    const steps = new Steps();
    for (const { segment, at, index, count } of partsIn(store, start, end)) {
      const columns = isShelved(segment) ? yield segment : segment;
      writeInstants(instants, columns, at, count, scope);
      for (let k = 0; k < count; k++) {
        if (number !== undefined && store.numberOf(columns.chat[at + k] ?? 0) !== number) continue;
        const instant = instants[k] ?? 0;
        steps.see(instant);
        timeline.at[to] = instant;
        timeline.message[to] = index + k;
        to++;
      }
    }
    if (runsBackwards(timeline.at, from, to, steps)) reverse(timeline, from, to);
  }
  return { at: timeline.at.subarray(0, to), message: timeline.message.subarray(0, to) };
}
