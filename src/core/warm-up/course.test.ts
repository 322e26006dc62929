import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCES, warmUpRules } from '../testing/warm-up-rules.ts';
import type { WarmUpValues } from './input.ts';
import { type Situation, situationOf } from './situation.ts';

const START = 20_000;
const values = (changes: Partial<WarmUpValues> = {}): WarmUpValues => ({
  start: START,
  sources: SOURCES,
  connect: 'service',
  log: [],
  moved: false,
  ...changes,
});
const on = (today: number, changes: Partial<WarmUpValues> = {}): Situation => {
  const found = situationOf(warmUpRules, values(changes), START + today);
  if (found === undefined) throw new Error('no situation');
  return found;
};
const dates = ({ plan }: Situation, ...days: number[]) =>
  days.map((day) => (plan.days[day]?.date ?? Number.NaN) - START);
const good = (day: number) => ({ day, sent: 40, replies: 20 });
const poor = (day: number) => ({ day, sent: 40, replies: 8 });

describe('without a log', () => {
  it('day n is n calendar days after the registration, and today counts', () => {
    const situation = on(6);
    expect(dates(situation, 0, 1, 30)).toEqual([0, 1, 30]);
    expect(situation.now).toMatchObject({ day: 6, date: START + 6, messages: { most: 70, by: ['olchat'] } });
    expect(situation.advice).toBeUndefined();
  });

  it('a start that lies ahead shows day 0', () => {
    expect(on(-5).now).toMatchObject({ day: 0, date: START });
  });

  it('a number of any age has a day', () => {
    expect(on(400).now).toMatchObject({ day: 400, date: START + 400, messages: { most: 6000 } });
  });

  it('there is nothing to show while the start or the sources are missing', () => {
    const { start: _start, ...noStart } = values();
    expect(situationOf(warmUpRules, noStart, START)).toBeUndefined();
    const { sources: _sources, ...noSources } = values();
    expect(situationOf(warmUpRules, noSources, START)).toBeUndefined();
  });
});

describe('after what happened', () => {
  it('the plan goes on with its dates', () => {
    const situation = on(4, { log: [good(1), good(2), good(3)] });
    expect(situation.now).toMatchObject({ day: 4, date: START + 4 });
    expect(dates(situation, 3, 4, 30)).toEqual([3, 4, 30]);
  });

  it('a day that was held is repeated, and all later ones move by one', () => {
    const situation = on(4, { log: [poor(2), poor(3)] });
    expect(situation.advice?.level).toBe('hold');
    expect(situation.now).toMatchObject({ day: 3, date: START + 4 });
    expect(dates(situation, 2, 3, 4, 30)).toEqual([2, 4, 5, 31]);
    expect(situation.plan.milestones.find(({ id }) => id === 'age-10')?.date).toBe(START + 11);
  });

  it('days held before stand on their own dates', () => {
    const situation = on(6, { log: [good(1), good(2), good(2), good(3), good(4)] });
    expect(dates(situation, 1, 2, 3, 4, 5, 6)).toEqual([1, 2, 4, 5, 6, 7]);
  });

  it('what is logged already is not asked for again: the next date counts', () => {
    expect(on(3, { log: [good(3)] }).now).toMatchObject({ day: 4, date: START + 4 });
  });

  it('days on which nothing was logged are left out, not made up for', () => {
    const situation = on(9, { log: [good(3)] });
    expect(situation.now).toMatchObject({ day: 4, date: START + 9 });
    expect(dates(situation, 3, 4, 5)).toEqual([3, 9, 10]);
  });

  it('a plan that starts again does so today', () => {
    const situation = on(40, { log: [good(5)] });
    expect(situation.advice?.level).toBe('restart');
    expect(situation.now).toMatchObject({ day: 0, date: START + 40 });
    expect(dates(situation, 0, 1)).toEqual([40, 41]);
  });

  it('during a pause nobody new is written to', () => {
    const situation = on(4, { log: [{ day: 3, sent: 40, replies: 0 }] });
    expect(situation.now).toMatchObject({ day: 3, date: START + 4, recipients: { most: 0 } });
  });
});

describe('after a move', () => {
  it('the plan runs by the calendar from the date of the move', () => {
    const situation = on(12, { log: [good(5)], moved: true, movedOn: START + 10 });
    expect(situation.now).toMatchObject({ day: 2, date: START + 12 });
    expect(dates(situation, 0, 1)).toEqual([10, 11]);
  });

  it('without a date nothing may be sent', () => {
    expect(on(12, { moved: true }).now).toMatchObject({ day: 0, date: START + 12, messages: { most: 0 } });
  });
});

it('later days of the plan never fall on an earlier date', () => {
  const log = fc
    .array(fc.record({ day: fc.nat(40), sent: fc.nat(60), replies: fc.nat(30) }), { maxLength: 20 })
    .map((rows) => rows.toSorted((a, b) => a.day - b.day));
  fc.assert(
    fc.property(log, fc.integer({ min: -10, max: 120 }), (rows, today) => {
      const { plan, now, advice } = on(today, { log: rows });
      const all = plan.days.map(({ date }) => date);
      expect(all).toEqual([...new Set(all)].toSorted((a, b) => a - b));
      expect(now.date).toBeGreaterThanOrEqual(Math.max(START, START + today));
      if (advice && now.day < plan.days.length) expect(plan.days[now.day]?.date).toBe(now.date);
    }),
  );
});
