import { describe, expect, it } from 'vitest';
import { formsOf, meaningOf, pagesOf, type Vocabulary } from './meaning.ts';

const vocabulary: Vocabulary = {
  stems: ['numb', 'number', 'warm', 'warmup', 'heat', 'numbers'],
  telling: 5,
  endings: new Set(['', 's', 'er', 'ing', 'ers']),
  synonyms: [['warm', 'warmup', 'heat']],
};

describe('a word of a question', () => {
  it('is a form of the longest stem that pages are found by, and of one that stands in texts alone', () => {
    expect(formsOf('numbers', vocabulary)).toEqual([1, 5]);
    expect(formsOf('number', vocabulary)).toEqual([1]);
    expect(formsOf('xyz', vocabulary)).toEqual([]);
  });

  it('means itself most, then words of its root, then others of one meaning', () => {
    const meaning = meaningOf('warming', vocabulary);
    const [itself = 0, related = 0, other = 0] = [2, 3, 4].map((number) => meaning.get(number));
    expect(itself).toBe(1);
    expect(related).toBeLessThan(itself);
    expect(other).toBeLessThan(related);
    expect(other).toBeGreaterThan(0);
    expect(meaning.has(1)).toBe(false);
  });

  it('that is still being typed means what it begins, the less the more is to come', () => {
    const meaning = meaningOf('num', vocabulary);
    expect([...meaning.keys()]).toEqual([0, 1, 5]);
    expect(meaning.get(0)).toBeGreaterThan(meaning.get(1) ?? 1);
  });
});

it('a page is as much about a meaning as about the word that says it best', () => {
  const hits = [
    new Map([[1, 2]]),
    new Map([
      [1, 3],
      [2, 1],
    ]),
  ];
  expect([
    ...pagesOf(
      new Map([
        [0, 1],
        [1, 0.5],
      ]),
      hits,
    ),
  ]).toEqual([
    [1, 2],
    [2, 0.5],
  ]);
});
