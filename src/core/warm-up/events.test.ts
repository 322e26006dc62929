import { describe, expect, it } from 'vitest';
import { dayOf, formatDay } from '../calendar/day.ts';
import { SOURCES, warmUpRules } from '../testing/warm-up-rules.ts';
import type { WarmUpInput } from './day.ts';
import { warmUpEvents } from './events.ts';
import { planWarmUp } from './plan.ts';

const START = dayOf({ year: 2026, month: 12, date: 20 });
const events = (changes: Partial<WarmUpInput> = {}) => {
  const input: WarmUpInput = { start: START, sources: SOURCES, connect: 'service', target: 20, ...changes };
  return warmUpEvents(warmUpRules, input, planWarmUp(warmUpRules, input));
};
const table = (changes: Partial<WarmUpInput> = {}) =>
  events(changes).map(({ start, end, about }) => [
    about.kind === 'phase' ? about.phase : about.milestone,
    formatDay(start),
    formatDay(end),
  ]);

describe('the events of a plan', () => {
  it('are one a phase and one a milestone, whole days with an exclusive end', () => {
    expect(table({ sources: ['whapi'] })).toEqual([
      ['days-1-3', '2026-12-21', '2026-12-24'],
      ['days-4-7', '2026-12-24', '2026-12-28'],
      ['days-8-14', '2026-12-28', '2027-01-04'],
      ['days-15-20', '2027-01-04', '2027-01-10'],
      ['from-21', '2027-01-10', '2027-01-20'],
      ['first-message', '2026-12-21', '2026-12-22'],
      ['connect', '2026-12-21', '2026-12-22'],
      ['target', '2026-12-21', '2026-12-22'],
      ['age-10', '2026-12-30', '2026-12-31'],
      ['green-light', '2027-01-14', '2027-01-15'],
    ]);
  });

  it('hold each followed source on its own, and only what concerns the way of connecting', () => {
    const phases = (changes: Partial<WarmUpInput>) =>
      events(changes).flatMap(({ about }) => (about.kind === 'phase' ? [`${about.source} ${about.phase}`] : []));
    expect(phases({})).toHaveLength(15);
    expect(phases({ sources: ['olchat', 'z-api'] })).toContain('olchat days-10-19');
    expect(phases({ sources: ['olchat', 'z-api'], connect: 'phone' })).toEqual([
      'olchat day-0',
      'olchat day-1',
      'olchat days-2-9',
      'olchat days-2-8',
      'olchat day-9',
    ]);
  });

  it('end where the plan ends', () => {
    const late = {
      ...warmUpRules,
      schedules: [
        {
          id: 'late',
          source: 'late',
          phases: [
            { id: 'long', from: 29, to: 50, tasks: [] },
            { id: 'last', from: 30, to: 30, tasks: [] },
            { id: 'never', from: 31, to: 40, tasks: [] },
          ],
          milestones: [
            { id: 'on-time', day: 30 },
            { id: 'too-late', day: 31 },
          ],
        },
      ],
    };
    const input: WarmUpInput = { start: START, sources: ['late'], connect: 'phone' };
    const found = warmUpEvents(late, input, planWarmUp(late, input));
    expect(found.map(({ start, end, about }) => [Object.values(about).at(-1), start - START, end - START])).toEqual([
      ['long', 29, 31],
      ['last', 30, 31],
      ['first-message', 1, 2],
      ['on-time', 30, 31],
    ]);
  });

  it('have ids of their own that stay the same', () => {
    const uids = events().map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids).toContain('warm-up-2026-12-20-whapi-days-1-3@number-care');
    expect(uids).toContain('warm-up-2026-12-20-milestone-target@number-care');
    expect(events({ target: 5000 }).map(({ uid }) => uid)).toEqual(expect.arrayContaining(uids));
  });
});
