import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decode } from './bytes.ts';
import { type Encoding, Utf8Reader } from './encoding.ts';

function converted(bytes: Uint8Array, sizes: readonly number[] = [], language: 'en' | 'pt' | 'ru' = 'en') {
  const reader = new Utf8Reader(language);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(reader.feed(bytes.slice(at, at + size)));
    at += size;
  }
  parts.push(reader.feed(bytes.slice(at)), reader.end());
  return { text: decode(Uint8Array.from(parts.flatMap((part) => [...part]))), encoding: reader.encoding };
}

/** What a one-byte encoding writes, found by asking what it reads. */
function inOneByte(text: string, encoding: Encoding): Uint8Array {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text].map((letter) => letters.indexOf(letter)));
}

function inTwoBytes(text: string, isLittle: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const pairs = [0xfeff, ...units].map((unit) => [unit & 0xff, unit >> 8]);
  return Uint8Array.from(pairs.flatMap((pair) => (isLittle ? pair : pair.reverse())));
}

const RUSSIAN = 'время;чат\n2026-11-20;Мария: «Добрый день», заказ №5\n';
const PORTUGUESE = 'data;conversa\n2026-11-20;João: não, amanhã às 9 — até lá\n';

describe('UTF-8, UTF-16 with BOM and, where the bytes are no UTF-8, windows-1251 or 1252 are read', () => {
  test.each<[string, Uint8Array, string, Encoding | undefined]>([
    ['ASCII', new TextEncoder().encode('plain'), 'plain', undefined],
    ['UTF-8', new TextEncoder().encode(RUSSIAN), RUSSIAN, 'utf-8'],
    ['UTF-8 with BOM', new TextEncoder().encode(`\ufeff${RUSSIAN}`), RUSSIAN, 'utf-8'],
    ['UTF-16 LE', inTwoBytes(RUSSIAN, true), RUSSIAN, 'utf-16le'],
    ['UTF-16 BE', inTwoBytes(PORTUGUESE, false), PORTUGUESE, 'utf-16be'],
    ['windows-1251', inOneByte(RUSSIAN, 'windows-1251'), RUSSIAN, 'windows-1251'],
    ['windows-1252', inOneByte(PORTUGUESE, 'windows-1252'), PORTUGUESE, 'windows-1252'],
    ['empty', new Uint8Array(), '', undefined],
    ['shorter than a BOM', new TextEncoder().encode('é'), 'é', 'utf-8'],
  ])('%s', (_, bytes, text, encoding) => expect(converted(bytes)).toEqual({ text, encoding }));
});

it('decides by the language of the page where the bytes do not tell', () => {
  const bytes = Uint8Array.from([0x61, 0x20, 0xe9, 0x20]);
  expect(converted(bytes, [], 'ru')).toEqual({ text: 'a й ', encoding: 'windows-1251' });
  expect(converted(bytes, [], 'pt')).toEqual({ text: 'a é ', encoding: 'windows-1252' });
});

it('takes a character that the end of the file cuts off for no UTF-8', () => {
  expect(converted(Uint8Array.from([0x61, 0xd0])).encoding).toBe('windows-1252');
});

it('passes ASCII on at once, and holds back only so much as it needs to decide', () => {
  const reader = new Utf8Reader('en');
  expect(reader.feed(new Uint8Array(100).fill(0x61)).length).toBe(100);
  expect(reader.feed(Uint8Array.from([0x61, 0x62, 0xc3])).length).toBe(2);
  expect(reader.feed(Uint8Array.from([0xa9, ...new Uint8Array(40_000).fill(0x61)])).length).toBe(40_002);
  expect(reader.encoding).toBe('utf-8');
});

test('however the bytes are cut into chunks, the text is the same', { timeout: 60_000 }, () => {
  const files = [
    new TextEncoder().encode(RUSSIAN.repeat(3)),
    inTwoBytes(PORTUGUESE, true),
    inOneByte(RUSSIAN, 'windows-1251'),
    new TextEncoder().encode(`\ufeff${'x'.repeat(50)}${PORTUGUESE}`),
  ];
  const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
  fc.assert(
    fc.property(fc.constantFrom(...files), sizes, (bytes, cuts) => {
      expect(converted(bytes, cuts)).toEqual(converted(bytes));
    }),
  );
});
