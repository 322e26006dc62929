import { byteAt, COLON, HYPHEN, isDigit, SPACE } from './bytes';

/** The time that was read last. */
export let seconds: u32 = 0;
export let millis: i32 = 0;

export const NO_TIME: i32 = 0;
const INSTANT: i32 = 1;
export const WALL: i32 = 2;

/** Milliseconds since 1970: the first instant that a message may have, and the first that is too late. */
let earliest: i64 = 0;
let tooLate: i64 = 0;

export function setTimes(first: f64, end: f64): void {
  earliest = <i64>first;
  tooLate = <i64>end;
}

/** Reads the ways of writing a time that nearly all logs use; others, and what is out of range, are `NO_TIME`. */
export function readTime(start: i32, end: i32): i32 {
  const length = end - start;
  if (length === 10 || length === 13) return readCount(start, end);
  if (length < ISO_LENGTH) return NO_TIME;
  if (!readDate(start) || !readClock(start + 11)) return NO_TIME;
  const between = byteAt(start + 10);
  if (between !== CAPITAL_T && between !== SPACE) return NO_TIME;
  millis = 0;
  let at = start + ISO_LENGTH;
  if (at + 4 <= end && byteAt(at) === POINT) {
    if (!readMillis(at + 1)) return NO_TIME;
    at += 4;
    while (at < end && isDigit(byteAt(at))) at++;
  }
  if (at === end) return isInRange(TWO_DAYS) ? WALL : NO_TIME;
  if (at + 1 < end ? !readOffset(at, end) : byteAt(at) !== CAPITAL_Z) return NO_TIME;
  return isInRange(0) ? INSTANT : NO_TIME;
}

/** `+03:00` or `-0300`; takes it from the seconds. */
function readOffset(at: i32, end: i32): bool {
  const sign = byteAt(at);
  if (sign !== PLUS && sign !== HYPHEN) return false;
  const rest = byteAt(at + 3) === COLON ? at + 4 : at + 3;
  if (rest + 2 !== end) return false;
  const hours = pair(at + 1);
  const minutes = pair(rest);
  if (<u32>hours > MOST_HOURS || <u32>minutes > 59) return false;
  const offset = (hours * 60 + minutes) * 60;
  seconds -= sign === PLUS ? offset : -offset;
  return true;
}

const ISO_LENGTH: i32 = 19;
const CAPITAL_T: i32 = 0x54;
const CAPITAL_Z: i32 = 0x5a;
const POINT: i32 = 0x2e;
const PLUS: i32 = 0x2b;
const MOST_HOURS: u32 = 17;

/** Clocks on walls differ from UTC by less than so many milliseconds. */
const TWO_DAYS: i64 = 172_800_000;

/** Whether the time is in range, and so far away from its ends. */
function isInRange(distance: i64): bool {
  const instant = <i64>seconds * 1000 + millis;
  return instant >= earliest + distance && instant < tooLate - distance;
}

/** Seconds since 1970 in ten digits, or milliseconds in thirteen. */
function readCount(start: i32, end: i32): i32 {
  if (byteAt(start) === 0x30) return NO_TIME;
  let value: u64 = 0;
  for (let at = start; at < end; at++) {
    const byte = byteAt(at);
    if (!isDigit(byte)) return NO_TIME;
    value = value * 10 + (byte - 0x30);
  }
  const isSeconds = end - start === 10;
  const whole = isSeconds ? value : value / 1000;
  if (whole > 0xffff_ffff) return NO_TIME;
  seconds = <u32>whole;
  millis = isSeconds ? 0 : <i32>(value % 1000);
  return isInRange(0) ? INSTANT : NO_TIME;
}

function readMillis(at: i32): bool {
  const a = byteAt(at) - 0x30;
  const b = byteAt(at + 1) - 0x30;
  const c = byteAt(at + 2) - 0x30;
  if (<u32>a > 9 || <u32>b > 9 || <u32>c > 9) return false;
  millis = a * 100 + b * 10 + c;
  return true;
}

/** `HH:MM:SS`, eight bytes at once; adds to the seconds of the date. */
function readClock(at: i32): bool {
  const value = load<u64>(at) ^ NO_CLOCK;
  // No byte above 9: none of them, nor it and 118 more, has its highest bit.
  if ((((value + EVERY_BYTE * 118) | value) & (EVERY_BYTE << 7)) !== 0) return false;
  if ((value & 0x0000_ff00_00ff_0000) !== 0) return false;
  const hour = <u32>((value & 0xf) * 10 + ((value >> 8) & 0xf));
  const minute = <u32>(((value >> 24) & 0xf) * 10 + ((value >> 32) & 0xf));
  const second = <u32>(((value >> 48) & 0xf) * 10 + (value >> 56));
  if (hour > 23 || minute > 59 || second > 59) return false;
  seconds = dateSeconds + hour * 3600 + minute * 60 + second;
  return true;
}

/** `00:00:00`, and a one in each of eight bytes. */
const NO_CLOCK: u64 = 0x3030_3a30_303a_3030;
const EVERY_BYTE: u64 = 0x0101_0101_0101_0101;

/** The date read last, as written, and its seconds: a log repeats its dates. */
let dateHead: u64 = 0;
let dateTail: u16 = 0;
let dateSeconds: u32 = 0;

function readDate(at: i32): bool {
  const head = load<u64>(at);
  const tail = load<u16>(at + 8);
  if (head === dateHead && tail === dateTail) return true;
  if (byteAt(at + 4) !== HYPHEN || byteAt(at + 7) !== HYPHEN) return false;
  const century = pair(at);
  const rest = pair(at + 2);
  const month = pair(at + 5);
  const day = pair(at + 8);
  if (century !== 20 || rest < 0 || month < 1 || month > 12 || day < 1) return false;
  const year = century * 100 + rest;
  if (day > daysInMonth(year, month)) return false;
  dateHead = head;
  dateTail = tail;
  dateSeconds = <u32>daysSince1970(year, month, day) * 86_400;
  return true;
}

/** Two digits as a number; below zero where they are none. */
function pair(at: i32): i32 {
  const tens = byteAt(at) - 0x30;
  const ones = byteAt(at + 1) - 0x30;
  return <u32>tens > 9 || <u32>ones > 9 ? -1 : tens * 10 + ones;
}

function daysInMonth(year: i32, month: i32): i32 {
  // Of the years from 2000 to 2099 every fourth is a leap year.
  if (month === 2) return year % 4 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function daysSince1970(year: i32, month: i32, day: i32): i32 {
  const shifted = month <= 2 ? year - 1 : year;
  const era = shifted / 400;
  const yearOfEra = shifted - era * 400;
  const dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
}
