import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDay } from '../calendar/day.ts';
import { SOURCES, warmUpRules } from '../testing/warm-up-rules.ts';
import type { WarmUpInput } from './day.ts';
import { planWarmUp } from './plan.ts';
import type { Connect } from './rules.ts';

const START = dayOf({ year: 2026, month: 8, date: 3 });
const SCHEDULED = ['green-api', 'kinbox', 'olchat', 'whapi'];

const plan = (changes: Partial<WarmUpInput> = {}) =>
  planWarmUp(warmUpRules, { start: START, sources: SOURCES, connect: 'service', ...changes });
const dayOn = (day: number, changes: Partial<WarmUpInput> = {}) => {
  const found = plan({ target: 100_000, ...changes }).days[day];
  if (found === undefined) throw new Error(`no day ${day}`);
  return found;
};
const milestone = (id: string, changes: Partial<WarmUpInput> = {}) =>
  plan(changes).milestones.find((found) => found.id === id)?.day;
const limits = (source: string, from: number, to: number) =>
  plan({ sources: [source], target: 100_000 })
    .days.slice(from, to + 1)
    .map(({ messages }) => (messages.by[0] === 'target' ? undefined : messages.most));

describe('the limit of each source', () => {
  it('whapi grows linearly inside a phase', () => {
    expect(limits('whapi', 1, 14)).toEqual([20, 35, 50, 50, 66, 83, 100, 100, 116, 133, 150, 166, 183, 200]);
  });

  it('whapi never goes above 200 until day 21', () => {
    expect(limits('whapi', 14, 21)).toEqual(Array(8).fill(200));
  });

  it('whapi at most doubles every 3 days from day 21, to the whole message', () => {
    const { days } = plan({ sources: ['whapi', 'kinbox'], target: 100_000 });
    expect(days.slice(21, 28).map(({ messages }) => messages.most)).toEqual([200, 251, 317, 400, 503, 634, 800]);
    for (const { day, messages } of days.slice(21)) {
      // The greatest n with n³ ≤ 200³ × 2^(day − 21), in exact whole numbers.
      const cube = 200n ** 3n * 2n ** BigInt(day - 21);
      let root = BigInt(Math.round(200 * 2 ** ((day - 21) / 3))) - 2n;
      while ((root + 1n) ** 3n <= cube) root += 1n;
      expect(messages.most).toBe(Math.min(6000, Number(root)));
    }
  });

  it('olchat has 12 on day 1, 12 to 100 on days 2 to 8, 100 on day 9 and none from day 10', () => {
    expect(limits('olchat', 1, 11)).toEqual([12, 12, 26, 41, 56, 70, 85, 100, 100, undefined, undefined]);
  });

  it('kinbox limits no day below 6000', () => {
    expect(limits('kinbox', 1, 90)).toEqual(Array(90).fill(6000));
  });

  it('kinbox says on days 0 and 1 that there are no campaigns', () => {
    const tasksOn = (day: number) => dayOn(day, { sources: ['kinbox'] }).lines[0]?.tasks;
    expect(tasksOn(0)).toContain('no-campaigns');
    expect(tasksOn(1)).toContain('no-campaigns');
    expect(tasksOn(2)).toEqual([]);
  });

  it('green-api and z-api name no number of messages', () => {
    expect(limits('green-api', 1, 5)).toEqual(Array(5).fill(undefined));
    expect(limits('z-api', 1, 5)).toEqual(Array(5).fill(undefined));
  });
});

// What each source says on its own, day by day, written down from the table and independent of the schedules' data.
const MESSAGES: Record<string, (day: number) => number | undefined> = {
  'green-api': () => undefined,
  kinbox: () => 6000,
  olchat: (day) => [undefined, 12, 12, 26, 41, 56, 70, 85, 100, 100][day],
  whapi: (day) =>
    day < 21
      ? ([undefined, 20, 35, 50, 50, 66, 83, 100, 100, 116, 133, 150, 166, 183][day] ?? 200)
      : Math.floor(200 * 2 ** ((day - 21) / 3)),
};
const RECIPIENTS: Record<string, (day: number, connect: Connect) => number | undefined> = {
  'green-api': (day) => (day <= 10 ? 20 : undefined),
  kinbox: () => undefined,
  olchat: (day, connect) => {
    if (day === 1) return 0;
    return connect === 'service' && day >= 10 && day <= 19 ? 20 : undefined;
  },
  whapi: (day) => (day <= 3 ? 0 : undefined),
};
const expectedLimit = (named: (readonly [string, number | undefined])[]) => {
  const values = named.flatMap(([, most]) => (most === undefined ? [] : [most]));
  if (values.length === 0) return { by: [] };
  const most = Math.min(...values);
  return { most, by: named.filter((entry) => entry[1] === most).map(([source]) => source) };
};
const subsets = Array.from({ length: 15 }, (_, index) => SCHEDULED.filter((_source, bit) => (index + 1) & (1 << bit)));
const choices = subsets.flatMap((sources) =>
  (['phone', 'service'] as const).flatMap((connect) => [
    { sources, connect },
    { sources: [...sources, 'z-api'], connect },
  ]),
);

describe.each(choices)('following $sources by $connect', ({ sources, connect }) => {
  const followed = SCHEDULED.filter((source) => sources.includes(source));

  it.each([undefined, 1, 12, 100, 200, 250, 5999, 6000, 6001, 100_000])(
    'the strictest wins, with target %s',
    (target) => {
      const { days } = plan({ sources, connect, ...(target !== undefined && { target }) });
      for (const { day, date, messages, recipients, channel, groups, hourly } of days) {
        expect(date).toBe(START + day);
        expect(hourly).toEqual(sources.includes('whapi') ? { most: 29, by: ['whapi'] } : { by: [] });
        if (day === 0) {
          expect({ messages, recipients, channel, groups }).toEqual({
            messages: { most: 0, by: followed },
            recipients: { most: 0, by: followed },
            channel: 'phone',
            groups: 'no',
          });
          continue;
        }
        const named = expectedLimit(followed.map((source) => [source, MESSAGES[source]?.(day)]));
        const isCapped = target !== undefined && (named.most === undefined || named.most > target);
        expect(messages).toEqual(isCapped ? { most: target, by: ['target'] } : named);
        expect(recipients).toEqual(
          expectedLimit(followed.map((source) => [source, RECIPIENTS[source]?.(day, connect)])),
        );
        const byOlchat = day === 1 ? 'phone' : day < 10 ? 'phone-web' : 'service';
        const onPhone = day === 1 ? 'phone' : 'phone-web';
        expect(channel).toBe(connect === 'phone' ? onPhone : sources.includes('olchat') ? byOlchat : 'service');
        const isCareful =
          (sources.includes('green-api') && day <= 10) ||
          (sources.includes('olchat') && connect === 'service' && day >= 10 && day <= 19);
        expect(groups).toBe(isCareful ? 'no' : 'yes');
      }
    },
  );

  it('states its milestones', () => {
    const days = Object.fromEntries(plan({ sources, connect, target: 1 }).milestones.map(({ id, day }) => [id, day]));
    expect(days).toEqual({
      'first-message': 1,
      'age-10': 10,
      'green-light': 25,
      target: 1,
      ...(connect === 'service' && { connect: sources.includes('olchat') ? 10 : 1 }),
    });
  });
});

describe('all sources at once', () => {
  it('is olchat, then both, then whapi', () => {
    const binding = plan({ target: 300 }).days.map(({ messages }) => `${messages.most} ${messages.by.join(' ')}`);
    expect(binding).toEqual([
      '0 green-api kinbox olchat whapi',
      ...['12 olchat', '12 olchat', '26 olchat', '41 olchat', '56 olchat', '70 olchat', '85 olchat'],
      ...['100 olchat whapi', '100 olchat', '133 whapi', '150 whapi', '166 whapi', '183 whapi', '200 whapi'],
      ...Array(7).fill('200 whapi'),
      '251 whapi',
      ...Array(8).fill('300 target'),
    ]);
  });

  it('names no new people by whapi and olchat first, then twenty by who says so', () => {
    const binding = plan().days.map(({ recipients }) =>
      `${recipients.most ?? 'none'} ${recipients.by.join(' ')}`.trim(),
    );
    expect(binding).toEqual([
      '0 green-api kinbox olchat whapi',
      '0 olchat whapi',
      ...Array(2).fill('0 whapi'),
      ...Array(6).fill('20 green-api'),
      '20 green-api olchat',
      ...Array(9).fill('20 olchat'),
      ...Array(11).fill('none'),
    ]);
  });

  it('gives each source its own line, and nothing to one without a schedule', () => {
    expect(dayOn(5).lines).toEqual([
      { source: 'green-api', phases: ['days-1-10'], recipients: 20, tasks: [] },
      { source: 'kinbox', phases: ['any-day'], messages: 6000, tasks: [] },
      { source: 'olchat', phases: ['days-2-9', 'days-2-8'], messages: 56, tasks: ['ten-dialogues', 'write'] },
      { source: 'whapi', phases: ['days-4-7'], messages: 66, tasks: [] },
    ]);
    expect(dayOn(9).lines[2]?.tasks).toEqual(['ten-dialogues']);
    expect(dayOn(4).lines[2]?.tasks).toEqual(['write']);
    expect(dayOn(0).lines.map(({ messages, recipients }) => [messages, recipients])).toEqual(Array(4).fill([0, 0]));
  });

  it('marks the days on which sources differ', () => {
    expect(dayOn(0).disputed).toEqual([]);
    expect(dayOn(1).disputed).toEqual(['messages', 'recipients']);
    expect(dayOn(10).disputed).toEqual(['messages']);
    expect(dayOn(10, { sources: ['green-api', 'olchat', 'whapi'] }).disputed).toEqual([]);
    expect(dayOn(8, { sources: ['olchat', 'whapi'] }).disputed).toEqual([]);
    expect(dayOn(9, { sources: ['olchat', 'whapi'] }).disputed).toEqual(['messages']);
  });
});

describe('the days of the plan', () => {
  it('run to day 30 at least, to day 90 at most and else until the target is reached', () => {
    const last = (changes: Partial<WarmUpInput>) => plan(changes).days.length - 1;
    expect(last({})).toBe(30);
    expect(last({ target: 50 })).toBe(30);
    expect(last({ target: 1600 })).toBe(30);
    expect(last({ target: 1601 })).toBe(31);
    expect(last({ target: 6000 })).toBe(36);
    expect(last({ target: 6001 })).toBe(90);
    expect(last({ target: 100_000, sources: ['whapi'] })).toBe(48);
  });

  it('reach the target on the first day that allows it, if any does', () => {
    expect(milestone('target', { target: 12 })).toBe(1);
    expect(milestone('target', { target: 100 })).toBe(8);
    expect(milestone('target', { target: 101 })).toBe(10);
    expect(milestone('target', { target: 6000 })).toBe(36);
    expect(milestone('target', { target: 6001 })).toBeUndefined();
    expect(milestone('target', { target: 100_000, sources: ['z-api'] })).toBe(1);
    expect(milestone('target')).toBeUndefined();
    expect(milestone('target', { sources: ['z-api'] })).toBeUndefined();
  });

  it('have milestones with dates, in their order, each with who says so', () => {
    expect(plan({ target: 40 }).milestones.map(({ id, date, by, to }) => [id, formatDay(date), by, to])).toEqual([
      ['first-message', '2026-08-04', [], undefined],
      ['target', '2026-08-07', [], undefined],
      ['connect', '2026-08-13', [], undefined],
      ['age-10', '2026-08-13', ['green-api'], undefined],
      ['green-light', '2026-08-28', ['olchat'], 30],
    ]);
  });

  it('begin with the first message on day 1 for every choice of sources', () => {
    expect(milestone('first-message', { sources: ['z-api'] })).toBe(1);
    expect(dayOn(0, { sources: ['z-api'] }).messages).toEqual({ most: 0, by: [] });
    expect(dayOn(1, { sources: ['z-api'], target: 70 }).messages).toEqual({ most: 70, by: ['target'] });
    expect(plan({ sources: ['z-api'] }).days[1]?.messages).toEqual({ by: [] });
  });

  it('go over leap days and year ends date by date', () => {
    const dates = (year: number, month: number, date: number) =>
      plan({ start: dayOf({ year, month, date }) }).days.map((planned) => formatDay(planned.date));
    expect(dates(2024, 2, 27).slice(0, 4)).toEqual(['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01']);
    expect(dates(2100, 2, 27).slice(0, 3)).toEqual(['2100-02-27', '2100-02-28', '2100-03-01']);
    expect(dates(2025, 12, 30).slice(0, 4)).toEqual(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02']);
    expect(dates(2011, 12, 29).slice(0, 3)).toEqual(['2011-12-29', '2011-12-30', '2011-12-31']);
  });
});

describe('milestones that several schedules name', () => {
  const withAges = (first: number, second: number) => ({
    ...warmUpRules,
    schedules: [
      {
        id: 'a',
        source: 'a',
        phases: [],
        milestones: [
          { id: 'age', day: first },
          { id: 'connect', day: 77 },
        ],
      },
      { id: 'b', source: 'b', phases: [], milestones: [{ id: 'age', day: second }] },
    ],
  });

  it.each([
    [10, 12, 12, ['b']],
    [12, 10, 12, ['a']],
    [10, 10, 10, ['a', 'b']],
  ])('on days %i and %i fall on day %i by %j', (first, second, day, by) => {
    const input: WarmUpInput = { start: START, sources: ['a'], connect: 'service' };
    const { milestones } = planWarmUp(withAges(first, second), input);
    expect(milestones.find(({ id }) => id === 'age')).toEqual({ id: 'age', day, by, date: START + day });
    expect(milestones.filter(({ id }) => id === 'connect').map((found) => found.day)).toEqual([1]);
  });
});

describe('laws of the plan', () => {
  const input = fc.record({
    start: fc.integer({ min: 14_245, max: 47_846 }),
    sources: fc.subarray(SOURCES, { minLength: 1 }),
    connect: fc.constantFrom<Connect>('phone', 'service'),
    target: fc.integer({ min: 1, max: 100_000 }),
  });

  it('the combined limit is never above that of any followed source, nor above the target', () => {
    fc.assert(
      fc.property(input, (chosen) => {
        for (const { messages, recipients, lines } of planWarmUp(warmUpRules, chosen).days) {
          expect(messages.most).toBeLessThanOrEqual(chosen.target);
          for (const line of lines) {
            if (line.messages !== undefined) expect(messages.most).toBeLessThanOrEqual(line.messages);
            if (line.recipients !== undefined) expect(recipients.most).toBeLessThanOrEqual(line.recipients);
          }
        }
      }),
    );
  });

  it('following one source more never raises a limit', () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...SOURCES), (chosen, more) => {
        const fewer = planWarmUp(warmUpRules, chosen).days;
        const all = planWarmUp(warmUpRules, { ...chosen, sources: [...chosen.sources, more] }).days;
        for (const [index, { messages, recipients }] of fewer.entries()) {
          expect(all[index]?.messages.most ?? Infinity).toBeLessThanOrEqual(messages.most ?? Infinity);
          expect(all[index]?.recipients.most ?? Infinity).toBeLessThanOrEqual(recipients.most ?? Infinity);
        }
      }),
    );
  });

  it('within a source no later day is lower', () => {
    fc.assert(
      fc.property(input, (chosen) => {
        const { days } = planWarmUp(warmUpRules, chosen);
        for (const source of chosen.sources) {
          const named = days.flatMap(({ lines }) => lines.find((line) => line.source === source)?.messages ?? []);
          expect(named).toEqual(named.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
