import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type PlacedWord, packPhrases, packWords, unpackPhrases, unpackWords } from './packed-words.ts';

const places = fc
  .uniqueArray(fc.record({ page: fc.nat(400), fields: fc.subarray([...FIELDS]) }), { selector: ({ page }) => page })
  .map((all) => all.toSorted((a, b) => a.page - b.page));
const words: fc.Arbitrary<PlacedWord[]> = fc.array(
  fc.record({ word: fc.string({ unit: fc.constantFrom(...'абвxyz09'), minLength: 1 }), places }),
);

describe('packed words', () => {
  it('are the same when unpacked', () => {
    fc.assert(fc.property(words, (all) => void expect(unpackWords(packWords(all))).toEqual(all)));
  });

  it('are one line each', () => {
    const ban: PlacedWord = {
      word: 'ban',
      places: [
        { page: 3, fields: ['title', 'about'] },
        { page: 7, fields: [] },
      ],
    };
    expect(packWords([ban, { word: 'warm', places: [] }])).toBe('ban f3a4\nwarm ');
  });
});

describe('packed phrases', () => {
  const phrases = fc.array(fc.array(fc.array(fc.nat(4000)), { minLength: 1 }), { minLength: 1 });

  it('are the same when unpacked', () => {
    fc.assert(fc.property(phrases, (all) => void expect(unpackPhrases(packPhrases(all))).toEqual(all)));
  });

  it('are one line a page', () => {
    expect(packPhrases([[[1, 36], [2]], [[]]])).toBe('1 10,2\n');
  });
});
