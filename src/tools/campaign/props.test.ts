import { describe, expect, it } from 'vitest';
import { contextFor } from '../../components/context.ts';
import { checkCampaign } from '../../core/campaign/check.ts';
import { knowledge } from '../../knowledge/index.ts';
import { campaignProps } from './props.ts';

const { rules, sources } = campaignProps(contextFor('en', '/'), knowledge());
const known = sources.map(({ id }) => id);
const daysOf = (age: number, follow: readonly string[] = known) => {
  const input = { audience: 5000, cold: 100, age, hours: 8, per: 1, start: 0, sources: follow };
  const result = checkCampaign(rules, input);
  if (result.state !== 'finished') throw new Error('the campaign takes too long');
  return result.rows;
};

describe('the content that the campaign check computes with', () => {
  it('names an hourly pace only where Whapi is followed', () => {
    expect(daysOf(100)[0]?.limits.hour).toEqual({ most: 29 * 8, by: ['whapi'] });
    for (const id of known.filter((source) => source !== 'whapi')) {
      expect(daysOf(100, [id])[0]?.limits.hour).toEqual({ by: [] });
    }
  });

  it('allows 20 new people a day on days 1 to 19, whichever sources are followed, and nothing on day 0', () => {
    for (const follow of [known, ...known.map((id) => [id])]) {
      const most = daysOf(0, follow).map(({ limits }) => limits.recipients.most);
      expect(most.slice(0, 21)).toEqual([0, ...Array(19).fill(20), undefined]);
    }
  });

  it("allows what the strictest schedule does at the number's age", () => {
    const most = daysOf(0).map(({ limits }) => limits.day.most);
    expect(most.slice(0, 22)).toEqual([
      ...[0, 12, 12, 26, 41, 56, 70, 85, 100, 100, 133, 150, 166, 183],
      ...Array(8).fill(200),
    ]);
    expect(daysOf(100, ['kinbox'])[0]?.limits.day).toEqual({ most: 6000, by: ['kinbox'] });
  });

  it('calls eight hours of sending a safe day', () => {
    const zone = (hours: number) =>
      checkCampaign(rules, { audience: 1, cold: 0, age: 100, hours, per: 1, start: 0, sources: known }).windowZone;
    expect([zone(8), zone(9)]).toEqual(['safe', 'warning']);
  });
});
