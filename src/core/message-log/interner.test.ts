import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { encode } from './bytes.ts';
import { ByteInterner, FingerprintSet } from './interner.ts';

const texts = fc.array(
  fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('', 'a', 'ab', 'ba', 'aa', 'aaa', 'aaaa', 'aaaab', 'baaaa')),
  {
    maxLength: 200,
  },
);

test('equal byte strings get one number, different ones each their own, in the order in which they come', () => {
  fc.assert(
    fc.property(texts, (list) => {
      const interner = new ByteInterner();
      const distinct = [...new Set(list)];
      for (const text of list) {
        const bytes = encode(`<${text}>`);
        expect(interner.intern(bytes, 1, bytes.length - 1)).toBe(distinct.indexOf(text));
      }
      expect(Array.from({ length: interner.count }, (_, k) => interner.text(k))).toEqual(distinct);
    }),
  );
});

it('tells 100,000 numbers apart that differ in one digit', () => {
  const interner = new ByteInterner();
  const seen = new FingerprintSet();
  for (let turn = 0; turn < 2; turn++) {
    for (let k = 0; k < 100_000; k++) {
      const bytes = encode(`55119${10_000_000 + k}@c.us`);
      if (interner.intern(bytes, 0, bytes.length) !== k) throw new Error(`${k} was taken for another`);
      if (seen.add(bytes, 0, bytes.length) !== (turn === 0)) throw new Error(`${k} was taken for another`);
    }
  }
  expect(interner.text(99_999)).toBe('5511910099999@c.us');
});

test('a byte string is new once', () => {
  fc.assert(
    fc.property(texts, (list) => {
      const seen = new FingerprintSet();
      const known = new Set<string>();
      for (const text of list) {
        const bytes = encode(text);
        expect(seen.add(bytes, 0, bytes.length)).toBe(!known.has(text));
        known.add(text);
      }
    }),
  );
});
