import { describe, expect, it } from 'vitest';
import { readWholeNumber } from './whole-number.ts';

const range = { min: 0, max: 10_000_000 };

describe('a whole number as typed', () => {
  it.each([
    ['100', 100],
    [' 7 ', 7],
    ['007', 7],
    ['0', 0],
    ['10000000', 10_000_000],
  ])('%j is %i', (typed, value) => {
    expect(readWholeNumber(typed, range)).toEqual({ state: 'good', value });
  });

  it.each(['', '   ', '\t'])('%j is empty, which is no error', (typed) => {
    expect(readWholeNumber(typed, range)).toEqual({ state: 'empty' });
  });

  it.each(['-1', '1.5', '1,5', 'abc', '1e3', '0x10', '１００', '١٠', '<script>', '1 000', '+5', 'Infinity'])(
    '%j is no whole number',
    (typed) => {
      expect(readWholeNumber(typed, range)).toEqual({ state: 'bad', fault: { reason: 'not-whole' } });
    },
  );

  it('outside its limits names the limit', () => {
    expect(readWholeNumber('10000001', range)).toEqual({ state: 'bad', fault: { reason: 'above', limit: 10_000_000 } });
    expect(readWholeNumber('9'.repeat(400), range)).toMatchObject({ state: 'bad', fault: { reason: 'above' } });
    expect(readWholeNumber('0', { min: 1, max: 24 })).toEqual({ state: 'bad', fault: { reason: 'below', limit: 1 } });
  });
});
