import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encode } from './bytes.ts';
import { DIGITS, LINK, NOT_HTTPS, SHAPED, SHORTENER } from './flags.ts';
import { TextScan } from './text-scan.ts';

const WORDS = {
  stopWords: ['STOP', 'SAIR', 'PARAR', 'CANCELAR', 'СТОП', 'ОТПИСАТЬСЯ'],
  shorteners: ['bit.ly', 't.me', 'goo.gl', 'is.gd'],
};
const scanner = new TextScan(WORDS);

function scanned(text: string) {
  const padded = encode(`7${text}7`);
  scanner.scan(padded, 1, padded.length - 1);
  const { flags, shapeA, shapeB } = scanner;
  return {
    shape: flags & SHAPED ? `${shapeA}/${shapeB}` : undefined,
    link: (flags & LINK) > 0,
    notHttps: (flags & NOT_HTTPS) > 0,
    shortener: (flags & SHORTENER) > 0,
    digits: Array.from({ length: 10 }, (_, d) => d).filter((d) => flags & DIGITS & (1 << d)),
  };
}

function plainShape(text: string): string | undefined {
  const folded = text.toLowerCase().trim().replace(/\s+/g, ' ');
  const shape = folded
    .replace(/https?:\/\/[^ ]+|(?<![\p{L}\p{N}])www\.[^ ]+/gu, '{link}')
    .replace(/[0-9]+/g, '{digits}');
  return shape === '' ? undefined : shape;
}

const piece = fc.oneof(
  fc.constantFrom(
    'Hello',
    'OLÁ',
    'olá',
    'ПРИВЕТ',
    'привет',
    'Ёж',
    'ЁЖ',
    'ёж',
    'Σίσυφος',
    'ΣΊΣΥΦΟΣ',
    'İ',
    'ß',
    'ẞ',
    'K',
    'k',
    'Ⓐ',
    'ⓐ',
    ' ',
    '  ',
    '\t',
    '\n',
    '\u00a0',
    '\u202f',
    '\u2003',
    '\u3000',
    '\ufeff',
    '\u200e',
    '\u200b',
    '1',
    '22',
    '5',
    '.',
    ',',
    ':',
    '://',
    '/',
    '(',
    ')',
    '—',
    '«',
    '»',
    '№',
    '😀',
    '2️⃣',
    '×',
    '÷',
    'Ý',
    '~',
    '\u0001',
    'http://a.b/1',
    'https://x.y/Z?q=1',
    'HTTPS://X.Y',
    'www.site.com',
    'WWW.',
    'www',
    'http:',
    'https://',
    'awww.cool',
    'bit.ly/x',
    'www.bit.ly',
    'mybit.ly',
    'bit.ly.',
    'me@bit.ly',
    'Ԁ',
    'ԁ',
    'Ѡ',
    'ѡ',
    'Ā',
    'ā',
    'Ａ',
    'ａ',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }).map((text) => text.toWellFormed()),
);
const message = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

test('two texts have the same shape exactly when case, white space, digits and links are all that differs', {
  timeout: 60_000,
}, () => {
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(message, (text) => {
      const expected = plainShape(text) ?? '';
      const { shape = '' } = scanned(text);
      const before = seen.get(shape);
      seen.set(shape, expected);
      expect(before ?? expected).toBe(expected);
      expect(scanned(` ${text.toUpperCase().toLowerCase()}`).shape === scanned(text.toUpperCase()).shape).toBe(
        plainShape(text.toUpperCase().toLowerCase()) === plainShape(text.toUpperCase()),
      );
    }),
    { numRuns: 8000 },
  );
  expect(new Set(seen.values()).size).toBe(seen.size);
});

test.each([
  ['Hello 12', '  hello   345 ', true],
  ['Olá, João', 'OLÁ, JOÃO', true],
  ['Ваш заказ №5 готов', 'ваш ЗАКАЗ №77 готов', true],
  ['see https://a.b/1 now', 'see www.c.d now', true],
  ['see (https://a.b/1) now', 'see (http://z) now', true],
  ['a b', 'a\u00a0b', true],
  ['a b', 'ab', false],
  ['a 1', 'a', false],
  ['see https:// now', 'see https://x now', false],
  ['awww.cool', 'awww.nice', false],
  ['10:30', '9:05', true],
  ['1.5', '2.75', true],
])('%j and %j: same shape is %s', (one, other, same) => {
  expect(scanned(one).shape === scanned(other).shape).toBe(same);
});

test('a message without text has no shape', () => {
  expect(scanned('').shape).toBeUndefined();
  expect(scanned(' \n\u00a0').shape).toBeUndefined();
  expect(scanned('.').shape).toBeDefined();
});

describe('links', () => {
  test.each([
    ['no link here', false, false, false],
    ['look: https://example.com/x', true, false, false],
    ['look: http://example.com/x', true, true, false],
    ['WWW.EXAMPLE.COM', true, true, false],
    ['both https://a.b and http://c.d', true, true, false],
    ['(https://a.b)', true, false, false],
    ['(www.a.b)', true, true, false],
    ['«www.a.b»', true, true, false],
    ['http:// nothing', false, false, false],
    ['ratio 3:1', false, false, false],
    ['bit.ly/abc', true, true, true],
    ['Bit.Ly', true, true, true],
    ['www.bit.ly/abc', true, true, true],
    ['https://bit.ly/abc', true, false, true],
    ['https://www.bit.ly', true, false, true],
    ['at bit.ly.', true, true, true],
    ['(bit.ly)', true, true, true],
    ['«bit.ly»', true, true, true],
    ['mybit.ly', false, false, false],
    ['bit.ly.example.com', false, false, false],
    ['bit.lyx', false, false, false],
    ['me@bit.ly', false, false, false],
    ['https://example.com/bit.ly', true, false, false],
    ['Olá.Tudo bem', false, false, false],
    ['1.5 2.bit.ly', false, false, false],
    ['Ⓐ (http://bit.ly)', true, true, true],
    ['Ⓐ is.gd', true, true, true],
  ])('%j', (text, link, notHttps, shortener) => {
    const { shape: _, digits: __, ...found } = scanned(text);
    expect(found).toEqual({ link, notHttps, shortener });
  });
});

describe('a digit is offered beside a stop word when both stand in the same message', () => {
  test.each<[string, number[]]>([
    ['Reply 2 to STOP', [2]],
    ['0 - sair', [0]],
    ['Para SAIR digite 0 ou 9.', [0, 9]],
    ['Чтобы отписаться, нажмите 3', [3]],
    ['стоп=4', [4]],
    ['2️⃣ parar', [2]],
    ['Press 2', []],
    ['STOP 22', []],
    ['STOP x2', []],
    ['STOP я2', []],
    ['STOP «2»', [2]],
    ['nonstop 2', []],
    ['STOP https://a.b/2', []],
    ['STOP', []],
  ])('%j offers %j', (text, digits) => {
    expect(scanned(text).digits).toEqual(digits);
  });
});

it('reads nothing beyond the text it is given', () => {
  const bytes = encode('see www.bit.ly/9');
  scanner.scan(bytes, 4, 7);
  expect(scanner.flags & (LINK | SHORTENER)).toBe(0);
});
