import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a table for a spreadsheet', () => {
  it('begins with the UTF-8 mark and ends each row with CRLF', () => {
    expect(
      csvOf(
        [
          ['a', 1],
          ['b', 2],
        ],
        'en',
      ),
    ).toBe('\uFEFFa,1\r\nb,2\r\n');
  });

  it.each([
    ['en', '\uFEFF2026-08-03,1.5,100000\r\n'],
    ['pt', '\uFEFF2026-08-03;1,5;100000\r\n'],
    ['ru', '\uFEFF2026-08-03;1,5;100000\r\n'],
  ] as const)('has the separator and the decimal sign of %s, and no grouping', (locale, text) => {
    expect(csvOf([['2026-08-03', 1.5, 100_000]], locale)).toBe(text);
  });

  it('quotes a decimal comma only where the comma separates', () => {
    expect(csvOf([['a,b', 'a;b']], 'en')).toBe('\uFEFF"a,b",a;b\r\n');
    expect(csvOf([['a,b', 'a;b']], 'ru')).toBe('\uFEFFa,b;"a;b"\r\n');
  });

  it.each([
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
    ['two\tcells', '"two\tcells"'],
    [' spaced', '" spaced"'],
    ['spaced ', '"spaced "'],
    ['two words', 'two words'],
    ['', ''],
  ])('writes %j as %j', (cell, written) => {
    expect(csvOf([[cell]], 'en')).toBe(`\uFEFF${written}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠A', ' =1', '\u00a0=1'])(
    'never runs %j as a formula',
    (cell) => {
      expect(csvOf([[cell]], 'en')).toMatch(/^\uFEFF"?'/);
    },
  );

  it.each(['\tcmd', '\rcmd', '\ncmd'])('never begins with the control character of %j', (cell) => {
    expect(csvOf([[cell]], 'en')).toBe(`\uFEFF"'${cell}"\r\n`);
  });

  it('leaves negative numbers and inner signs alone', () => {
    expect(csvOf([[-1, -0.5, 'a=b', '5-10']], 'en')).toBe('\uFEFF-1,-0.5,a=b,5-10\r\n');
  });

  it('keeps every cell apart, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 1 })),
        fc.constantFrom('en', 'pt', 'ru'),
        (rows, locale) => {
          const read = readBack(csvOf(rows, locale), locale === 'en' ? ',' : ';');
          expect(read.map((cells) => cells.map((cell) => cell.replace(/^'/, '')))).toEqual(
            rows.map((cells) => cells.map((cell) => cell.replace(/^'/, ''))),
          );
        },
      ),
    );
  });
});

function readBack(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted && sign === '"' && text.charAt(at + 1) === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === separator) {
      row.push(cell);
      cell = '';
    } else if (!isQuoted && sign === '\r') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      at += 1;
    } else cell += sign;
  }
  return rows;
}
