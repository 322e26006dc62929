import { describe, expect, it } from 'vitest';
import { FieldFault, id, isGroup, listOf, moment, oneOf, plainData, type Reader, text, wholeNumber } from './field.ts';

const isRead = (read: Reader<unknown>, value: unknown) => !(read(value, 'here') instanceof FieldFault);

describe('a value from outside', () => {
  it.each<[string, Reader<unknown>, unknown[], unknown[]]>([
    ['a text', text, ['', 'a', 'x'.repeat(100_000)], ['x'.repeat(100_001), 1, null, undefined, ['a']]],
    ['an id', id, ['a', 'A-b_9', 'x'.repeat(80)], ['', 'x'.repeat(81), 'a b', 'é', 'a\n', 1]],
    ['a whole number', wholeNumber, [0, 1, 2 ** 53 - 1], [-1, 0.5, 2 ** 53, Number.NaN, '1', null]],
    ['a time', moment, [0, 1, 8.64e15], [-1, 8.64e15 + 1, 0.5, Number.POSITIVE_INFINITY, '2026']],
    ['one of some words', oneOf('a', 'b'), ['a', 'b'], ['c', '', 'toString', null]],
    ['a list', listOf(id), [[], ['a'], Array(10_000).fill('a')], [Array(10_001).fill('a'), [''], {}, 'a']],
    [
      'plain data',
      plainData,
      [null, true, 1, 'a', [], {}, { a: [1] }, 'x'.repeat(100_000)],
      [undefined, 1n, Number.NaN, 'x'.repeat(100_001), '\uD800', { a: ['\uD800'] }, () => 1],
    ],
    ['plain data, in size', plainData, [Array(10_000).fill(0)], [Array(10_001).fill(0)]],
    ['plain data, in depth', plainData, [[[[[[[]]]]]]].slice(0, 1), [[[[[[[[]]]]]]]]],
  ])('that should be %s is that or a fault', (_, read, good, bad) => {
    expect(good.filter((value) => !isRead(read, value))).toEqual([]);
    expect(bad.filter((value) => isRead(read, value))).toEqual([]);
  });

  it('is named by its place when it is wrong', () => {
    expect(listOf(listOf(id))([['a'], ['a', '']], 'rows')).toEqual(new FieldFault('rows[1][1]', 'id'));
  });

  it('has whole characters', () => {
    expect(text('a\uD800b', '')).toBe('a\uFFFDb');
  });

  it('is a group only if it has named parts', () => {
    expect([{}, [], null, 'a', undefined].map(isGroup)).toEqual([true, false, false, false, false]);
  });
});
