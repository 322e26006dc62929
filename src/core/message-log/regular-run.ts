import { type Range, RegularCandidates } from './regular-candidates.ts';
import { EXAMPLES, type Rows, type Spot, spotAt } from './rows.ts';
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
  if (search.best.gaps < rule.gaps) return undefined;
  const run = new RunSpots(search.best);
  yield* walk(route, (rows) => run.see(rows));
  return { gaps: search.best.gaps, when: { from: run.spots[0]?.at ?? 0, to: run.last }, spots: run.spots };
}

class RangeSearch {
  readonly best: RegularRun;
  readonly #rule: SpacingRule;
  /** Ranges of which the beginning has not come yet, and the times of those that are going by. */
  readonly #coming: Range[];
  #open: { range: Range; at: Float64Array }[] = [];
  #number = 0;

  constructor(ranges: readonly Range[], rule: SpacingRule) {
    this.best = noRun(rule);
    this.#rule = rule;
    this.#coming = ranges.toReversed();
  }

  see(rows: Rows): boolean {
    const { at, out, sent } = rows;
    for (let n = 0; n < sent; n++) this.#take(at[out[n] ?? 0] ?? 0);
    return this.#coming.length > 0 || this.#open.length > 0;
  }

  #take(instant: number): void {
    const number = this.#number++;
    for (let next = this.#coming.at(-1); next?.start === number; next = this.#coming.at(-1)) {
      this.#coming.pop();
      this.#open.push({ range: next, at: new Float64Array(next.end - next.start) });
    }
    if (this.#open.length === 0) return;
    for (const { range, at } of this.#open) {
      at[number - range.start] = instant;
      if (number + 1 === range.end) searchRuns(at, range.start, this.#rule, this.best);
    }
    this.#open = this.#open.filter(({ range }) => number + 1 < range.end);
  }
}

class RunSpots {
  readonly spots: Spot[] = [];
  last = 0;
  readonly #run: RegularRun;
  #number = 0;

  constructor(run: RegularRun) {
    this.#run = run;
  }

  see(rows: Rows): boolean {
    const { first, gaps } = this.#run;
    for (let n = 0; n < rows.sent; n++) {
      const k = rows.out[n] ?? 0;
      const number = this.#number++;
      if (number < first || number > first + gaps) continue;
      if (this.spots.length < EXAMPLES) this.spots.push(spotAt(rows, k));
      this.last = rows.at[k] ?? 0;
    }
    return this.#number <= first + gaps;
  }
}
