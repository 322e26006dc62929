import { describe, expect, it, test } from 'vitest';
import { isTimeZone, zoneClock } from './zone.ts';

const ZONES = [
  'UTC',
  'America/Sao_Paulo',
  'America/New_York',
  'Europe/Moscow',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'America/St_Johns',
];
const FROM = Date.UTC(2009, 0, 1);
const TO = Date.UTC(2027, 0, 1);

function offsetByIntl(timeZone: string, instant: number): number {
  const text = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).format(instant);
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])?(\d\d)?:?(\d\d)?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

test.each(ZONES)('the clocks of %s', (timeZone) => {
  const clock = zoneClock(timeZone, FROM, TO);
  for (let at = FROM; at < TO; at += 5 * 86_400_000 + 12_345_678)
    expect(clock.offsetAt(at)).toBe(offsetByIntl(timeZone, at));
  let at = clock.nextChange(FROM);
  for (; at < TO; at = clock.nextChange(at)) {
    expect(clock.offsetAt(at)).not.toBe(clock.offsetAt(at - 1));
    expect(clock.offsetAt(at)).toBe(offsetByIntl(timeZone, at));
    expect(clock.offsetAt(at - 1)).toBe(offsetByIntl(timeZone, at - 1000));
  }
});

describe('a wall time that does not exist or exists twice', () => {
  const clock = zoneClock('America/New_York', FROM, TO);
  const wall = (month: number, day: number, hour: number, minute = 0) => Date.UTC(2026, month - 1, day, hour, minute);

  it('is read by the offset before the change', () => {
    expect(clock.instantOf(wall(3, 8, 1, 59))).toBe(wall(3, 8, 6, 59));
    expect(clock.instantOf(wall(3, 8, 2))).toBe(wall(3, 8, 7));
    expect(clock.instantOf(wall(3, 8, 2, 59))).toBe(wall(3, 8, 7, 59));
    expect(clock.instantOf(wall(3, 8, 3))).toBe(wall(3, 8, 7));
    expect(clock.instantOf(wall(11, 1, 0, 59))).toBe(wall(11, 1, 4, 59));
    expect(clock.instantOf(wall(11, 1, 1))).toBe(wall(11, 1, 5));
    expect(clock.instantOf(wall(11, 1, 1, 59))).toBe(wall(11, 1, 5, 59));
    expect(clock.instantOf(wall(11, 1, 2))).toBe(wall(11, 1, 7));
  });

  it('is otherwise where the clock shows it', () => {
    for (let at = FROM; at < TO; at += 86_399_000) {
      const shown = at + clock.offsetAt(at);
      if (Math.abs(clock.instantOf(shown) - at) > 0)
        expect(clock.instantOf(shown) + clock.offsetAt(clock.instantOf(shown))).toBe(shown);
    }
  });
});

it('knows which names are zones', () => {
  expect(isTimeZone('Europe/Moscow')).toBe(true);
  expect(isTimeZone('Moscow')).toBe(false);
});
