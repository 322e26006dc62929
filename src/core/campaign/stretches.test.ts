import { describe, expect, it } from 'vitest';
import { campaignRules } from '../testing/campaign-rules.ts';
import { SOURCES } from '../testing/warm-up-rules.ts';
import { checkCampaign } from './check.ts';
import { stretchesOf } from './stretches.ts';

const stretches = (age: number, audience: number, cold: number) => {
  const input = { audience, cold, age, hours: 8, per: 1, start: 0, sources: SOURCES };
  const result = checkCampaign(campaignRules, input);
  if (result.state !== 'finished') throw new Error('the campaign takes too long');
  return stretchesOf(result.rows).map(({ first, last }) => [first.day, last.day, first.messages]);
};

describe('the calendar of a campaign in few entries', () => {
  it('takes days together on which the same goes out for the same reason', () => {
    expect(stretches(12, 300, 50)).toEqual([
      [1, 1, 166],
      [2, 2, 24],
      [3, 7, 20],
      [8, 8, 10],
    ]);
  });

  it('leaves out the day on which nothing may go out', () => {
    expect(stretches(0, 24, 100)).toEqual([[2, 3, 12]]);
    expect(stretches(100, 232, 0)).toEqual([[1, 1, 232]]);
  });
});
