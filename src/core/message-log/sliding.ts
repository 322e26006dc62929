import { SHAPED } from './flags.ts';
import type { MessageStore } from './message-store.ts';
import type { Timeline } from './timeline.ts';

/** Outgoing messages in the order of time, and their places in the timeline. */
export interface Outgoing {
  at: Float64Array;
  place: Uint32Array;
}

/** A stretch of the outgoing messages: from the first up to, not including, the end. */
export interface Stretch {
  count: number;
  first: number;
  end: number;
}

/** The most messages in any stretch of time; what lies exactly so far apart is not in the same one. */
export function busiest({ at }: Outgoing, span: number): Stretch {
  const best = { count: 0, first: 0, end: 0 };
  let first = 0;
  for (let k = 0; k < at.length; k++) {
    const instant = at[k] ?? 0;
    while (instant - (at[first] ?? 0) >= span) first++;
    const count = k + 1 - first;
    if (count <= best.count) continue;
    best.count = count;
    best.first = first;
    best.end = k + 1;
  }
  return best;
}

/** The most messages of one shape in any stretch of time. Messages without text have no shape. */
export function largestBatch(store: MessageStore, timeline: Timeline, { at, place }: Outgoing, span: number): Stretch {
  const best = { count: 0, first: 0, end: 0 };
  const shapes = new ShapeCounts(store, timeline.message, place);
  let first = 0;
  for (let k = 0; k < at.length; k++) {
    const instant = at[k] ?? 0;
    for (; instant - (at[first] ?? 0) >= span; first++) shapes.leave(first);
    const count = shapes.enter(first, k);
    if (count <= best.count) continue;
    best.count = count;
    best.first = first;
    best.end = k + 1;
  }
  return best;
}

export function isShaped({ flags }: MessageStore, message: number): boolean {
  return ((flags[message] ?? 0) & SHAPED) !== 0;
}

/** How many messages of each shape the stretch at hand holds. */
class ShapeCounts {
  readonly #store: MessageStore;
  readonly #message: Uint32Array;
  readonly #place: Uint32Array;
  /** Where each message is counted; 0 where it has no shape. */
  readonly #slots: Uint32Array;
  #a = new Uint32Array(FIRST_SHAPES);
  #b = new Uint32Array(FIRST_SHAPES);
  #counts = new Uint32Array(FIRST_SHAPES);
  #isUsed = new Uint8Array(FIRST_SHAPES);
  #used = 0;

  constructor(store: MessageStore, message: Uint32Array, place: Uint32Array) {
    this.#store = store;
    this.#message = message;
    this.#place = place;
    this.#slots = new Uint32Array(place.length);
  }

  leave(k: number): void {
    const slot = this.#slots[k] ?? 0;
    if (slot !== 0) this.#counts[slot] = (this.#counts[slot] ?? 0) - 1;
  }

  /** How many of its shape there are with it; the stretch begins with `first`. */
  enter(first: number, k: number): number {
    if (this.#used * 2 > this.#a.length) this.#rebuild(first, k);
    return this.#count(k);
  }

  #count(k: number): number {
    const index = this.#message[this.#place[k] ?? 0] ?? 0;
    if (!isShaped(this.#store, index)) return 0;
    const slot = this.#slotOf(this.#store.shapeA[index] ?? 0, this.#store.shapeB[index] ?? 0);
    const count = (this.#counts[slot] ?? 0) + 1;
    this.#slots[k] = slot;
    this.#counts[slot] = count;
    return count;
  }

  #slotOf(a: number, b: number): number {
    const mask = this.#a.length - 1;
    // Slot 0 stands for no shape.
    for (let slot = a & mask || 1; ; slot = (slot + 1) & mask || 1) {
      if (this.#isUsed[slot] === 0) {
        this.#isUsed[slot] = 1;
        this.#a[slot] = a;
        this.#b[slot] = b;
        this.#used++;
        return slot;
      }
      if (this.#a[slot] === a && this.#b[slot] === b) return slot;
    }
  }

  /** Shapes that have left the stretch make room; the table grows where the rest would soon fill it again. */
  #rebuild(first: number, end: number): void {
    const size = (end - first) * 4 > this.#a.length ? this.#a.length * 2 : this.#a.length;
    this.#a = new Uint32Array(size);
    this.#b = new Uint32Array(size);
    this.#counts = new Uint32Array(size);
    this.#isUsed = new Uint8Array(size);
    this.#used = 0;
    for (let k = first; k < end; k++) this.#count(k);
  }
}

/** A power of two. */
const FIRST_SHAPES = 1 << 11;
