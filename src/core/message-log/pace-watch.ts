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

  see(rows: Rows): void {
    const { at, flags, shapeA, shapeB, out, sent } = rows;
    const { hour, minute, batch } = this;
    const ring = this.#ring;
    const shapes = this.#shapes;
    if (sent > 0) this.#leaveUpTo((at[out[0] ?? 0] ?? 0) - HOUR);
    ring.reserve(sent);
    for (let n = 0; n < sent; n++) {
      const k = out[n] ?? 0;
      const instant = at[k] ?? 0;
      const i = ring.add(rows, k);
      if (this.#grows(hour, instant - HOUR)) renew(hour, hour.count + 1, ring.end);
      if (this.#grows(minute, instant - MINUTE)) renew(minute, minute.count + 1, ring.end);
      if (((flags[k] ?? 0) & SHAPED) === 0) {
        shapes.addNone(i);
      } else if (shapes.add(i, shapeA[k] ?? 0, shapeB[k] ?? 0) > batch.count) {
        // That counts messages which should have left by now.
        this.#leaveUpTo(instant - HOUR);
        const count = shapes.countAt(i);
        if (count > batch.count) renew(batch, count, ring.end, ring.first);
      }
    }
  }

  finish(): void {
    for (const stretch of [this.hour, this.minute, this.batch]) this.#keep(stretch);
  }

  /** Whether the message added last, and as many before it as the stretch has, all come after this instant. */
  #grows({ count }: Stretch, after: number): boolean {
    const { first, end, at, mask } = this.#ring;
    const number = end - 1 - count;
    return number >= first && (at[number & mask] ?? 0) > after;
  }

  /** Those that are up to this instant leave the hour. */
  #leaveUpTo(instant: number): void {
    const ring = this.#ring;
    const { at, mask } = ring;
    for (; ring.first < ring.end && (at[ring.first & mask] ?? 0) <= instant; ring.first++) {
      const { first } = ring;
      if (first === this.hour.first) this.#keep(this.hour);
      if (first === this.minute.first) this.#keep(this.minute);
      if (first === this.batch.first) this.#keep(this.batch);
      this.#shapes.leave(first & mask);
    }
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

function renew(stretch: Stretch, count: number, end: number, first = end - count): void {
  stretch.count = count;
  stretch.first = first;
  stretch.end = end;
  if (stretch.spots.length > 0) stretch.spots = [];
}
