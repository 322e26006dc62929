import { describe, expect, it } from 'vitest';
import { likenessOf, type WeighedWord } from './likeness.ts';

const NUMBER = 1;
const SECOND = 2;
const CHAIN = 3;
const OF = 0;
const isTelling = (word: number) => word !== OF;
const asked = (...words: number[]): WeighedWord[] =>
  words.map((word) => ({ meaning: new Map([[word, 1]]), weight: 1 }));

describe('a phrase is like a question', () => {
  it('wholly when it says the same, common words aside', () => {
    expect(likenessOf([[SECOND, OF, NUMBER]], asked(NUMBER, SECOND), isTelling)).toBe(1);
  });

  it('less when it says more or less than was asked', () => {
    const more = likenessOf([[SECOND, NUMBER, CHAIN]], asked(NUMBER, SECOND), isTelling);
    const less = likenessOf([[SECOND]], asked(NUMBER, SECOND), isTelling);
    expect(more).toBeLessThan(1);
    expect(less).toBeLessThan(more);
    expect(less).toBeGreaterThan(0);
  });

  it('as far as the best of them is', () => {
    expect(likenessOf([[CHAIN], [SECOND, NUMBER], [NUMBER]], asked(NUMBER, SECOND), isTelling)).toBe(1);
  });

  it('not at all when it has none of the words, or common ones alone', () => {
    expect(likenessOf([[CHAIN], [OF], []], asked(NUMBER, OF), isTelling)).toBe(0);
  });
});
