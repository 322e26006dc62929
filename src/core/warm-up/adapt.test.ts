import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCES, warmUpRules } from '../testing/warm-up-rules.ts';
import { adviseWarmUp, nextWarmUpDay } from './adapt.ts';
import type { WarmUpInput } from './day.ts';
import { warmUpDay } from './day.ts';
import type { LoggedDay } from './log.ts';

const START = 20_000;
const row = (day: number, sent: number, replies: number): LoggedDay => ({ day, sent, replies });
const advise = (log: LoggedDay[], { today = START, start = START }: { today?: number; start?: number } = {}) =>
  adviseWarmUp(warmUpRules, { log, start, today });
const input: WarmUpInput = { start: START, sources: SOURCES, connect: 'service', target: 500 };

describe('after what happened', () => {
  it.each([
    [0, 'pause', 5],
    [14, 'pause', 5],
    [15, 'hold', 5],
    [29, 'hold', 5],
    [30, 'go-on', 6],
    [50, 'go-on', 6],
    [250, 'go-on', 6],
  ])('%i replies per 100 sent on day 5: %s, next is day %i', (replies, level, planDay) => {
    expect(advise([row(5, 100, replies)])).toEqual({
      level,
      because: 'ratio',
      planDay,
      judged: { days: 1, sent: 100, replies, ratio: replies },
    });
  });

  it('judges on whole numbers: 29.99 is not yet 30', () => {
    expect(advise([row(5, 10_000, 2999)])?.level).toBe('hold');
    expect(advise([row(5, 10_000, 1499)])?.level).toBe('pause');
  });

  it('takes the last seven logged days together', () => {
    const seven = Array.from({ length: 7 }, (_, index) => row(index + 2, 10, 3));
    expect(advise([row(1, 1000, 0), ...seven])).toEqual({
      level: 'go-on',
      because: 'ratio',
      planDay: 9,
      judged: { days: 7, sent: 70, replies: 21, ratio: 30 },
    });
    expect(advise([row(1, 1000, 0), ...seven.slice(1)])?.level).toBe('pause');
  });

  it('judges from 20 sent; below, the plan advances and nothing is called good', () => {
    expect(advise([row(1, 12, 0), row(2, 7, 0)])).toEqual({
      because: 'too-few',
      planDay: 3,
      judged: { days: 2, sent: 19, replies: 0, ratio: 0 },
    });
    expect(advise([row(1, 12, 0), row(2, 8, 0)])?.level).toBe('pause');
    expect(advise([row(1, 0, 3)])).toEqual({
      because: 'too-few',
      planDay: 2,
      judged: { days: 1, sent: 0, replies: 3 },
    });
  });

  it('says nothing where nothing happened', () => {
    expect(advise([])).toBeUndefined();
    expect(advise([], { today: START + 100 })).toBeUndefined();
  });

  it('holds where the bands leave a gap', () => {
    const log = [row(5, 100, 60)];
    expect(adviseWarmUp({ ...warmUpRules, replyBands: [{ zone: 'danger', to: 15 }] }, { log, today: 0 })?.level).toBe(
      'hold',
    );
  });
});

describe('no sending', () => {
  const sent = row(5, 100, 50);

  it.each([
    [18, 'go-on', 19],
    [19, 'restart', 0],
    [40, 'restart', 0],
  ])('from day 5 to the logged day %i: %s', (newest, level, planDay) => {
    expect(advise([sent, row(newest, 0, 0)])).toMatchObject({ level, planDay });
  });

  it.each([
    [18, 'go-on', 6],
    [19, 'restart', 0],
  ])('from day 5 to today, which is day %i: %s', (today, level, planDay) => {
    expect(advise([sent], { today: START + today })).toMatchObject({ level, planDay });
  });

  it('says how long', () => {
    expect(advise([sent], { today: START + 25 })).toEqual({
      level: 'restart',
      because: 'idle',
      planDay: 0,
      idleDays: 20,
      judged: { days: 1, sent: 100, replies: 50, ratio: 50 },
    });
  });

  it('counts from the last send, whatever else was logged', () => {
    expect(advise([row(1, 10, 5), sent, row(15, 1, 0), row(28, 0, 0)])?.level).toBe('go-on');
  });

  it('counts from the first logged day where there was none', () => {
    expect(advise([row(1, 0, 0), row(14, 0, 0)])?.because).toBe('too-few');
    expect(advise([row(1, 0, 0), row(15, 0, 0)])?.because).toBe('idle');
  });

  it('counts a day of the plan that was held once for each date', () => {
    const held = Array.from({ length: 20 }, () => row(5, 10, 2));
    expect(advise(held, { today: START + 25 })).toMatchObject({ level: 'hold', planDay: 5 });
    expect(advise(held, { today: START + 5 + 19 + 13 })?.level).toBe('hold');
    expect(advise(held, { today: START + 5 + 19 + 14 })?.level).toBe('restart');
    const silent = (days: number) => [row(5, 100, 50), ...Array.from({ length: days }, () => row(5, 0, 0))];
    expect(advise(silent(13))?.because).not.toBe('idle');
    expect(advise(silent(14))?.because).toBe('idle');
  });

  it('is judged by the log alone while the start is unknown or lies ahead', () => {
    expect(adviseWarmUp(warmUpRules, { log: [sent], today: START + 400 })?.level).toBe('go-on');
    expect(advise([sent], { today: START - 400 })?.level).toBe('go-on');
  });
});

describe('reinstalled or moved to another phone', () => {
  it('starts again at day 0, whatever the log says', () => {
    const restart = { level: 'restart', because: 'moved', planDay: 0 };
    expect(adviseWarmUp(warmUpRules, { log: [], moved: true, today: 0 })).toEqual(restart);
    expect(adviseWarmUp(warmUpRules, { log: [row(5, 100, 90)], moved: true, today: 0 })).toEqual(restart);
    expect(adviseWarmUp(warmUpRules, { log: [], moved: false, today: 0 })).toBeUndefined();
  });
});

describe('the next day', () => {
  const next = (log: LoggedDay[]) => {
    const advice = advise(log);
    if (advice === undefined) throw new Error('no advice');
    return nextWarmUpDay(warmUpRules, input, advice);
  };

  it('keeps the same limit on hold', () => {
    expect(next([row(7, 85, 20)])).toEqual(warmUpDay(warmUpRules, input, 7));
  });

  it('has no new people during a pause', () => {
    expect(next([row(7, 85, 2)])).toEqual({ ...warmUpDay(warmUpRules, input, 7), recipients: { most: 0, by: [] } });
  });

  it('is the following day of the plan when it goes on, and day 0 when it starts again', () => {
    expect(next([row(7, 85, 80)])).toEqual(warmUpDay(warmUpRules, input, 8));
    expect(next([row(7, 85, 80), row(30, 0, 0)])).toEqual(warmUpDay(warmUpRules, input, 0));
  });

  it('pausing, holding or starting again never raises a limit', () => {
    const log = fc
      .array(fc.record({ day: fc.nat(100), sent: fc.nat(300), replies: fc.nat(100) }), { minLength: 1, maxLength: 20 })
      .map((rows) => rows.toSorted((a, b) => a.day - b.day));
    const chosen = fc.record({
      start: fc.constant(START),
      sources: fc.subarray(SOURCES, { minLength: 1 }),
      connect: fc.constantFrom('phone' as const, 'service' as const),
      target: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(log, chosen, fc.nat(120), (rows, following, today) => {
        const advice = adviseWarmUp(warmUpRules, { log: rows, start: START, today: START + today });
        if (advice === undefined || advice.level === undefined || advice.level === 'go-on') return;
        const last = warmUpDay(warmUpRules, following, rows.at(-1)?.day ?? 0);
        const after = nextWarmUpDay(warmUpRules, following, advice);
        expect(after.messages.most ?? Infinity).toBeLessThanOrEqual(last.messages.most ?? Infinity);
        expect(after.recipients.most ?? Infinity).toBeLessThanOrEqual(last.recipients.most ?? Infinity);
      }),
    );
  });
});
