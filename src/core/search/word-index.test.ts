import { describe, expect, it } from 'vitest';
import { WordIndex } from './word-index.ts';

describe('the index of words', () => {
  const index = new WordIndex(
    [
      { word: 'ban', places: [{ page: 1, fields: ['about'] }] },
      { word: 'warm', places: [] },
    ],
    [[[0], [1, 0]], [[1]]],
  );

  it('takes from the phrases which pages are called by a word', () => {
    expect([...(index.hits[0]?.keys() ?? [])].sort()).toEqual([0, 1]);
    expect([...(index.hits[1]?.keys() ?? [])]).toEqual([0, 1]);
  });

  it('holds a page to be more about a word of its name than about one of its text', () => {
    expect(index.hits[0]?.get(0)).toBeGreaterThan(index.hits[0]?.get(1) ?? 9);
  });

  it('takes on words that stand in texts alone', () => {
    index.add([{ word: 'bitrix', places: [{ page: 1, fields: [] }] }]);
    expect(index.stems).toEqual(['ban', 'warm', 'bitrix']);
    expect([...(index.hits[2] ?? [])]).toEqual([[1, 1]]);
  });
});
