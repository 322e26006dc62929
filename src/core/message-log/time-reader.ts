import { isAsciiSpace, isDigit, SPACE } from './bytes.ts';
import { daysFromCivil, isDate, SECOND } from './civil.ts';

export type TimeFault = 'no-time' | 'bad-time' | 'no-such-date' | 'too-early' | 'too-late';

/**
 * What a written time turned out to be: an instant; what a clock on a wall showed, in a date that reads one way only;
 * the same in a date that begins with day or month; a time of day without a date; or nothing readable.
 */
export type TimeKind = 'instant' | 'wall' | 'local' | 'clock' | TimeFault;

/** Reads written times where they lie, as bytes. The result stays in the fields until the next reading. */
export class TimeReader {
  /** Seconds since 1970: of the instant, or of the wall time as if it were UTC. */
  seconds = 0;
  millis = 0;
  /** The first two numbers of a local date and its year. */
  first = 0;
  second = 0;
  year = 0;

  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  #end = 0;
  #digits = 0;
  #dateKey = -1;
  #dateSeconds = 0;

  read(bytes: Uint8Array, start: number, end: number): TimeKind {
    const iso = end - start >= ISO_LENGTH ? this.#iso(bytes, start, end) : undefined;
    if (iso !== undefined) return iso;
    this.#begin(bytes, start, end);
    if (this.#at >= this.#end) return 'no-time';
    const first = this.#number();
    if (this.#width() === 0 || this.#width() > LONGEST_NUMBER) return 'bad-time';
    const mark = this.#peek();
    if (this.#at >= this.#end) return this.#count(first, 0);
    if (mark === COLON) return this.#clock(first) ? 'clock' : 'bad-time';
    if (mark === DOT && this.#width() > 4) return this.#countWithFraction(first);
    if (mark !== HYPHEN && mark !== SLASH && mark !== DOT) return 'bad-time';
    return this.#date(first, this.#width() === 4, mark);
  }

  /** Reads date and time of day from two places. */
  readBoth(bytes: Uint8Array, start: number, end: number, clockStart: number, clockEnd: number): TimeKind {
    const kind = this.read(bytes, start, end);
    if (kind !== 'wall' && kind !== 'local') return kind;
    this.#begin(bytes, clockStart, clockEnd);
    const day = this.seconds - (this.seconds % SECONDS_A_DAY);
    if (!this.#clock(this.#number())) return 'bad-time';
    this.seconds += day;
    return kind;
  }

  /** The usual way to write a time, `YYYY-MM-DD` and `HH:MM:SS` with or without `Z`, read without looking around. */
  #iso(bytes: Uint8Array, start: number, end: number): TimeKind | undefined {
    const isUtc = end - start === ISO_LENGTH + 1 && bytes[end - 1] === CAPITAL_Z;
    if (end - start !== ISO_LENGTH && !isUtc) return undefined;
    if (bytes[start + 4] !== HYPHEN || bytes[start + 7] !== HYPHEN) return undefined;
    if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return undefined;
    if (bytes[start + 10] !== CAPITAL_T && bytes[start + 10] !== SPACE) return undefined;
    const century = pair(bytes, start);
    const year = pair(bytes, start + 2);
    const month = pair(bytes, start + 5);
    const day = pair(bytes, start + 8);
    const hour = pair(bytes, start + 11);
    const minute = pair(bytes, start + 14);
    const second = pair(bytes, start + 17);
    if (century < 0 || year < 0 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0) return undefined;
    if (hour > 23 || minute > 59 || second > 59) return 'bad-time';
    const kind = this.#fixedDate(century * 100 + year, month, day);
    this.seconds = this.#dateSeconds + hour * 3600 + minute * 60 + second;
    this.millis = 0;
    return kind === 'wall' && isUtc ? 'instant' : kind;
  }

  #begin(bytes: Uint8Array, start: number, end: number): void {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.millis = 0;
    this.#skipGap();
    while (this.#end > this.#at && isAsciiSpace(bytes[this.#end - 1] ?? 0)) this.#end--;
  }

  #count(value: number, fraction: number): TimeKind {
    const total = value < SECONDS_BELOW ? value * SECOND + fraction : value;
    this.seconds = Math.floor(total / SECOND);
    this.millis = total - this.seconds * SECOND;
    return this.#inYears(this.seconds < LAST_SECOND ? 2000 : LAST_YEAR + 1, 'instant');
  }

  #countWithFraction(value: number): TimeKind {
    this.#at++;
    const fraction = this.#fraction();
    return this.#width() > 0 && this.#at >= this.#end ? this.#count(value, fraction) : 'bad-time';
  }

  #date(first: number, yearFirst: boolean, mark: number): TimeKind {
    this.#at++;
    const second = this.#number();
    if (this.#width() === 0 || this.#width() > 2 || this.#peek() !== mark) return 'bad-time';
    this.#at++;
    const third = this.#number();
    if (this.#width() === 0 || this.#width() > 4 || this.#width() === 3) return 'bad-time';
    const year = yearFirst ? first : this.#width() === 4 ? third : 2000 + third;
    const kind = yearFirst ? this.#fixedDate(year, second, third) : this.#localDate(first, second, year);
    if (kind !== 'wall' && kind !== 'local') return kind;
    const day = this.#dateSeconds;
    this.seconds = 0;
    this.#skipToClock();
    if (this.#at < this.#end && !this.#clock(this.#number())) return 'bad-time';
    this.seconds += day;
    return this.#zone(kind);
  }

  #fixedDate(year: number, month: number, day: number): TimeKind {
    const key = (year << 9) | (month << 5) | day;
    if (key !== this.#dateKey || month > 12 || day > 31) {
      if (!isDate(year, month, day)) return 'no-such-date';
      this.#dateKey = key;
      this.#dateSeconds = daysFromCivil(year, month, day) * SECONDS_A_DAY;
    }
    return this.#inYears(year, 'wall');
  }

  #localDate(first: number, second: number, year: number): TimeKind {
    this.first = first;
    this.second = second;
    this.year = year;
    this.#dateKey = -1;
    const dayFirst = isDate(year, second, first);
    if (!dayFirst && !isDate(year, first, second)) return 'no-such-date';
    const days = dayFirst ? daysFromCivil(year, second, first) : daysFromCivil(year, first, second);
    this.#dateSeconds = days * SECONDS_A_DAY;
    return this.#inYears(year, 'local');
  }

  /** Years that can be kept; what is out of range by days is found when the time zone is known. */
  #inYears(year: number, kind: TimeKind): TimeKind {
    if (year < FIRST_YEAR) return 'too-early';
    return year > LAST_YEAR ? 'too-late' : kind;
  }

  /** The hour has been read; leaves the time of day in `seconds`. */
  #clock(hourRead: number): boolean {
    if (this.#width() === 0 || this.#width() > 2) return false;
    const mark = this.#peek();
    if (mark !== COLON && mark !== DOT && mark !== LETTER_H) return false;
    this.#at++;
    const minute = this.#number();
    if (this.#width() !== 2 || minute > 59) return false;
    let second = 0;
    if ((this.#peek() === COLON || this.#peek() === DOT) && isDigit(this.#bytes[this.#at + 1] ?? 0)) {
      this.#at++;
      second = this.#number();
      if (this.#width() !== 2 || second > 59) return false;
      if (this.#peek() === DOT || this.#peek() === COMMA) {
        this.#at++;
        this.millis = this.#fraction();
        if (this.#width() === 0) return false;
      }
    }
    this.#skipGap();
    const hour = this.#halfDay(hourRead);
    if (hour > 23) return false;
    this.seconds = hour * 3600 + minute * 60 + second;
    return true;
  }

  /** `AM` and `PM`, in Russian also `ДП` and `ПП`; 24 where the hour does not fit. */
  #halfDay(hour: number): number {
    const letter = this.#peek() | 0x20;
    const cyrillic = ((this.#bytes[this.#at] ?? 0) << 8) | (this.#bytes[this.#at + 1] ?? 0);
    const isMorning = letter === LETTER_A || cyrillic === CYRILLIC_D;
    if (this.#at >= this.#end || (!isMorning && letter !== LETTER_P && cyrillic !== CYRILLIC_P)) return hour;
    while (this.#at < this.#end && !isDigit(this.#peek()) && this.#peek() !== PLUS) this.#at++;
    if (hour < 1 || hour > 12) return 24;
    return (hour % 12) + (isMorning ? 0 : 12);
  }

  /** `Z`, `UTC`, `GMT`, `+03`, `-0300`, `+03:00`, or nothing. */
  #zone(kind: TimeKind): TimeKind {
    this.#skipGap();
    if (this.#at >= this.#end) return kind;
    const isNamed = this.#skipZoneName();
    if (this.#at >= this.#end) return isNamed ? 'instant' : 'bad-time';
    const sign = this.#peek();
    if (sign !== PLUS && sign !== HYPHEN) return 'bad-time';
    this.#at++;
    const hours = this.#number();
    const digits = this.#width();
    let offset = digits === 4 ? Math.floor(hours / 100) * 60 + (hours % 100) : hours * 60;
    if (this.#peek() === COLON) {
      this.#at++;
      offset += this.#number();
    }
    if (digits === 0 || digits === 3 || digits > 4 || this.#at < this.#end || offset > MOST_OFFSET) return 'bad-time';
    this.seconds -= (sign === PLUS ? offset : -offset) * 60;
    return 'instant';
  }

  #skipZoneName(): boolean {
    const letter = this.#peek() | 0x20;
    const length = letter === LETTER_Z ? 1 : letter === LETTER_U || letter === LETTER_G ? 3 : 0;
    this.#at += length;
    return length > 0;
  }

  /** How many digits the number just read has. */
  #width(): number {
    return this.#digits;
  }

  #peek(): number {
    return this.#at < this.#end ? (this.#bytes[this.#at] ?? 0) : 0;
  }

  #number(): number {
    const from = this.#at;
    let value = 0;
    let i = from;
    for (; i < this.#end; i++) {
      const digit = (this.#bytes[i] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.#at = i;
    this.#digits = i - from;
    return value;
  }

  /** Thousandths; further digits are cut off. */
  #fraction(): number {
    const from = this.#at;
    this.#number();
    let millis = 0;
    for (let k = 0; k < 3; k++) millis = millis * 10 + (k < this.#width() ? (this.#bytes[from + k] ?? 0) - 0x30 : 0);
    return millis;
  }

  /** White space of any kind, and whatever else is no ASCII, such as direction marks. */
  #skipGap(): void {
    for (; this.#at < this.#end; this.#at++) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (!isAsciiSpace(byte) && (byte < 0x80 || byte === CYRILLIC)) break;
    }
  }

  /** What may stand between date and time: `T`, a comma, a word such as `às`. */
  #skipToClock(): void {
    while (this.#at < this.#end && !isDigit(this.#peek())) this.#at++;
  }
}

const SECONDS_A_DAY = 86_400;
const SECONDS_BELOW = 1e11;
const LONGEST_NUMBER = 18;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;
const LAST_SECOND = 4_000_000_000;
const MOST_OFFSET = 18 * 60;

const ISO_LENGTH = 19;

const COLON = 0x3a;
const CAPITAL_T = 0x54;
const CAPITAL_Z = 0x5a;
const DOT = 0x2e;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const PLUS = 0x2b;
const LETTER_A = 0x61;
const LETTER_P = 0x70;
const LETTER_H = 0x68;
const LETTER_Z = 0x7a;
const LETTER_U = 0x75;
const LETTER_G = 0x67;
/** First byte of the capital Cyrillic letters, and the letters Д and П. */
const CYRILLIC = 0xd0;
const CYRILLIC_D = 0xd094;
const CYRILLIC_P = 0xd09f;

/** Two digits as a number; below zero where they are none. */
function pair(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 0x30;
  const ones = (bytes[at + 1] ?? 0) - 0x30;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}
