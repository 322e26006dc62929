/** When successive gaps count as regular. */
export interface SpacingRule {
  /** At least so many gaps. */
  gaps: number;
  /** Each of them shorter, in milliseconds. */
  under: number;
  /** Their standard deviation below so many percent of their mean. */
  spreadPercent: number;
}

/** A run of gaps: it begins with the gap after this message. */
export interface RegularRun {
  gaps: number;
  first: number;
}

/** No run is known yet: only one of enough gaps is longer. */
export function noRun({ gaps }: SpacingRule): RegularRun {
  return { gaps: gaps - 1, first: 0 };
}

/** Looks for a longer regular run than the best among the messages at these times, of which the first has this number. */
export function searchRuns(at: Float64Array, first: number, rule: SpacingRule, best: RegularRun): void {
  if (at.length - 1 > best.gaps) new RegularSearch(at, first, rule, best).run();
}

/**
 * Searches one stretch of short gaps. Whether a run is regular says nothing about longer or shorter ones, so that all
 * pairs of ends would have to be tried; but a rectangle of pairs is passed over as a whole where even the run that all
 * of them contain varies too much for the largest mean that any of them can have.
 */
class RegularSearch {
  readonly #offset: number;
  readonly #rule: SpacingRule;
  readonly #best: RegularRun;
  readonly #at: Float64Array;
  /** Sums of the gaps before each message, and of their squares; these in two parts, so that no digit is lost. */
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;
  readonly #squaresHigh: Float64Array;

  constructor(at: Float64Array, offset: number, rule: SpacingRule, best: RegularRun) {
    this.#at = at;
    this.#offset = offset;
    this.#rule = rule;
    this.#best = best;
    this.#sums = new Float64Array(at.length);
    this.#squares = new Float64Array(at.length);
    this.#squaresHigh = new Float64Array(at.length);
    for (let k = 1; k < at.length; k++) {
      const gap = (at[k] ?? 0) - (at[k - 1] ?? 0);
      this.#sums[k] = (this.#sums[k - 1] ?? 0) + gap;
      const squares = (this.#squares[k - 1] ?? 0) + gap * gap;
      const carried = Math.floor(squares / HIGH);
      this.#squares[k] = squares - carried * HIGH;
      this.#squaresHigh[k] = (this.#squaresHigh[k - 1] ?? 0) + carried;
    }
  }

  run(): void {
    const last = this.#at.length - 1;
    this.#search(0, last, 0, last);
  }

  /** Runs from one of the messages i0…i1 to one of j0…j1, the longer ones first. */
  #search(i0: number, i1: number, j0: number, j1: number): void {
    if (j1 - i0 <= this.#best.gaps || this.#isHopeless(i0, i1, j0, j1)) return;
    if (i0 === i1 && j0 === j1) {
      if (this.#isRegular(i0, j0)) {
        this.#best.gaps = j0 - i0;
        this.#best.first = this.#offset + i0;
      }
    } else if (i1 - i0 >= j1 - j0) {
      const middle = (i0 + i1) >> 1;
      this.#search(i0, middle, j0, j1);
      this.#search(middle + 1, i1, j0, j1);
    } else {
      const middle = (j0 + j1) >> 1;
      this.#search(i0, i1, middle + 1, j1);
      this.#search(i0, i1, j0, middle);
    }
  }

  #isHopeless(i0: number, i1: number, j0: number, j1: number): boolean {
    const largest = this.#sum(i0, j1);
    if (largest === 0) return true;
    const inner = j0 - i1;
    if (inner < 2) return false;
    const sum = this.#sum(i1, j0);
    const deviations = this.#square(i1, j0) - (sum * sum) / inner;
    const shortest = Math.max(inner, this.#best.gaps + 1);
    // A little room for rounding: what is near is looked at closely.
    return deviations * 10_000 * (1 - ROUNDING) > this.#limit((largest * largest) / shortest);
  }

  #isRegular(i: number, j: number): boolean {
    const gaps = j - i;
    const sum = this.#sum(i, j);
    const deviations = gaps * this.#square(i, j) - sum * sum;
    const difference = deviations * 10_000 - this.#limit(sum * sum);
    if (Math.abs(difference) > ROUNDING * sum * sum) return difference < 0;
    return this.#isRegularExactly(i, j);
  }

  #isRegularExactly(i: number, j: number): boolean {
    let sum = 0n;
    let squares = 0n;
    for (let k = i + 1; k <= j; k++) {
      const gap = BigInt((this.#at[k] ?? 0) - (this.#at[k - 1] ?? 0));
      sum += gap;
      squares += gap * gap;
    }
    const percent = BigInt(this.#rule.spreadPercent);
    return (BigInt(j - i) * squares - sum * sum) * 10_000n < percent * percent * sum * sum;
  }

  #limit(square: number): number {
    return this.#rule.spreadPercent ** 2 * square;
  }

  #sum(i: number, j: number): number {
    return (this.#sums[j] ?? 0) - (this.#sums[i] ?? 0);
  }

  #square(i: number, j: number): number {
    const high = (this.#squaresHigh[j] ?? 0) - (this.#squaresHigh[i] ?? 0);
    return high * HIGH + ((this.#squares[j] ?? 0) - (this.#squares[i] ?? 0));
  }
}

/** Far above what rounding does to the sums, far below what decides a run. */
const ROUNDING = 1e-9;
const HIGH = 2 ** 32;
