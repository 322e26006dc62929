import { HOUR, MINUTE } from './civil.ts';
import { SHAPED } from './flags.ts';
import { Ring } from './ring.ts';
import { EXAMPLES, type Rows, type Spot } from './rows.ts';
import { ShapeCounts } from './shape-counts.ts';

/** The most messages in any stretch of time of one length; what lies exactly so far apart is not in the same one. */
export interface Stretch {
  count: number;
  /** The numbers of the first message and of the one after the last. */
  first: number;
  end: number;
  when: { from: number; to: number };
  /** The first few of them, once the stretch lies behind. */
  spots: Spot[];
}

/** How close together the number writes: by the hour, by the minute, and with messages of one shape. */
export class PaceWatch {
  readonly hour = emptyStretch();
  readonly minute = emptyStretch();
  /** Messages of one shape within an hour. */
  readonly batch = emptyStretch();

  readonly #ring = new Ring();
  readonly #shapes = new ShapeCounts(this.#ring);
  /** The number of the first message of the minute at hand; the ring holds the hour. */
  #minute = 0;

  see(rows: Rows): void {
    const { at, flags, shapeA, shapeB, out, sent } = rows;
    const ring = this.#ring;
    const shapes = this.#shapes;
    for (let n = 0; n < sent; n++) {
      const k = out[n] ?? 0;
      const instant = at[k] ?? 0;
      while (ring.first < ring.end && instant - (ring.at[ring.first & ring.mask] ?? 0) >= HOUR) this.#leave();
      if (this.#minute < ring.first) this.#minute = ring.first;
      while (this.#minute < ring.end && instant - (ring.at[this.#minute & ring.mask] ?? 0) >= MINUTE) this.#minute++;
      const i = ring.add(rows, k);
      if (ring.end - ring.first > this.hour.count) renew(this.hour, ring.end - ring.first, ring.first, ring.end);
      if (ring.end - this.#minute > this.minute.count) {
        renew(this.minute, ring.end - this.#minute, this.#minute, ring.end);
      }
      const isShaped = ((flags[k] ?? 0) & SHAPED) !== 0;
      const count = isShaped ? shapes.add(i, shapeA[k] ?? 0, shapeB[k] ?? 0) : shapes.addNone(i);
      if (count > this.batch.count) renew(this.batch, count, ring.first, ring.end);
    }
  }

  finish(): void {
    for (const stretch of [this.hour, this.minute, this.batch]) this.#keep(stretch);
  }

  #leave(): void {
    const ring = this.#ring;
    const { first } = ring;
    if (first === this.hour.first) this.#keep(this.hour);
    if (first === this.minute.first) this.#keep(this.minute);
    if (first === this.batch.first) this.#keep(this.batch);
    this.#shapes.leave(first & ring.mask);
    ring.first++;
  }

  /** Notes what is shown of a stretch while its messages are still there. */
  #keep(stretch: Stretch): void {
    const { count, first, end, spots } = stretch;
    if (count === 0 || spots.length > 0) return;
    const ring = this.#ring;
    const belongs = stretch === this.batch ? this.#shapes.likeLast(end) : () => true;
    for (let number = first; number < end && spots.length < EXAMPLES; number++) {
      if (belongs(number)) spots.push(ring.spot(number));
    }
    stretch.when = { from: spots[0]?.at ?? 0, to: ring.at[(end - 1) & ring.mask] ?? 0 };
  }
}

function emptyStretch(): Stretch {
  return { count: 0, first: -1, end: 0, when: { from: 0, to: 0 }, spots: [] };
}

function renew(stretch: Stretch, count: number, first: number, end: number): void {
  stretch.count = count;
  stretch.first = first;
  stretch.end = end;
  if (stretch.spots.length > 0) stretch.spots = [];
}
