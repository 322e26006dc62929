import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from './kinds.ts';
import { type AskedWord, type Pages, rankPages } from './rank.ts';
import type { Phrases } from './word-index.ts';

const pagesOf = (kinds: Kind[], phrases: Phrases[] = []): Pages => ({ kinds, phrases, isTelling: () => true });
const ten = pagesOf(Array.from({ length: 10 }, () => 'guide' as const));
const word = (hits: [page: number, score: number][], trust = 1): AskedWord => ({
  meaning: new Map(),
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

  it('come before others when they are called what was asked', () => {
    const second: AskedWord = {
      ...word([
        [1, 2],
        [2, 2],
      ]),
      meaning: new Map([[7, 1]]),
    };
    const number: AskedWord = {
      ...word([
        [1, 2],
        [2, 2],
      ]),
      meaning: new Map([[8, 1]]),
    };
    const apart = [
      [7, 5],
      [6, 8],
    ];
    const together = [[7, 8]];
    expect(rankPages([second, number], pagesOf(ten.kinds.slice(), [[], apart, together]))[0]).toBe(2);
    expect(rankPages([second, number], pagesOf(ten.kinds.slice(), [[], together, apart]))[0]).toBe(1);
  });

  it('are not decided by a word that hardly any page has', () => {
    const boss = word([[1, 3]]);
    const others = [2, 3, 4].map((page): [number, number] => [page, 3]);
    expect(rankPages([boss, word(others), word(others)], ten)[0]).toBe(2);
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
    expect(rankPages([both], pagesOf(['source', 'term', 'guide']))).toEqual([2, 1, 0]);
    expect(rankPages([both], pagesOf(['source', 'term', 'guide']), true)[0]).toBe(1);
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
