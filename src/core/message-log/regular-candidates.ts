import type { SpacingRule } from './spacing.ts';

/** Messages from the first up to, not including, the end. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Finds where regular runs may be, while messages go by. A run whose gaps vary little is made of blocks of gaps most of
 * which vary little themselves: the squares of the deviations in all blocks within it, at least three fifths of a run of
 * 20, add up to no more than those of the run, so that over half of the blocks stay below a few times their share of it.
 * Every regular run lies within one of the ranges; usually there is none, and nothing to search.
 */
export class RegularCandidates {
  readonly ranges: Range[] = [];
  readonly #rule: SpacingRule;
  /** Up to which square of the coefficient of variation a block varies little; absent where that tells nothing. */
  readonly #limit: number | undefined;
  /** The numbers of the first message of the stretch of short gaps at hand, and of the next to come. */
  #start = 0;
  #end = 0;
  #last = Number.NaN;
  /** 1 for each block of the stretch that varies little, -1 for the others. */
  #scores = new Int8Array(1 << 8);
  #blocks = 0;
  /** The block at hand. */
  #gaps = 0;
  #sum = 0;
  #squares = 0;

  constructor(rule: SpacingRule) {
    this.#rule = rule;
    this.#limit = limitOf(rule);
  }

  see(instant: number): void {
    const gap = instant - this.#last;
    this.#last = instant;
    if (gap < this.#rule.under) {
      this.#sum += gap;
      this.#squares += gap * gap;
      if (++this.#gaps === BLOCK) this.#endBlock();
    } else {
      this.finish();
    }
    this.#end++;
  }

  /** Ends the stretch at hand. */
  finish(): void {
    const [start, end] = [this.#start, this.#end];
    if (end - 1 - start >= this.#rule.gaps) {
      const scores = this.#scores.subarray(0, this.#blocks);
      const ranges = this.#limit === undefined ? [{ start, end }] : rangesOf(inMajority(scores), start, end);
      for (const range of ranges) if (range.end - 1 - range.start >= this.#rule.gaps) this.ranges.push(range);
    }
    this.#start = end;
    this.#blocks = 0;
    this.#beginBlock();
  }

  #endBlock(): void {
    if (this.#blocks === this.#scores.length) {
      const bigger = new Int8Array(this.#scores.length * 2);
      bigger.set(this.#scores);
      this.#scores = bigger;
    }
    const varies = this.#sum === 0 ? Number.POSITIVE_INFINITY : (BLOCK * this.#squares) / this.#sum ** 2 - 1;
    this.#scores[this.#blocks++] = varies <= (this.#limit ?? 0) ? 1 : -1;
    this.#beginBlock();
  }

  #beginBlock(): void {
    this.#gaps = 0;
    this.#sum = 0;
    this.#squares = 0;
  }
}

function limitOf({ gaps, spreadPercent }: SpacingRule): number | undefined {
  const covered = 1 - (2 * (BLOCK - 1)) / gaps;
  if (covered <= 0) return undefined;
  const share = (2 / covered) * (spreadPercent / 100) ** 2;
  return share >= 1 ? undefined : share / (1 - Math.sqrt(share)) ** 2;
}

/** Gaps in a block. */
const BLOCK = 5;

/** Which scores belong to some stretch of scores whose sum is positive. */
function inMajority(scores: Int8Array): Uint8Array {
  const after = new Int32Array(scores.length + 1);
  for (let k = scores.length - 1; k >= 0; k--) after[k] = Math.max(0, (after[k + 1] ?? 0) + (scores[k] ?? 0));
  let before = 0;
  return new Uint8Array(scores.length).map((_, k) => {
    const score = scores[k] ?? 0;
    const isIn = before + score + (after[k + 1] ?? 0) > 0;
    before = Math.max(0, before + score);
    return isIn ? 1 : 0;
  });
}

/** The stretches of marked blocks, with the gaps to either side that may belong to no whole block. */
function rangesOf(marked: Uint8Array, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (let block = 0; block < marked.length; block++) {
    if (marked[block] === 0) continue;
    const first = block;
    while (block + 1 < marked.length && marked[block + 1] === 1) block++;
    ranges.push({
      start: Math.max(start, start + first * BLOCK - (BLOCK - 1)),
      end: Math.min(end, start + (block + 1) * BLOCK + BLOCK),
    });
  }
  return ranges;
}
