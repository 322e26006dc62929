import { expect, it } from 'vitest';
import { numberedWords } from './numbered-words.ts';

it('phrases become numbers: common words first, then those that most phrases have', () => {
  const numbered = numberedWords(
    [
      { word: 'ban', places: [{ page: 0, fields: ['title', 'about'] }] },
      { word: 'number', places: [{ page: 0, fields: ['words'] }] },
      { word: 'of', places: [] },
    ],
    [[['ban', 'of', 'number'], ['number']], [['unindexed', 'number']]],
    new Set(['of']),
  );
  expect(numbered.words).toEqual([
    { word: 'of', places: [] },
    { word: 'number', places: [] },
    { word: 'ban', places: [{ page: 0, fields: ['about'] }] },
  ]);
  expect(numbered.commonStems).toBe(1);
  expect(numbered.phrases).toEqual([[[2, 0, 1], [1]], [[1]]]);
});
