import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateReplyRatio, headroom, type ReplyRatioRules, repliesToReach, wilsonInterval } from './reply-ratio.ts';

const rules: ReplyRatioRules = {
  bands: [
    { zone: 'danger', to: 15 },
    { zone: 'warning', from: 15, to: 30 },
    { zone: 'safe', from: 30, to: 50 },
    { zone: 'target', from: 50 },
  ],
  blockBands: [
    { zone: 'safe', to: 1 },
    { zone: 'warning', from: 1, to: 2, toInclusive: true },
    { zone: 'danger', from: 2, fromInclusive: false },
  ],
  verdicts: [
    {
      source: 'green-api',
      counts: 'replies-per-100',
      bands: [
        { zone: 'warning', to: 30 },
        { zone: 'safe', from: 30 },
      ],
    },
    { source: 'z-api', counts: 'blocks-per-100', bands: [{ zone: 'danger', from: 3 }] },
    { source: 'kinbox', counts: 'blocks', bands: [{ zone: 'danger', from: 12 }] },
  ],
};

const zone = (replies: number, sent: number) => evaluateReplyRatio(rules, { sent, replies }).ratio?.zone;
const verdicts = (input: Parameters<typeof evaluateReplyRatio>[1]) =>
  Object.fromEntries(evaluateReplyRatio(rules, input).verdicts.map(({ source, zone }) => [source, zone]));

describe('the ratio', () => {
  it.each([
    [30, 100, 'safe'],
    [29, 100, 'warning'],
    [15, 100, 'warning'],
    [14, 100, 'danger'],
    [50, 100, 'target'],
    [3, 10, 'safe'],
    [0, 1, 'danger'],
    [250, 100, 'target'],
    [2_999_999, 10_000_000, 'warning'],
    [3_000_000, 10_000_000, 'safe'],
  ])('%i replies to %i messages are in the zone %s', (replies, sent, expected) => {
    expect(zone(replies, sent)).toBe(expected);
  });

  it('is rounded half up to one decimal, while the zone is decided on whole numbers', () => {
    expect(evaluateReplyRatio(rules, { sent: 10_000, replies: 2_999 }).ratio).toEqual({ value: 30, zone: 'warning' });
    expect(evaluateReplyRatio(rules, { sent: 2_000, replies: 501 }).ratio?.value).toBe(25.1);
  });

  it('may exceed 100 %, because customers write several times', () => {
    expect(evaluateReplyRatio(rules, { sent: 100, replies: 250 }).ratio).toEqual({ value: 250, zone: 'target' });
  });

  it('does not exist before anything was sent, nor does anything that hangs on it', () => {
    const result = evaluateReplyRatio(rules, { sent: 0, replies: 0, blocked: 0 });
    expect(result).toEqual({ repliesTo: [], headroom: [], verdicts: expect.any(Array) });
  });
});

describe('the inverse questions', () => {
  it('says how many replies each better zone still needs, the nearest first', () => {
    expect(evaluateReplyRatio(rules, { sent: 100, replies: 10 }).repliesTo).toEqual([
      { zone: 'warning', edge: 15, value: 5 },
      { zone: 'safe', edge: 30, value: 20 },
      { zone: 'target', edge: 50, value: 40 },
    ]);
  });

  it('says how many messages may stay unanswered in every zone that is reached', () => {
    expect(evaluateReplyRatio(rules, { sent: 100, replies: 40 }).headroom).toEqual([
      { zone: 'safe', edge: 30, value: 33 },
      { zone: 'warning', edge: 15, value: 166 },
    ]);
  });

  const counts = fc.integer({ min: 0, max: 10_000_000 });
  it('never asks for one reply more or less than the zone needs', () => {
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom(15, 30, 50),
        (replies, sent, edge) => {
          const more = repliesToReach(edge, replies, sent);
          expect((replies + more) * 100).toBeGreaterThanOrEqual(edge * sent);
          if (more > 0) expect((replies + more - 1) * 100).toBeLessThan(edge * sent);
        },
      ),
    );
  });

  it('never allows one message more or less than the zone allows', () => {
    fc.assert(
      fc.property(counts, counts, fc.constantFrom(15, 30, 50), (replies, sent, edge) => {
        const room = headroom(edge, replies, sent);
        if (room > 0) expect(replies * 100).toBeGreaterThanOrEqual(edge * (sent + room));
        if (replies * 100 >= edge * sent) expect(replies * 100).toBeLessThan(edge * (sent + room + 1));
      }),
    );
  });
});

describe('the interval', () => {
  it('is the 95 % Wilson score interval', () => {
    const { low, high } = wilsonInterval(12, 40);
    expect(low).toBeCloseTo(18.07, 2);
    expect(high).toBeCloseTo(45.43, 2);
  });

  it('names the band edges that lie strictly inside it', () => {
    expect(evaluateReplyRatio(rules, { sent: 40, replies: 12 }).interval?.crosses).toEqual([30]);
    expect(evaluateReplyRatio(rules, { sent: 10_000, replies: 4_000 }).interval?.crosses).toEqual([]);
  });

  it('is not given when there are more replies than messages', () => {
    expect(evaluateReplyRatio(rules, { sent: 10, replies: 11 }).interval).toBeUndefined();
    expect(evaluateReplyRatio(rules, { sent: 10, replies: 10 }).interval?.high).toBe(100);
  });

  it('holds the ratio and stays between 0 and 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (sent, some) => {
        const replies = some % (sent + 1);
        const { low, high } = wilsonInterval(replies, sent);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual((replies / sent) * 100 + 1e-9);
        expect(high).toBeGreaterThanOrEqual((replies / sent) * 100 - 1e-9);
      }),
    );
  });
});

describe('blocks', () => {
  it.each([
    [0, 'safe'],
    [10, 'warning'],
    [20, 'warning'],
    [21, 'danger'],
  ])('%i blocks in 1000 messages are in the zone %s', (blocked, expected) => {
    expect(evaluateReplyRatio(rules, { sent: 1000, blocked }).blockRate?.zone).toBe(expected);
  });

  it('are rounded to two decimals', () => {
    expect(evaluateReplyRatio(rules, { sent: 3000, blocked: 7 }).blockRate?.value).toBe(0.23);
  });
});

describe('the projection', () => {
  it('adds the planned messages and the answers expected to them', () => {
    const { projected } = evaluateReplyRatio(rules, { sent: 100, replies: 30, more: 100, rate: 10 });
    expect(projected).toEqual({ value: 20, zone: 'warning' });
  });

  it('is there before anything was sent, but not for nothing at all', () => {
    expect(evaluateReplyRatio(rules, { sent: 0, replies: 0, more: 10, rate: 30 }).projected).toEqual({
      value: 30,
      zone: 'safe',
    });
    expect(evaluateReplyRatio(rules, { sent: 0, replies: 0, more: 0, rate: 30 }).projected).toBeUndefined();
  });
});

describe("each source's own verdict", () => {
  it('follows what that source counts', () => {
    expect(verdicts({ sent: 400, replies: 100, blocked: 12 })).toEqual({
      'green-api': 'warning',
      'z-api': 'danger',
      kinbox: 'danger',
    });
    expect(verdicts({ sent: 401, replies: 200, blocked: 11 })).toEqual({
      'green-api': 'safe',
      'z-api': undefined,
      kinbox: undefined,
    });
  });

  it('is none where nothing is known', () => {
    expect(verdicts({})).toEqual({ 'green-api': undefined, 'z-api': undefined, kinbox: undefined });
  });
});
