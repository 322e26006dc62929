import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { RegularCandidates } from './regular-candidates.ts';
import { noRun, searchRuns } from './spacing.ts';

const RULE = { gaps: 20, under: 300_000, spreadPercent: 10 };

function timesOf(gaps: readonly number[]): Float64Array {
  let at = 1_790_000_000_000;
  return Float64Array.from([0, ...gaps], (gap) => {
    at += gap;
    return at;
  });
}

function run(gaps: readonly number[]) {
  const at = timesOf(gaps);
  const candidates = new RegularCandidates(RULE);
  for (const instant of at) candidates.see(instant);
  candidates.finish();
  const best = noRun(RULE);
  for (const { start, end } of candidates.ranges) searchRuns(at.subarray(start, end), start, RULE, best);
  return best.gaps < RULE.gaps ? { gaps: 0, first: 0 } : best;
}

const same = (gap: number, count: number) => Array.from({ length: count }, () => gap);

/** All pairs, in whole numbers. */
function plainly(gaps: readonly number[]): number {
  let longest = 0;
  for (let start = 0; start < gaps.length; start++) {
    let sum = 0n;
    let squares = 0n;
    for (let end = start; end < gaps.length; end++) {
      const gap = BigInt(gaps[end] ?? 0);
      if (gap >= 300_000n) break;
      sum += gap;
      squares += gap * gap;
      const count = BigInt(end - start + 1);
      const isRegular = (count * squares - sum * sum) * 100n < sum * sum;
      if (count >= 20n && isRegular && Number(count) > longest) longest = Number(count);
    }
  }
  return longest;
}

describe('the longest run of 20 or more gaps under 5 minutes whose spread is under 10 % of their mean', () => {
  test.each<[string, number[], number]>([
    ['none', [], 0],
    ['19 equal gaps', same(60_000, 19), 0],
    ['20 equal gaps', same(60_000, 20), 20],
    ['gaps of 5 minutes', same(300_000, 40), 0],
    ['gaps just under 5 minutes', same(299_999, 40), 40],
    ['a gap of 5 minutes between', [...same(60_000, 25), 300_000, ...same(60_000, 22)], 25],
    ['messages all at once', same(0, 1000), 0],
    ['gaps of one millisecond', same(1, 30), 30],
    ['a spread of exactly 10 %', Array.from({ length: 40 }, (_, k) => (k % 2 === 0 ? 54_000 : 66_000)), 39],
    ['a spread of more', Array.from({ length: 40 }, (_, k) => (k % 2 === 0 ? 53_000 : 67_000)), 0],
    ['a spread of less', Array.from({ length: 40 }, (_, k) => (k % 2 === 0 ? 54_001 : 65_999)), 40],
    ['one odd gap before a long run', [120_000, ...same(60_000, 400)], 401],
    ['one odd gap after a long run', [...same(60_000, 400), 120_000], 401],
    ['one odd gap in a long run', [...same(60_000, 200), 120_000, ...same(60_000, 200)], 401],
  ])('%s', (_, gaps, expected) => {
    expect(run(gaps).gaps).toBe(expected);
    expect(plainly(gaps)).toBe(expected);
  });

  it('tells where the run begins', () => {
    expect(run([1000, 200_000, 5, ...same(60_000, 30), 1000])).toEqual({ gaps: 30, first: 3 });
  });
});

test('the search finds what trying all pairs finds', { timeout: 60_000 }, () => {
  const near = fc.integer({ min: 50_000, max: 70_000 });
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.array(near, { minLength: 5, maxLength: 60 }) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 280_000 }), fc.integer({ min: 3, max: 40 }))
        .map(([gap, n]) => same(gap, n)),
    },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 310_000 }), { maxLength: 20 }) },
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const gaps = parts.flat();
      expect(run(gaps).gaps).toBe(plainly(gaps));
    }),
    { numRuns: 2000 },
  );
});

test('gaps just too irregular, as many as a log may hold, are searched in bounded time', { timeout: 60_000 }, () => {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const longest = [0.17, 0.175, 0.18, 0.2, 0.3].map((jitter) => {
    const gaps = Array.from({ length: 200_000 }, () => Math.round(60_000 * (1 + jitter * (2 * random() - 1))));
    return run(gaps).gaps;
  });
  // Evenly spread over 17 % to either side of the mean, the deviation is 9.8 % of it; over 17.5 % it is 10.1 %.
  expect(longest[0]).toBe(200_000);
  expect(longest.slice(1).every((gaps, k) => gaps < (longest[k] ?? 0))).toBe(true);
});
