import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedWord, eitherOf, rankPages } from './rank.ts';

const ten = Array.from({ length: 10 }, () => 'guide' as const);
const word = (hits: [page: number, score: number][], trust = 1): AskedWord => ({
  hits: new Map(hits),
  trust,
  pages: hits.length,
});

describe('pages that answer', () => {
  it('come in the order of how much they are about the words', () => {
    expect(
      rankPages(
        [
          word([
            [3, 2],
            [5, 4],
            [7, 3],
          ]),
        ],
        ten,
      ),
    ).toEqual([5, 7, 3]);
  });

  it('come first when they have all words of the question', () => {
    const [first] = rankPages(
      [
        word([
          [1, 2],
          [2, 3],
        ]),
        word([
          [1, 2],
          [3, 3],
        ]),
      ],
      ten,
    );
    expect(first).toBe(1);
  });

  it('count less for a word that was only guessed', () => {
    expect(rankPages([word([[1, 3]]), word([[2, 4]], 0.5)], ten)[0]).toBe(1);
    expect(rankPages([word([[1, 3]]), word([[2, 4]])], ten)[0]).toBe(2);
  });

  it('are left out when they are far behind the best', () => {
    expect(
      rankPages(
        [
          word([
            [1, 10],
            [2, 1],
          ]),
        ],
        ten,
      ),
    ).toEqual([1]);
  });

  it('say what to do before what each source says, and what a word means when that is asked', () => {
    const both = word([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(rankPages([both], ['source', 'term', 'guide'])).toEqual([2, 1, 0]);
    expect(rankPages([both], ['source', 'term', 'guide'], true)[0]).toBe(1);
  });

  it('are as many as have a word at most, each once', () => {
    const hits = fc.array(fc.tuple(fc.nat(9), fc.double({ min: 0.1, max: 9, noNaN: true })), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(hits, { minLength: 1, maxLength: 4 }), (found) => {
        const ranked = rankPages(
          found.map((one) => word(one)),
          ten,
        );
        const having = new Set(found.flatMap((one) => one.map(([page]) => page)));
        expect(new Set(ranked).size).toBe(ranked.length);
        expect(ranked.every((page) => having.has(page))).toBe(true);
        expect(ranked.length > 0).toBe(having.size > 0);
      }),
    );
  });
});

describe('a word or one that means the same', () => {
  it('finds the pages of both, those of the word itself before', () => {
    const synonyms = [
      { hits: new Map([[2, 2]]), isRelated: false },
      { hits: new Map([[3, 2]]), isRelated: true },
    ];
    const either = eitherOf(new Map([[1, 2]]), synonyms, 10);
    expect([...either].toSorted(([, a], [, b]) => b - a).map(([page]) => page)).toEqual([1, 3, 2]);
  });
});
