import type { Ring } from './ring.ts';

/**
 * How many messages of each shape the stretch at hand holds. Messages without text have no shape. The notes of a
 * message in the ring are the two halves of its shape, and where it is counted.
 */
export class ShapeCounts {
  readonly #ring: Ring;
  #a = new Uint32Array(FIRST_SHAPES);
  #b = new Uint32Array(FIRST_SHAPES);
  #counts = new Uint32Array(FIRST_SHAPES);
  #isUsed = new Uint8Array(FIRST_SHAPES);
  #used = 0;

  constructor(ring: Ring) {
    this.#ring = ring;
  }

  /** Counts the message at this place of the ring, which was added last; how many of its shape there are with it. */
  add(place: number, shapeA: number, shapeB: number): number {
    if (this.#used * 2 > this.#a.length) this.#rebuild();
    this.#ring.noteA[place] = shapeA;
    this.#ring.noteB[place] = shapeB;
    return this.#count(place);
  }

  /** A message without shape. */
  addNone(place: number): void {
    this.#ring.noteC[place] = NO_SHAPE;
  }

  /** How many there are of the shape of the message at this place. */
  countAt(place: number): number {
    return this.#counts[this.#ring.noteC[place] ?? NO_SHAPE] ?? 0;
  }

  leave(place: number): void {
    const slot = this.#ring.noteC[place] ?? NO_SHAPE;
    if (slot !== NO_SHAPE) this.#counts[slot] = (this.#counts[slot] ?? 0) - 1;
  }

  /** Tells which messages have the shape of the one before this. */
  likeLast(end: number): (number: number) => boolean {
    const { noteC, mask } = this.#ring;
    const slot = noteC[(end - 1) & mask];
    return (number) => noteC[number & mask] === slot;
  }

  #count(place: number): number {
    const { noteA, noteB, noteC } = this.#ring;
    const slot = this.#slotOf(noteA[place] ?? 0, noteB[place] ?? 0);
    const count = (this.#counts[slot] ?? 0) + 1;
    noteC[place] = slot;
    this.#counts[slot] = count;
    return count;
  }

  #slotOf(a: number, b: number): number {
    const mask = this.#a.length - 1;
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
  #rebuild(): void {
    const { first, end, mask, noteC } = this.#ring;
    const size = this.#a.length;
    if ((end - first) * 4 > size) {
      this.#a = new Uint32Array(size * 2);
      this.#b = new Uint32Array(size * 2);
      this.#counts = new Uint32Array(size * 2);
      this.#isUsed = new Uint8Array(size * 2);
    } else {
      this.#counts.fill(0);
      this.#isUsed.fill(0);
    }
    this.#used = 0;
    // The last one is still to be counted.
    for (let n = first; n < end - 1; n++) if (noteC[n & mask] !== NO_SHAPE) this.#count(n & mask);
  }
}

const NO_SHAPE = 0;
/** A power of two. */
const FIRST_SHAPES = 1 << 11;
