import { expect, it } from 'vitest';
import { greatestIn } from './whole-limit.ts';

it.each([
  [{ zone: 'safe' as const, to: 30 }, 29],
  [{ zone: 'safe' as const, to: 20, toInclusive: true }, 20],
  [{ zone: 'safe' as const, to: 29.5 }, 29],
  [{ zone: 'safe' as const, to: 29.5, toInclusive: true }, 29],
  [{ zone: 'safe' as const, from: 30 }, undefined],
  [{ zone: 'danger' as const, to: 30 }, undefined],
])('of %j the greatest whole number in safe is %s', (band, greatest) => {
  expect(greatestIn([{ zone: 'warning', to: 7 }, band], 'safe')).toBe(greatest);
});
