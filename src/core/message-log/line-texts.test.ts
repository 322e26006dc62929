import { expect, it, test } from 'vitest';
import { readFiles } from '../testing/read-log-files.ts';
import { LineTexts } from './line-texts.ts';

const JSON_ROW = '{"time":1790000000,"direction":"out","chat":"ana","text":"say \\"\\u043f\\u0440\\u0438\\"\\nto all"}';

test.each<[string, string, [number, string][]]>([
  [
    'a table',
    'time,direction,chat,text\n2026-11-01,out,ana,one\n2026-11-01,in,ana,"two ""quoted""\nlines"\n2026-11-01,out,ana,\n2026-11-01,out,ana,five\n',
    [
      [2, 'one'],
      [3, 'two "quoted"\nlines'],
      [5, ''],
    ],
  ],
  ['JSON', `${JSON_ROW}\n${JSON_ROW}\n`, [[2, 'say "при"\nto all']]],
  ['a chat export', '13/11/2026, 14:05 - Maria: one\nmore\n13/11/2026, 14:05 - Maria: two\n', [[1, 'one\nmore']]],
])('the texts of some lines of %s', (_, content, expected) => {
  const texts = new LineTexts(expected.map(([line]) => line));
  readFiles([{ content, texts }]);
  expect([...texts.found]).toEqual(expected);
});

it('cuts long texts, and never through a character', () => {
  const texts = new LineTexts([2]);
  readFiles([{ content: `time,direction,chat,text\n2026-11-01,out,ana,x${'é'.repeat(500)}\n`, texts }]);
  expect(texts.found.get(2)).toBe(`x${'é'.repeat(199)}…`);
});
