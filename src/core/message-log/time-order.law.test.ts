import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortByTime } from './time-order.ts';

/** The plain way: the sort of the language, which keeps the order of equal ones. */
function sorted(times: readonly number[]): { at: number[]; message: number[] } {
  const order = times.map((_, k) => k).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  return { at: order.map((k) => times[k] ?? 0), message: order };
}

function sortedHere(times: readonly number[]) {
  const { at, message } = sortByTime({ at: Float64Array.from(times), message: Uint32Array.from(times.keys()) });
  return { at: [...at], message: [...message] };
}

const FIRST = Date.UTC(2009, 0, 1);
const YEARS = 20 * 366 * 86_400_000;

it.each([0, 1, 50, 86_400_000, YEARS])('sorts times within %i ms, equal ones in the order they came', (span) => {
  const times = fc.array(fc.integer({ min: FIRST, max: FIRST + span }), { maxLength: 300, size: 'max' });
  fc.assert(
    fc.property(times, (list) => {
      expect(sortedHere(list)).toEqual(sorted(list));
    }),
  );
});

it('sorts stretches that are in order already', () => {
  const times = fc.array(fc.integer({ min: FIRST, max: FIRST + YEARS }), { maxLength: 40 });
  const stretches = fc
    .array(times, { maxLength: 40 })
    .map((lists) => lists.flatMap((list) => list.sort((a, b) => a - b)));
  fc.assert(
    fc.property(stretches, (list) => {
      expect(sortedHere(list)).toEqual(sorted(list));
    }),
  );
});
