import { describe, expect, it } from 'vitest';
import { SOURCES, warmUpRules } from '../../core/testing/warm-up-rules.ts';
import { planWarmUp } from '../../core/warm-up/plan.ts';
import { axisMaximum, heightOf, PLOT, stretches, ticksUpTo, xOf } from './scale.ts';

const { days } = planWarmUp(warmUpRules, { start: 20_000, sources: SOURCES, connect: 'service' });

describe('the axis of limits', () => {
  it('goes from 0 at the bottom to the greatest limit of any source at the top', () => {
    const most = axisMaximum(days);
    expect(most).toBe(6000);
    expect(heightOf(0, most)).toBe(PLOT.bottom);
    expect(heightOf(most, most)).toBe(PLOT.top);
    expect(axisMaximum(days.slice(0, 1))).toBe(100);
  });

  it('rises with every limit', () => {
    const heights = [0, 12, 26, 41, 100, 200, 1600, 6000].map((value) => heightOf(value, 6000));
    expect(heights).toEqual([...new Set(heights)].toSorted((a, b) => b - a));
  });

  it('has ticks that do not touch', () => {
    for (const most of [100, 6000, 100_000]) {
      const heights = ticksUpTo(most).map((tick) => heightOf(tick, most));
      for (const [index, height] of heights.slice(1).entries()) {
        expect((heights[index] ?? 0) - height).toBeGreaterThanOrEqual(17);
      }
      expect(heights[0]).toBe(PLOT.bottom);
    }
  });
});

it('days stand at their share of the width', () => {
  expect([0, 10, 30].map((day) => xOf(day, 30))).toEqual([0, 33.3, 100]);
  expect(xOf(0, 0)).toBe(0);
});

it('days in a row with the same key are one stretch', () => {
  expect(stretches(days.slice(0, 12), ({ messages }) => messages.by.join(' '))).toEqual([
    { key: 'green-api kinbox olchat whapi', from: 0, to: 0 },
    { key: 'olchat', from: 1, to: 7 },
    { key: 'olchat whapi', from: 8, to: 8 },
    { key: 'olchat', from: 9, to: 9 },
    { key: 'whapi', from: 10, to: 11 },
  ]);
});
