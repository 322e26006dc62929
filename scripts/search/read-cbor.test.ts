import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cbor, readCbor } from './read-cbor.ts';

const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer({ min: -0x10000, max: 0xffff }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 30 }),
  ),
}));

describe('what is written as CBOR', () => {
  it('is read as it was', () => {
    fc.assert(fc.property(value, (written) => void expect(readCbor(writeCbor(written))).toEqual(written)));
  });

  it('is as the standard has it', () => {
    expect([...writeCbor([10, -1, 'ü', 500])]).toEqual([0x84, 0x0a, 0x20, 0x62, 0xc3, 0xbc, 0x19, 0x01, 0xf4]);
  });

  it('is not read where it holds what Pagefind has never written', () => {
    expect(() => readCbor(Uint8Array.of(0xa0))).toThrow('type 5');
  });
});

function writeCbor(value: Cbor): Uint8Array {
  if (typeof value === 'number') return Uint8Array.from(head(value < 0 ? 1 : 0, value < 0 ? -1 - value : value));
  if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    return Uint8Array.from([...head(3, text.length), ...text]);
  }
  return Uint8Array.from([...head(4, value.length), ...value.flatMap((item) => [...writeCbor(item)])]);
}

function head(type: number, size: number): number[] {
  if (size < 24) return [(type << 5) | size];
  return size < 0x100 ? [(type << 5) | 24, size] : [(type << 5) | 25, size >> 8, size & 0xff];
}
