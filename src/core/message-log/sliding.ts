import { SHAPED } from './flags.ts';
import type { MessageStore } from './message-store.ts';

/** Outgoing messages in the order of time, and their places in the timeline. */
export interface Outgoing {
  at: Float64Array;
  message: Uint32Array;
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
export function largestBatch(store: MessageStore, { at, message }: Outgoing, span: number): Stretch {
  const best = { count: 0, first: 0, end: 0 };
  const shapes = new ShapeCounts();
  let first = 0;
  for (let k = 0; k < at.length; k++) {
    const instant = at[k] ?? 0;
    for (; instant - (at[first] ?? 0) >= span; first++) {
      const old = message[first] ?? 0;
      if (isShaped(store, old)) shapes.add(store.shapeA[old] ?? 0, store.shapeB[old] ?? 0, -1);
    }
    const index = message[k] ?? 0;
    if (!isShaped(store, index)) continue;
    const count = shapes.add(store.shapeA[index] ?? 0, store.shapeB[index] ?? 0, 1);
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
  #a = new Uint32Array(1 << 10);
  #b = new Uint32Array(1 << 10);
  #counts = new Uint32Array(1 << 10);
  #used = new Uint8Array(1 << 10);
  #filled = 0;

  add(a: number, b: number, change: number): number {
    if (this.#filled * 2 > this.#a.length) this.#rebuild();
    const slot = this.#slot(a, b);
    const count = (this.#counts[slot] ?? 0) + change;
    this.#counts[slot] = count;
    return count;
  }

  #slot(a: number, b: number): number {
    const mask = this.#a.length - 1;
    for (let slot = a & mask; ; slot = (slot + 1) & mask) {
      if (this.#used[slot] === 0) {
        this.#used[slot] = 1;
        this.#a[slot] = a;
        this.#b[slot] = b;
        this.#filled++;
        return slot;
      }
      if (this.#a[slot] === a && this.#b[slot] === b) return slot;
    }
  }

  /** Shapes that have left the stretch make room; the table grows where the rest still fills it. */
  #rebuild(): void {
    const [a, b, counts] = [this.#a, this.#b, this.#counts];
    const live = counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
    const size = live * 4 > a.length ? a.length * 2 : a.length;
    this.#a = new Uint32Array(size);
    this.#b = new Uint32Array(size);
    this.#counts = new Uint32Array(size);
    this.#used = new Uint8Array(size);
    this.#filled = 0;
    for (let slot = 0; slot < a.length; slot++) {
      const count = counts[slot] ?? 0;
      if (count > 0) this.#counts[this.#slot(a[slot] ?? 0, b[slot] ?? 0)] = count;
    }
  }
}
