import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar/day.ts';
import { DAY_RANGE } from '../calendar/read-day.ts';
import { SOURCES } from '../testing/warm-up-rules.ts';
import {
  CAMPAIGN_RANGES,
  type CampaignRaw,
  type CampaignValues,
  campaignInput,
  readCampaign,
  writeCampaign,
} from './input.ts';

const TODAY = dayOf({ year: 2026, month: 8, date: 3 });
const read = (raw: CampaignRaw) => readCampaign(raw, { sources: SOURCES, today: TODAY });
const full: CampaignRaw = {
  audience: '5000',
  cold: '40',
  age: '12',
  hours: '6',
  per: '2',
  start: '2026-09-01',
  sources: 'whapi',
};

describe('the inputs of the campaign check', () => {
  it('have their defaults where the address has no key', () => {
    expect(read({})).toEqual({ values: { hours: 8, per: 1, start: TODAY, sources: SOURCES }, faults: {} });
  });

  it('are read by their keys', () => {
    const values = {
      audience: 5000,
      cold: 40,
      age: 12,
      hours: 6,
      per: 2,
      start: dayOf({ year: 2026, month: 9, date: 1 }),
      sources: ['whapi'],
    };
    expect(read(full)).toEqual({ values, faults: {} });
    expect(campaignInput(values)).toEqual(values);
  });

  it.each(['audience', 'cold', 'age', 'hours', 'per', 'start'])(
    'an empty %s is no error, but gives no result',
    (key) => {
      const { values, faults } = read({ ...full, [key]: ' ' });
      expect(faults).toEqual({});
      expect(values).not.toHaveProperty(key);
      expect(campaignInput(values)).toBeUndefined();
    },
  );

  it.each([
    ['audience', 1, 10_000_000],
    ['cold', 0, 100],
    ['age', 0, 36_500],
    ['hours', 1, 24],
    ['per', 1, 100],
  ])('%s lies from %i to %i', (key, min, max) => {
    expect(read({ [key]: String(min) }).values).toMatchObject({ [key]: min });
    expect(read({ [key]: String(max) }).values).toMatchObject({ [key]: max });
    expect(read({ [key]: String(max + 1) }).faults).toEqual({ [key]: { reason: 'above', limit: max } });
    if (min > 0) expect(read({ [key]: '0' }).faults).toEqual({ [key]: { reason: 'below', limit: min } });
    expect(read({ [key]: '-1' }).faults).toEqual({ [key]: { reason: 'not-whole' } });
  });

  it('a bad start or choice of sources is an error at its field only', () => {
    expect(read({ start: '2026-02-30' }).faults).toEqual({ start: { reason: 'no-such-day' } });
    expect(read({ sources: '' }).faults).toEqual({ sources: { reason: 'none-chosen' } });
    expect(campaignInput(read({ ...full, sources: '' }).values)).toBeUndefined();
    const unknown = read({ ...full, sources: 'whapi,nobody' });
    expect(unknown.faults).toEqual({ sources: { reason: 'unknown-source', id: 'nobody' } });
    expect(unknown.values.sources).toEqual(SOURCES);
  });
});

describe('the link', () => {
  it('read back on another day gives the same inputs', () => {
    const values: fc.Arbitrary<CampaignValues> = fc.record(
      {
        audience: fc.integer(CAMPAIGN_RANGES.audience),
        cold: fc.integer(CAMPAIGN_RANGES.cold),
        age: fc.integer(CAMPAIGN_RANGES.age),
        hours: fc.integer(CAMPAIGN_RANGES.hours),
        per: fc.integer(CAMPAIGN_RANGES.per),
        start: fc.integer(DAY_RANGE),
        sources: fc.subarray(SOURCES, { minLength: 1 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, (chosen) => {
        expect(readCampaign(writeCampaign(chosen, SOURCES), { sources: SOURCES, today: 0 }).values).toEqual(chosen);
      }),
    );
  });
});
