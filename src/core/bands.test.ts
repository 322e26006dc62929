import { describe, expect, it } from 'vitest';
import type { Band } from '../knowledge/schema.ts';
import { edgesOf, zoneOf } from './bands.ts';

const bands: Band[] = [
  { zone: 'safe', to: 1 },
  { zone: 'warning', from: 1, to: 2, toInclusive: true },
  { zone: 'danger', from: 2, fromInclusive: false },
];

describe('a zone', () => {
  it('holds its lower edge and not its upper one, unless the data says otherwise', () => {
    expect(zoneOf(bands, { over: 1, under: 1 })).toBe('warning');
    expect(zoneOf(bands, { over: 2, under: 1 })).toBe('warning');
    expect(zoneOf(bands, { over: 2001, under: 1000 })).toBe('danger');
  });

  it('is decided without rounding', () => {
    expect(zoneOf(bands, { over: 999_999_999, under: 1_000_000_000 })).toBe('safe');
  });

  it('is none where no band holds the value', () => {
    expect(zoneOf([{ zone: 'danger', from: 12 }], { over: 11, under: 1 })).toBeUndefined();
  });

  it('begins at its lower edge', () => {
    expect(edgesOf([...bands].reverse())).toEqual([
      { at: 1, zone: 'warning' },
      { at: 2, zone: 'danger' },
    ]);
  });
});
