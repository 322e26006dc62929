import { type Range, RegularCandidates } from './regular-candidates.ts';
import { EXAMPLES, type Rows, type Spot } from './rows.ts';
import { noRun, type RegularRun, type SpacingRule, searchRuns } from './spacing.ts';
import { type Route, type Walk, walk } from './walk.ts';

/** Finds where outgoing messages may have been written at regular times. */
export class RegularWatch {
  readonly #candidates: RegularCandidates;

  constructor(rule: SpacingRule) {
    this.#candidates = new RegularCandidates(rule);
  }

  see(rows: Rows): void {
    const { at, out, sent } = rows;
    for (let n = 0; n < sent; n++) this.#candidates.see(at[out[n] ?? 0] ?? 0);
  }

  finish(): readonly Range[] {
    this.#candidates.finish();
    return this.#candidates.ranges;
  }
}

export interface ShownRun {
  gaps: number;
  when: { from: number; to: number };
  spots: Spot[];
}

/** The longest regular run in these ranges of the outgoing messages; only now their times are kept. */
export function* longestRun(route: Route, ranges: readonly Range[], rule: SpacingRule): Walk<ShownRun | undefined> {
  if (ranges.length === 0) return undefined;
  const search = new RangeSearch(ranges, rule);
  yield* walk(route, (rows) => search.see(rows));
  return search.shown;
}

/** Messages of a range, as far as they have gone by. */
interface OpenRange {
  range: Range;
  at: Float64Array;
  message: Uint32Array;
}

class RangeSearch {
  /** The longest run so far. */
  shown: ShownRun | undefined;
  readonly #best: RegularRun;
  readonly #rule: SpacingRule;
  /** Ranges of which the beginning has not come yet, and those that are going by. */
  readonly #coming: Range[];
  #open: OpenRange[] = [];
  #number = 0;

  constructor(ranges: readonly Range[], rule: SpacingRule) {
    this.#best = noRun(rule);
    this.#rule = rule;
    this.#coming = ranges.toReversed();
  }

  see({ at, message, out, sent }: Rows): boolean {
    for (let n = 0; n < sent; n++) this.#take(at[out[n] ?? 0] ?? 0, message[out[n] ?? 0] ?? 0);
    return this.#coming.length > 0 || this.#open.length > 0;
  }

  #take(instant: number, which: number): void {
    const number = this.#number++;
    for (let next = this.#coming.at(-1); next?.start === number; next = this.#coming.at(-1)) {
      this.#coming.pop();
      const length = next.end - next.start;
      this.#open.push({ range: next, at: new Float64Array(length), message: new Uint32Array(length) });
    }
    if (this.#open.length === 0) return;
    let isOver = false;
    for (const { range, at, message } of this.#open) {
      at[number - range.start] = instant;
      message[number - range.start] = which;
      isOver ||= number + 1 === range.end;
    }
    if (!isOver) return;
    for (const open of this.#open) if (number + 1 === open.range.end) this.#search(open);
    this.#open = this.#open.filter(({ range }) => number + 1 < range.end);
  }

  #search({ range, at, message }: OpenRange): void {
    const { gaps } = this.#best;
    searchRuns(at, range.start, this.#rule, this.#best);
    if (this.#best.gaps === gaps) return;
    const first = this.#best.first - range.start;
    const last = first + this.#best.gaps;
    const length = Math.min(EXAMPLES, last + 1 - first);
    this.shown = {
      gaps: this.#best.gaps,
      when: { from: at[first] ?? 0, to: at[last] ?? 0 },
      spots: Array.from({ length }, (_, k) => ({ message: message[first + k] ?? 0, at: at[first + k] ?? 0 })),
    };
  }
}
