import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSources, writeSources } from './source-choice.ts';

const KNOWN = ['green-api', 'z-api', 'whapi'];

describe('sources to follow', () => {
  it('are all of them where the address has no key', () => {
    expect(readSources(undefined, KNOWN)).toEqual({ state: 'good', value: KNOWN });
  });

  it('are the ids between commas, each once and in the usual order', () => {
    expect(readSources('whapi, green-api,,whapi', KNOWN)).toEqual({ state: 'good', value: ['green-api', 'whapi'] });
  });

  it.each(['', ' ', ',', ' , '])('%j is an error, and nothing is computed', (typed) => {
    expect(readSources(typed, KNOWN)).toEqual({ state: 'bad', fault: { reason: 'none-chosen' } });
  });

  it.each(['whapi,nobody', 'nobody'])('an unknown one in %j is an error, and the rest works with all', (typed) => {
    expect(readSources(typed, KNOWN)).toEqual({
      state: 'bad',
      value: KNOWN,
      fault: { reason: 'unknown-source', id: 'nobody' },
    });
  });

  it('come back from the address as they were chosen', () => {
    fc.assert(
      fc.property(fc.subarray(KNOWN, { minLength: 1 }), (chosen) => {
        expect(readSources(writeSources(chosen, KNOWN), KNOWN)).toEqual({ state: 'good', value: chosen });
      }),
    );
  });

  it('leave the address when all are chosen', () => {
    expect(writeSources(KNOWN, KNOWN)).toBeUndefined();
    expect(writeSources(['whapi', 'z-api'], KNOWN)).toBe('whapi,z-api');
  });
});
