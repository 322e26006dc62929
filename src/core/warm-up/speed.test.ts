import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { checkCampaign } from '../campaign/check.ts';
import { campaignRules } from '../testing/campaign-rules.ts';
import { SOURCES, warmUpRules } from '../testing/warm-up-rules.ts';
import { planWarmUp } from './plan.ts';

// A busy machine must not fail the test: it is there to catch work that grew tenfold, not a slow afternoon.
const GENEROUS = 5;

function medianMs(run: (n: number) => void): number {
  const times = Array.from({ length: 101 }, (_, n) => {
    const from = performance.now();
    run(n);
    return performance.now() - from;
  });
  return times.toSorted((a, b) => a - b)[50] ?? Number.POSITIVE_INFINITY;
}

it('a plan of 90 days for five sources takes at most 1 ms', () => {
  const input = { start: 20_000, sources: SOURCES, connect: 'service' as const, target: 100_000 };
  expect(planWarmUp(warmUpRules, input).days).toHaveLength(91);
  // Another start each time: what was found before is not found again.
  expect(medianMs((n) => planWarmUp(warmUpRules, { ...input, start: n }))).toBeLessThan(1 * GENEROUS);
});

it('a campaign of 365 days with all its hints is there within a frame', () => {
  const input = { audience: 80_000, cold: 5, age: 0, hours: 8, per: 1, start: 20_000, sources: SOURCES };
  const result = checkCampaign(campaignRules, input);
  expect(result.state === 'finished' && result.days).toBeGreaterThan(300);
  expect(medianMs(() => checkCampaign(campaignRules, input))).toBeLessThan(4 * GENEROUS);
});
