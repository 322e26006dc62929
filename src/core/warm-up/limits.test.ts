import { describe, expect, it } from 'vitest';
import { messageLimit, phasesOn, recipientLimit, strictest } from './limits.ts';
import type { Phase } from './rules.ts';

const phase = (limits: Partial<Phase>): Phase => ({ id: 'a', from: 10, to: 12, tasks: [], ...limits });

describe('the strictest of several limits', () => {
  it('names all sources on a tie', () => {
    const limits = [
      { source: 'a', most: 5 },
      { source: 'b', most: 3 },
      { source: 'c', most: 4 },
      { source: 'd', most: 3 },
      { source: 'e' },
    ];
    expect(strictest(limits)).toEqual({ most: 3, by: ['b', 'd'] });
  });

  it('is no limit where nobody names one', () => {
    expect(strictest([{ source: 'a' }])).toEqual({ by: [] });
  });

  it('may be nothing at all', () => {
    expect(strictest([{ source: 'a', most: 0 }])).toEqual({ most: 0, by: ['a'] });
  });
});

describe('the limit of a phase', () => {
  it('grows linearly and is rounded down', () => {
    const growing = [phase({ messages: { from: 1, to: 4 }, to: 14 })];
    expect([10, 11, 12, 13, 14].map((day) => messageLimit(growing, day))).toEqual([1, 1, 2, 3, 4]);
  });

  it('may fall where the data say so', () => {
    const falling = [phase({ recipients: { from: 5, to: 0 } })];
    expect([10, 11, 12].map((day) => recipientLimit(falling, day))).toEqual([5, 2, 0]);
  });

  it('is the first value where the phase has one day or no end', () => {
    expect(messageLimit([phase({ messages: { from: 5, to: 9 }, to: 10 })], 10)).toBe(5);
    expect(messageLimit([phase({ messages: { from: 5, to: 9 }, to: null })], 50)).toBe(5);
  });

  it('is the least of what the phases of a day allow', () => {
    const both = [phase({ messages: { from: 9, to: 9 } }), phase({ growth: { base: 8, factor: 2, everyDays: 1 } })];
    expect([10, 11].map((day) => messageLimit(both, day))).toEqual([8, 9]);
    expect(messageLimit([phase({})], 10)).toBeUndefined();
  });

  it('limits nothing once growth has left the whole numbers', () => {
    const doubling = [phase({ growth: { base: 1, factor: 2, everyDays: 1 }, to: null })];
    expect(messageLimit(doubling, 62)).toBe(2 ** 52);
    expect(messageLimit(doubling, 63)).toBeUndefined();
    expect(messageLimit(doubling, 36_500)).toBeUndefined();
  });
});

describe('the phases of a day', () => {
  const schedule = {
    id: 's',
    source: 's',
    milestones: [],
    phases: [phase({}), phase({ id: 'phone', connect: 'phone' }), phase({ id: 'open', from: 12, to: null })],
  };
  const ids = (day: number, connect: 'phone' | 'service') => phasesOn(schedule, day, connect).map(({ id }) => id);

  it('are those it lies in, first and last day included', () => {
    expect([9, 10, 11, 12, 13, 99].map((day) => ids(day, 'service'))).toEqual([
      [],
      ['a'],
      ['a'],
      ['a', 'open'],
      ['open'],
      ['open'],
    ]);
  });

  it('are those for the way of connecting', () => {
    expect(ids(10, 'phone')).toEqual(['a', 'phone']);
  });
});
