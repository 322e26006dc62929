import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { encode } from './bytes.ts';
import { TimeReader } from './time-reader.ts';

const reader = new TimeReader();

function read(text: string) {
  const bytes = encode(`"${text}"`);
  const kind = reader.read(bytes, 1, bytes.length - 1);
  const stamp = new Date(reader.seconds * 1000 + reader.millis).toISOString();
  return { kind, at: kind === 'instant' || kind === 'wall' || kind === 'local' ? stamp : undefined };
}

describe('a number below 10^11 is seconds, else milliseconds', () => {
  test.each([
    ['1700000000', '2023-11-14T22:13:20.000Z'],
    ['1700000000.25', '2023-11-14T22:13:20.250Z'],
    ['1700000000123', '2023-11-14T22:13:20.123Z'],
    ['100000000000', '1973-03-03T09:46:40.000Z'],
    [' 1700000000 ', '2023-11-14T22:13:20.000Z'],
    ['1700000000.1239', '2023-11-14T22:13:20.123Z'],
  ])('%s', (text, at) => expect(read(text)).toEqual({ kind: 'instant', at }));

  it('reads the last number below as seconds', () => {
    expect(read('99999999999').kind).toBe('too-late');
    expect(read('1700000000123456').kind).toBe('too-late');
  });
});

describe('ISO times with a zone are instants', () => {
  test.each([
    ['2026-11-20T10:30:05Z', '2026-11-20T10:30:05.000Z'],
    ['2026-11-20T10:30:05.5z', '2026-11-20T10:30:05.500Z'],
    ['2026-11-20T10:30:05,123456Z', '2026-11-20T10:30:05.123Z'],
    ['2026-11-20 10:30Z', '2026-11-20T10:30:00.000Z'],
    ['2026-11-20 10:30:05 UTC', '2026-11-20T10:30:05.000Z'],
    ['2026-11-20T10:30:05-03:00', '2026-11-20T13:30:05.000Z'],
    ['2026-11-20T10:30:05+0530', '2026-11-20T05:00:05.000Z'],
    ['2026-11-20T10:30:05 +03', '2026-11-20T07:30:05.000Z'],
    ['2026-11-20 10:30:05 GMT-3', '2026-11-20T13:30:05.000Z'],
    ['2026-11-20T00:30+02:00', '2026-11-19T22:30:00.000Z'],
    ['20/11/2026 10:30:05 +03:00', '2026-11-20T07:30:05.000Z'],
  ])('%s', (text, at) => expect(read(text)).toEqual({ kind: 'instant', at }));
});

describe('times without a zone are wall times', () => {
  test.each([
    ['2026-11-20T10:30:05', '2026-11-20T10:30:05.000Z'],
    ['2026-11-20 10:30', '2026-11-20T10:30:00.000Z'],
    ['2026/11/20 10:30', '2026-11-20T10:30:00.000Z'],
    ['2026.11.20, 10:30', '2026-11-20T10:30:00.000Z'],
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2024-2-29 9:05 PM', '2024-02-29T21:05:00.000Z'],
    ['2026-11-20 12:00 am', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20 12:00\u202fPM', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20 23:59:59.999', '2026-11-20T23:59:59.999Z'],
  ])('%s', (text, at) => expect(read(text)).toEqual({ kind: 'wall', at }));
});

describe('local dates begin with the day or the month', () => {
  test.each([
    ['20/11/2026 14:05', '2026-11-20T14:05:00.000Z', 20, 11, 2026],
    ['20.11.2026, 14:05:33', '2026-11-20T14:05:33.000Z', 20, 11, 2026],
    ['20-11-26 14:05', '2026-11-20T14:05:00.000Z', 20, 11, 2026],
    ['11/20/26, 2:05 PM', '2026-11-20T14:05:00.000Z', 11, 20, 2026],
    ['11/20/26, 2:05\u202fp.m.', '2026-11-20T14:05:00.000Z', 11, 20, 2026],
    ['1/2/2026 às 9:05', '2026-02-01T09:05:00.000Z', 1, 2, 2026],
    ['1/2/2026 14h05', '2026-02-01T14:05:00.000Z', 1, 2, 2026],
    ['01.02.2026 14.05.33', '2026-02-01T14:05:33.000Z', 1, 2, 2026],
    ['01.02.2026, 2:05 ПП', '2026-02-01T14:05:00.000Z', 1, 2, 2026],
    ['01.02.2026, 2:05 ДП', '2026-02-01T02:05:00.000Z', 1, 2, 2026],
    ['01/02/2026', '2026-02-01T00:00:00.000Z', 1, 2, 2026],
  ])('%s', (text, at, first, second, year) => {
    expect(read(text)).toEqual({ kind: 'local', at });
    expect([reader.first, reader.second, reader.year]).toEqual([first, second, year]);
  });
});

describe('what is no time', () => {
  test.each([
    ['', 'no-time'],
    ['  ', 'no-time'],
    ['soon', 'bad-time'],
    ['-1700000000', 'bad-time'],
    ['1.7e9', 'bad-time'],
    ['1700000000.', 'bad-time'],
    ['1700000000x', 'bad-time'],
    ['2026-11', 'bad-time'],
    ['2026-11/20', 'bad-time'],
    ['2026-011-20', 'bad-time'],
    ['20/11/026', 'bad-time'],
    ['20/11/20260', 'bad-time'],
    ['2026-11-20 10', 'bad-time'],
    ['2026-11-20 24:00', 'bad-time'],
    ['2026-11-20 10:60', 'bad-time'],
    ['2026-11-20 10:5', 'bad-time'],
    ['2026-11-20 10:05:60', 'bad-time'],
    ['2026-11-20 10:05:5', 'bad-time'],
    ['2026-11-20 13:05 PM', 'bad-time'],
    ['2026-11-20 0:05 AM', 'bad-time'],
    ['2026-11-20 10:05 soon', 'bad-time'],
    ['2026-11-20 10:05Z soon', 'bad-time'],
    ['2026-11-20 10:05+', 'bad-time'],
    ['2026-11-20 10:05+03:00x', 'bad-time'],
    ['2026-11-20 10:05+123', 'bad-time'],
    ['2026-11-20 10:05+19:00', 'bad-time'],
    ['123456789012345678901', 'bad-time'],
    ['2026-02-29', 'no-such-date'],
    ['2026-13-01', 'no-such-date'],
    ['2026-00-10', 'no-such-date'],
    ['2026-01-00', 'no-such-date'],
    ['2026-01-32', 'no-such-date'],
    ['31/04/2026', 'no-such-date'],
    ['13/13/2026', 'no-such-date'],
    ['1969-12-31', 'too-early'],
    ['2101-01-01', 'too-late'],
    ['10:30', 'clock'],
    ['10:30:05 PM', 'clock'],
    ['25:30', 'bad-time'],
  ])('%j is %s', (text, kind) => expect(read(text).kind).toBe(kind));
});

it('reads a date and a time of day from two places', () => {
  const bytes = encode('20/11/2026|10:30:05 PM|soon');
  expect(reader.readBoth(bytes, 0, 10, 11, 22)).toBe('local');
  expect(reader.seconds).toBe(Date.UTC(2026, 10, 20, 22, 30, 5) / 1000);
  expect(reader.readBoth(bytes, 0, 10, 23, 27)).toBe('bad-time');
  expect(reader.readBoth(bytes, 23, 27, 11, 22)).toBe('bad-time');
});

test('every ISO time is read as Date.parse reads it', { timeout: 60_000 }, () => {
  const instants = fc.date({ min: new Date('1970-01-01'), max: new Date('2096-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (date) => {
      expect(read(date.toISOString())).toEqual({ kind: 'instant', at: date.toISOString() });
      expect(read(date.toISOString().slice(0, -1))).toEqual({ kind: 'wall', at: date.toISOString() });
    }),
  );
});

test('whatever the bytes, the answer is one of the kinds', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789:/.-+TZ aMpéД '), maxLength: 24 }), (text) => {
      const { kind, at } = read(text);
      expect(at === undefined).toBe(kind !== 'instant' && kind !== 'wall' && kind !== 'local');
    }),
    { numRuns: 2000 },
  );
});
