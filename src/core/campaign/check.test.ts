import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignRules } from '../testing/campaign-rules.ts';
import { SOURCES } from '../testing/warm-up-rules.ts';
import { planWarmUp } from '../warm-up/plan.ts';
import type { CampaignDay } from './allocate.ts';
import { checkCampaign } from './check.ts';
import type { CampaignInput } from './rules.ts';

const START = 20_000;
const check = (changes: Partial<CampaignInput>) => checkCampaign(campaignRules, inputWith(changes));
const inputWith = (changes: Partial<CampaignInput>): CampaignInput => ({
  audience: 1000,
  cold: 0,
  age: 100,
  hours: 8,
  per: 1,
  start: START,
  sources: SOURCES,
  ...changes,
});
const finished = (changes: Partial<CampaignInput>) => {
  const result = check(changes);
  if (result.state !== 'finished') throw new Error('the campaign takes too long');
  return result;
};
const table = (changes: Partial<CampaignInput>) =>
  finished(changes).rows.map(
    ({ newPeople, knownPeople, boundBy }) => `${newPeople}+${knownPeople} ${boundBy.join(' ')}`,
  );

describe('what goes out on a day', () => {
  it('is 29 an hour on an old number, where whapi is followed', () => {
    expect(table({})).toEqual([...Array(4).fill('0+232 hour'), '0+72 audience']);
    expect(table({ hours: 24 })).toEqual(['0+696 hour', '0+304 audience']);
    expect(table({ sources: ['kinbox'], audience: 7000 })).toEqual(['0+6000 day', '0+1000 audience']);
    expect(table({ sources: ['green-api', 'z-api', 'olchat'], audience: 10_000_000 })).toEqual(['0+10000000 audience']);
  });

  it('is never more than the warm-up allows at that age', () => {
    expect(table({ age: 6, sources: ['whapi'], audience: 500 })).toEqual([
      ...['0+83 day', '0+100 day', '0+100 day', '0+116 day', '0+101 audience'],
    ]);
    expect(table({ age: 7, sources: ['olchat'], audience: 500 })).toEqual([
      '0+85 day',
      '0+100 day',
      '0+100 day',
      '0+215 audience',
    ]);
    expect(table({ age: 20, audience: 700 })).toEqual(['0+200 day', '0+200 day', '0+232 hour', '0+68 audience']);
  });

  it('names all that bind', () => {
    expect(table({ age: 9, hours: 4, sources: ['whapi'], audience: 232 })).toEqual(['0+116 hour day', '0+116 hour']);
  });

  it('is the audience on the last day only if there is room left', () => {
    expect(table({ audience: 464 })).toEqual(['0+232 hour', '0+232 hour']);
    expect(table({ audience: 463 })).toEqual(['0+232 hour', '0+231 audience']);
  });

  it('is 20 new people a day on days 1 to 19, and no limit after', () => {
    expect(table({ age: 1, cold: 100, audience: 1000, sources: ['z-api'] })).toEqual([
      ...Array(19).fill('20+0 recipients'),
      '620+0 audience',
    ]);
    expect(table({ age: 15, cold: 100 })).toEqual([
      ...Array(5).fill('20+0 recipients'),
      ...['200+0 day', '200+0 day', '232+0 hour', '232+0 hour', '36+0 audience'],
    ]);
  });

  it('has new people first, as many as the limit allows, and known ones fill the day', () => {
    expect(table({ age: 10, cold: 50, audience: 300 })).toEqual([
      '20+113 day recipients',
      '20+37 recipients',
      ...Array(5).fill('20+0 recipients'),
      '10+0 audience',
    ]);
    expect(table({ age: 30, cold: 50, audience: 300 })).toEqual(['150+82 hour', '0+68 audience']);
    expect(table({ age: 19, cold: 1, audience: 2000, sources: ['z-api'] })).toEqual(['20+1980 audience']);
    expect(table({ age: 1, cold: 50, audience: 48, sources: ['whapi'] })).toEqual([
      '20+0 day recipients',
      '4+24 audience',
    ]);
  });

  it('counts new people rounded up', () => {
    const people = (audience: number, cold: number) =>
      finished({ audience, cold, sources: ['z-api'] }).rows.map(({ newPeople, knownPeople }) => [
        newPeople,
        knownPeople,
      ]);
    expect(people(101, 50)).toEqual([[51, 50]]);
    expect(people(1, 1)).toEqual([[1, 0]]);
    expect(people(100, 29)).toEqual([[29, 71]]);
    expect(people(10_000_000, 7)).toEqual([[700_000, 9_300_000]]);
  });

  it('is all messages to a person on one day', () => {
    expect(finished({ per: 5, audience: 100 }).rows.map(({ messages, boundBy }) => [messages, ...boundBy])).toEqual([
      [230, 'hour'],
      [230, 'hour'],
      [40, 'audience'],
    ]);
  });

  it('is nothing on day 0', () => {
    expect(table({ age: 0, cold: 10, audience: 10 })).toEqual(['0+0 day recipients', '1+9 audience']);
    expect(table({ age: 0, audience: 10, sources: ['z-api'] })).toEqual(['0+0 day', '0+10 audience']);
    expect(finished({ age: 0, audience: 10 }).rows[0]?.limits.day).toEqual({
      most: 0,
      by: ['green-api', 'kinbox', 'olchat', 'whapi'],
    });
  });

  it('names whose limit it is, and where a followed schedule is stricter with new people', () => {
    const [first, , , fourth] = finished({ age: 1, cold: 100, audience: 200 }).rows;
    expect(first?.limits).toEqual({
      hour: { most: 232, by: ['whapi'] },
      day: { most: 12, by: ['olchat'] },
      recipients: { most: 20, by: [] },
      stricterRecipients: { most: 0, by: ['olchat', 'whapi'] },
    });
    expect(fourth?.limits).toEqual({
      hour: { most: 232, by: ['whapi'] },
      day: { most: 41, by: ['olchat'] },
      recipients: { most: 20, by: [] },
    });
  });

  it('has its date and the age of the number', () => {
    expect(finished({ age: 7, audience: 300 }).rows.map(({ day, date, age }) => [day, date - START, age])).toEqual([
      [1, 0, 7],
      [2, 1, 8],
      [3, 2, 9],
      [4, 3, 10],
    ]);
  });
});

describe('the end', () => {
  it('is the day of the last message, and sending begins on the start', () => {
    expect(finished({ audience: 1 })).toMatchObject({ days: 1, finish: START });
    expect(finished({ audience: 1, age: 0 })).toMatchObject({ days: 2, finish: START + 1 });
    expect(finished({})).toMatchObject({ days: 5, finish: START + 4 });
  });

  it('lies within 365 days, or that is the answer', () => {
    expect(finished({ audience: 232 * 365 })).toMatchObject({ days: 365, finish: START + 364 });
    const late = check({ audience: 232 * 365 + 1 });
    expect(late).toMatchObject({ state: 'too-long', withinDays: 365, reached: 232 * 365 });
    expect(late).not.toHaveProperty('rows');
    expect(late).not.toHaveProperty('days');
    expect(late).not.toHaveProperty('finish');
  });

  it('never comes where a person needs more messages than a day allows', () => {
    expect(check({ hours: 1, per: 30 })).toMatchObject({ state: 'too-long', reached: 0 });
  });
});

describe('what would make it shorter', () => {
  const hints = (changes: Partial<CampaignInput>) => check(changes).hints;

  it('is nothing where one day is enough', () => {
    expect(hints({ audience: 100 })).toEqual([]);
  });

  it('is asking first, letting customers write and waiting, while new people are limited', () => {
    expect(hints({ age: 10, cold: 50, audience: 300 })).toEqual([
      { id: 'ask-opt-in' },
      { id: 'let-customers-write', days: 3, finish: START + 2 },
      { id: 'wait', age: 21, days: 2, finish: START + 12 },
    ]);
  });

  it('is waiting while the warm-up limits the day', () => {
    expect(hints({ age: 4, audience: 400, sources: ['whapi'] })).toEqual([
      { id: 'wait', age: 21, days: 2, finish: START + 18 },
    ]);
    expect(hints({ age: 21, audience: 400, sources: ['whapi'] })).toEqual([]);
  });

  it('is fewer messages to each person', () => {
    expect(hints({ per: 5, audience: 100 })).toEqual([{ id: 'fewer-messages', per: 1, days: 1, finish: START }]);
  });

  it('is more hours, but only up to the safe window', () => {
    expect(hints({ hours: 4 })).toEqual([{ id: 'more-hours', hours: 8, days: 5, finish: START + 4 }]);
    expect(hints({ hours: 8 })).toEqual([]);
    expect(hints({ hours: 10 })).toEqual([]);
  });

  it('is a smaller audience where no end is in sight, with whatever would bring one', () => {
    expect(hints({ audience: 100_000, hours: 4, per: 2 })).toEqual([{ id: 'smaller-audience', people: 58 * 365 }]);
    expect(hints({ audience: 43_000, hours: 4 })).toEqual([
      { id: 'more-hours', hours: 8, days: 186, finish: START + 185 },
      { id: 'smaller-audience', people: 116 * 365 },
    ]);
  });

  it('is never waiting for a limit that does not end', () => {
    const endless = {
      ...campaignRules,
      schedules: [
        {
          id: 'a',
          source: 'a',
          milestones: [],
          phases: [{ id: 'p', from: 1, to: null, recipients: { from: 5, to: 5 }, tasks: [] }],
        },
      ],
    };
    const { hints: found } = checkCampaign(endless, inputWith({ cold: 100, audience: 100, sources: ['a'] }));
    expect(found.map(({ id }) => id)).toEqual(['ask-opt-in', 'let-customers-write']);
  });

  it('is never more numbers', () => {
    const anyInput = fc.record({
      audience: fc.integer({ min: 1, max: 200_000 }),
      cold: fc.nat(100),
      age: fc.nat(60),
      hours: fc.integer({ min: 1, max: 24 }),
      per: fc.integer({ min: 1, max: 100 }),
      sources: fc.subarray(SOURCES, { minLength: 1 }),
    });
    const honest = ['ask-opt-in', 'let-customers-write', 'wait', 'fewer-messages', 'more-hours', 'smaller-audience'];
    fc.assert(
      fc.property(anyInput, (changes) => {
        const result = check(changes);
        for (const hint of result.hints) {
          expect(honest).toContain(hint.id);
          if ('days' in hint && result.state === 'finished') expect(hint.days).toBeLessThan(result.days);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the hours of sending', () => {
  it('are judged by the window', () => {
    expect(check({ hours: 8 }).windowZone).toBe('safe');
    expect(check({ hours: 9 }).windowZone).toBe('warning');
    expect(checkCampaign({ ...campaignRules, windowBands: [] }, inputWith({ hours: 9 }))).not.toHaveProperty(
      'windowZone',
    );
  });
});

describe('laws of the campaign', () => {
  const anyInput = fc.record({
    audience: fc.integer({ min: 1, max: 20_000 }),
    cold: fc.nat(100),
    age: fc.nat(50),
    hours: fc.integer({ min: 1, max: 24 }),
    per: fc.integer({ min: 1, max: 10 }),
    sources: fc.subarray(SOURCES, { minLength: 1 }),
  });

  it('everybody gets every message once, within every limit, and something binds every day', () => {
    fc.assert(
      fc.property(anyInput, (changes) => {
        const result = check(changes);
        if (result.state === 'too-long') {
          expect(result.reached).toBeLessThan(changes.audience);
          return;
        }
        const sum = (pick: (row: CampaignDay) => number) => result.rows.reduce((total, row) => total + pick(row), 0);
        const fresh = Math.ceil((changes.audience * changes.cold) / 100);
        expect(sum(({ newPeople }) => newPeople)).toBe(fresh);
        expect(sum(({ knownPeople }) => knownPeople)).toBe(changes.audience - fresh);
        expect(sum(({ messages }) => messages)).toBe(changes.audience * changes.per);
        for (const { messages, newPeople, limits, boundBy } of result.rows) {
          expect(messages).toBeLessThanOrEqual(limits.hour.most ?? Infinity);
          expect(messages).toBeLessThanOrEqual(limits.day.most ?? Infinity);
          expect(newPeople).toBeLessThanOrEqual(limits.recipients.most ?? Infinity);
          expect(boundBy).not.toHaveLength(0);
        }
        expect(result.rows.at(-1)?.messages).toBeGreaterThan(0);
      }),
    );
  });

  it('its day limit is that of the warm-up plan for the same sources', () => {
    fc.assert(
      fc.property(anyInput, (changes) => {
        const result = check(changes);
        if (result.state === 'too-long') return;
        const { days } = planWarmUp(campaignRules, { start: START, sources: changes.sources, connect: 'service' });
        for (const { age, limits } of result.rows) if (days[age]) expect(limits.day).toEqual(days[age].messages);
      }),
    );
  });
});
