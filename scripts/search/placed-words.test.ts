import { expect, it } from 'vitest';
import { placedWords } from './placed-words.ts';

it('words in titles and the like are parted from those that stand in texts alone', () => {
  const { telling, rare } = placedWords({
    pages: [],
    fields: ['about', 'title'],
    words: [
      {
        word: 'warm',
        places: [
          { page: 2, fields: [] },
          { page: 1, fields: [0] },
          { page: 1, fields: [1] },
        ],
      },
      { word: 'bitrix', places: [{ page: 2, fields: [] }] },
      { word: 'ban', places: [{ page: 0, fields: [1] }] },
    ],
  });
  expect(telling).toEqual([
    { word: 'ban', places: [{ page: 0, fields: ['title'] }] },
    { word: 'warm', places: [{ page: 1, fields: ['title', 'about'] }] },
  ]);
  expect(rare).toEqual([{ word: 'bitrix', places: [{ page: 2, fields: [] }] }]);
});
