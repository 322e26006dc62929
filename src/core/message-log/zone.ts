import { DAY, SECOND } from './civil.ts';

/** What a time zone does to clocks. All times are milliseconds; a wall time is written as if it were UTC. */
export interface ZoneClock {
  offsetAt(instant: number): number;
  /** Reads a wall time as `new Date(y, m, d, …)` does: where it is missing or double, by the offset before the change. */
  instantOf(wall: number): number;
  /** From when until when wall times have the offset that this one has. */
  stepOfWall(wall: number): Step;
  /** The next instant after this one at which the offset changes; Infinity where none is known. */
  nextChange(instant: number): number;
}

interface Step {
  from: number;
  until: number;
  offset: number;
}

/** The clock of a zone, exact between the two instants and unchanging outside of them. */
export function zoneClock(timeZone: string, from: number, to: number): ZoneClock {
  const { changes, offsets } = tableOf(timeZone, from - 2 * DAY, to + 2 * DAY);
  const wallChanges = changes.map((at, k) => at + Math.max(offsets[k] ?? 0, offsets[k + 1] ?? 0));
  const stepAt = stepFinder(changes, offsets);
  const stepOfWall = stepFinder(wallChanges, offsets);
  return {
    offsetAt: (instant) => stepAt(instant).offset,
    instantOf: (wall) => wall - stepOfWall(wall).offset,
    stepOfWall,
    nextChange: (instant) => stepAt(instant).until,
  };
}

/** The offset that holds from each change on; neighbouring questions are answered without a search. */
function stepFinder(changes: readonly number[], offsets: readonly number[]): (at: number) => Step {
  let step: Step = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY, offset: 0 };
  return (at) => {
    if (at >= step.from && at < step.until) return step;
    const number = countUpTo(changes, at);
    const from = changes[number - 1] ?? Number.NEGATIVE_INFINITY;
    const until = changes[number] ?? Number.POSITIVE_INFINITY;
    step = { from, until, offset: offsets[number] ?? 0 };
    return step;
  };
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Zones change their clocks at least three weeks apart, so that a look every so often misses no change. */
const STEP = 20 * DAY;

interface OffsetTable {
  from: number;
  to: number;
  changes: readonly number[];
  offsets: readonly number[];
}

/** To ask for the offset hundreds of times takes some milliseconds. */
const tables = new Map<string, OffsetTable>();

/** A table that goes from one instant to the other, or beyond. */
function tableOf(timeZone: string, from: number, to: number): OffsetTable {
  const known = tables.get(timeZone);
  if (known && known.from <= from && known.to >= to) return known;
  const table = offsetTable(timeZone, Math.min(from, known?.from ?? from), Math.max(to, known?.to ?? to));
  tables.set(timeZone, table);
  return table;
}

function offsetTable(timeZone: string, from: number, to: number): OffsetTable {
  const offsetAt = offsetReader(timeZone);
  const changes: number[] = [];
  let offset = offsetAt(from);
  const offsets = [offset];
  for (let low = from; low < to; low += STEP) {
    const next = offsetAt(low + STEP);
    if (next === offset) continue;
    changes.push(firstWith(next, low, low + STEP, offsetAt));
    offsets.push(next);
    offset = next;
  }
  return { from, to, changes, offsets };
}

function firstWith(offset: number, before: number, after: number, offsetAt: (instant: number) => number): number {
  let low = Math.floor(before / SECOND);
  let high = Math.floor(after / SECOND);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * SECOND) === offset) high = middle;
    else low = middle;
  }
  return high * SECOND;
}

function offsetReader(timeZone: string): (instant: number) => number {
  if (timeZone === 'UTC') return () => 0;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / SECOND) * SECOND;
  };
}

/** How many of the sorted numbers are not above the value. */
function countUpTo(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
