import { close } from 'pagefind';
import { afterAll, expect, it } from 'vitest';
import { endingsOf, stemsOf } from './stems.ts';

afterAll(close);

it('each word has its stem, and what at least two of them end on is an ending', async () => {
  const stems = await stemsOf(['warming', 'sending', 'send', 'links', 'reply'], 'en');
  expect(Object.fromEntries(stems)).toEqual({
    warming: 'warm',
    sending: 'send',
    send: 'send',
    links: 'link',
    reply: 'repli',
  });
  expect(endingsOf(stems)).toEqual(['', 'ing']);
});

it('of no words there are no stems', async () => {
  expect(await stemsOf([], 'en')).toEqual(new Map());
});
