import type { SpacingRule } from './spacing.ts';

/** Messages from the first up to, not including, the end. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Where regular runs may be. A run whose gaps vary little is made of blocks of gaps most of which vary little
 * themselves: the squares of the deviations in all blocks within it, at least three fifths of a run of 20, add up to no
 * more than those of the run, so that over half of the blocks stay below a few times their share of it. Every regular
 * run lies within one of the ranges; usually there is none, and nothing to search.
 */
export function regularCandidates(at: Float64Array, { start, end }: Range, rule: SpacingRule): Range[] {
  const covered = 1 - (2 * (BLOCK - 1)) / rule.gaps;
  if (covered <= 0) return [{ start, end }];
  const share = (2 / covered) * (rule.spreadPercent / 100) ** 2;
  if (share >= 1) return [{ start, end }];
  const limit = share / (1 - Math.sqrt(share)) ** 2;
  const blocks = Math.floor((end - 1 - start) / BLOCK);
  const scores = new Int8Array(blocks).map((_, block) => (varies(at, start + block * BLOCK) <= limit ? 1 : -1));
  return rangesOf(inMajority(scores), start, end);
}

/** Gaps in a block. */
const BLOCK = 5;

/** The square of the coefficient of variation of the block of gaps after the message. */
function varies(at: Float64Array, first: number): number {
  let sum = 0;
  let squares = 0;
  for (let k = first; k < first + BLOCK; k++) {
    const gap = (at[k + 1] ?? 0) - (at[k] ?? 0);
    sum += gap;
    squares += gap * gap;
  }
  return sum === 0 ? Number.POSITIVE_INFINITY : (BLOCK * squares) / (sum * sum) - 1;
}

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
