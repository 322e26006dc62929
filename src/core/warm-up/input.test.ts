import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar/day.ts';
import { DAY_RANGE } from '../calendar/read-day.ts';
import { SOURCES } from '../testing/warm-up-rules.ts';
import { readWarmUp, type WarmUpRaw, type WarmUpValues, warmUpInput, writeWarmUp } from './input.ts';

const TODAY = dayOf({ year: 2026, month: 8, date: 3 });
const read = (raw: WarmUpRaw) => readWarmUp(raw, { sources: SOURCES, today: TODAY });
const defaults = { start: TODAY, sources: SOURCES, connect: 'service', log: [], moved: false };

describe('the inputs of the plan', () => {
  it('have their defaults where the address has no key', () => {
    expect(read({})).toEqual({ values: defaults, faults: {} });
  });

  it('are read by their keys', () => {
    const raw = {
      start: '2026-01-31',
      sources: 'olchat,whapi',
      connect: 'phone',
      target: ' 500 ',
      log: '1,12,6',
      moved: 'on',
      'moved-on': '2026-02-14',
    };
    expect(read(raw)).toEqual({
      values: {
        start: dayOf({ year: 2026, month: 1, date: 31 }),
        sources: ['olchat', 'whapi'],
        connect: 'phone',
        target: 500,
        log: [{ day: 1, sent: 12, replies: 6 }],
        moved: true,
        movedOn: dayOf({ year: 2026, month: 2, date: 14 }),
      },
      faults: {},
    });
  });

  it('an empty field is no error, and what needs it has no value', () => {
    const raw = { start: '', connect: ' ', target: '', log: '', moved: ' ', 'moved-on': '' };
    const { start: _start, ...others } = defaults;
    expect(read(raw)).toEqual({ values: others, faults: {} });
  });

  it.each([
    [{ start: '31.01.2026' }, { start: { reason: 'not-a-date' } }],
    [{ start: '2026-02-30' }, { start: { reason: 'no-such-day' } }],
    [{ start: '2008-12-31' }, { start: { reason: 'before', limit: DAY_RANGE.min } }],
    [{ start: '2101-01-01' }, { start: { reason: 'after', limit: DAY_RANGE.max } }],
    [{ sources: '' }, { sources: { reason: 'none-chosen' } }],
    [{ sources: 'whapi,nobody' }, { sources: { reason: 'unknown-source', id: 'nobody' } }],
    [{ connect: 'cable' }, { connect: { reason: 'unknown-way', typed: 'cable' } }],
    [{ target: '0' }, { target: { reason: 'below', limit: 1 } }],
    [{ target: '100001' }, { target: { reason: 'above', limit: 100_000 } }],
    [{ target: '1e3' }, { target: { reason: 'not-whole' } }],
    [{ log: '1,2' }, { log: { reason: 'bad-lines', lines: [{ line: 1, text: '1,2', reason: 'too-few' }] } }],
    [{ moved: 'maybe' }, { moved: { reason: 'unknown-answer', typed: 'maybe' } }],
    [{ moved: 'on', 'moved-on': 'yesterday' }, { 'moved-on': { reason: 'not-a-date' } }],
  ] as [WarmUpRaw, object][])('%j is an error at its field only', (raw, faults) => {
    expect(read(raw).faults).toEqual(faults);
  });

  it('an unknown way or source leaves the default in force', () => {
    expect(read({ connect: 'cable', sources: 'nobody' }).values).toEqual(defaults);
  });

  it('the edges of the ranges are good', () => {
    expect(read({ target: '1' }).values.target).toBe(1);
    expect(read({ target: '100000' }).values.target).toBe(100_000);
    expect(read({ start: '2009-01-01' }).values.start).toBe(DAY_RANGE.min);
    expect(read({ start: '2100-12-31' }).values.start).toBe(DAY_RANGE.max);
  });

  it('the date of a move is neither used nor wrong without the tick', () => {
    expect(read({ 'moved-on': 'yesterday' })).toEqual({ values: defaults, faults: {} });
    expect(read({ 'moved-on': '2026-02-14' }).values.movedOn).toBeUndefined();
  });
});

describe('the plan that the inputs give', () => {
  it('starts on the day of registration', () => {
    expect(warmUpInput(read({ target: '70' }).values)).toEqual({
      start: TODAY,
      sources: SOURCES,
      connect: 'service',
      target: 70,
    });
  });

  it('starts again on the date of a move', () => {
    const moved = read({ start: '2026-01-31', moved: 'on', 'moved-on': '2026-02-14' }).values;
    expect(warmUpInput(moved)?.start).toBe(dayOf({ year: 2026, month: 2, date: 14 }));
    const undated = read({ start: '2026-01-31', moved: 'on' }).values;
    expect(warmUpInput(undated)?.start).toBe(dayOf({ year: 2026, month: 1, date: 31 }));
  });

  it('is not there without a start or a source', () => {
    expect(warmUpInput(read({ start: '' }).values)).toBeUndefined();
    expect(warmUpInput(read({ sources: '' }).values)).toBeUndefined();
    expect(warmUpInput(read({ target: 'x' }).values)).toBeDefined();
  });
});

describe('the link', () => {
  it('holds no log, and no sources where all are followed', () => {
    expect(writeWarmUp(read({ log: '1,12,6', target: '70' }).values, SOURCES)).toEqual({
      start: '2026-08-03',
      connect: 'service',
      target: '70',
    });
  });

  it('read back on another day gives the same inputs', () => {
    const day = fc.integer(DAY_RANGE);
    const values = fc
      .record(
        {
          start: day,
          sources: fc.subarray(SOURCES, { minLength: 1 }),
          connect: fc.constantFrom('phone' as const, 'service' as const),
          target: fc.integer({ min: 1, max: 100_000 }),
          moved: fc.boolean(),
          movedOn: day,
        },
        { requiredKeys: ['connect', 'moved'] },
      )
      .map(
        ({ movedOn, ...others }): WarmUpValues => ({
          ...others,
          log: [],
          ...(others.moved && movedOn !== undefined && { movedOn }),
        }),
      );
    fc.assert(
      fc.property(values, (chosen) => {
        expect(readWarmUp(writeWarmUp(chosen, SOURCES), { sources: SOURCES, today: 0 }).values).toEqual(chosen);
      }),
    );
  });
});
