import { emptyTimeline, type Timeline } from './timeline.ts';

/**
 * Sorts by time and keeps the order of equal times. Stretches that are in order already are merged as they are: a
 * sorted log costs one look, several sorted files a few merges. Where there are many, digits are cheaper.
 */
export function sortByTime(timeline: Timeline): Timeline {
  const count = countRuns(timeline.at);
  if (count > MOST_RUNS) return sortByDigits(timeline);
  let runs = runsOf(timeline.at, count);
  let from = timeline;
  let to: Timeline | undefined;
  while (runs.length > 2) {
    to ??= emptyTimeline(from.at.length);
    runs = mergePairs(from, to, runs);
    [from, to] = [to, from];
  }
  return from;
}

function countRuns(at: Float64Array): number {
  let count = 1;
  for (let k = 1; k < at.length; k++) if ((at[k] ?? 0) < (at[k - 1] ?? 0)) count++;
  return count;
}

/** Where the stretches begin that are in order, so many of them, and the end of the last. */
function runsOf(at: Float64Array, count: number): Uint32Array {
  const runs = new Uint32Array(count + 1);
  let run = 1;
  for (let k = 1; k < at.length; k++) if ((at[k] ?? 0) < (at[k - 1] ?? 0)) runs[run++] = k;
  runs[count] = at.length;
  return runs;
}

function mergePairs(from: Timeline, to: Timeline, runs: Uint32Array): Uint32Array {
  const pairs = Math.ceil((runs.length - 1) / 2);
  const merged = new Uint32Array(pairs + 1);
  for (let pair = 0; pair < pairs; pair++) {
    const start = runs[pair * 2] ?? 0;
    const middle = runs[pair * 2 + 1] ?? 0;
    const end = runs[pair * 2 + 2] ?? middle;
    merge(from, to, start, middle, end);
    merged[pair + 1] = end;
  }
  return merged;
}

function merge(from: Timeline, to: Timeline, start: number, middle: number, end: number): void {
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const takesLeft = right >= end || (left < middle && (from.at[left] ?? 0) <= (from.at[right] ?? 0));
    const source = takesLeft ? left++ : right++;
    to.at[k] = from.at[source] ?? 0;
    to.message[k] = from.message[source] ?? 0;
  }
}

const MOST_RUNS = 15;

/** Sorts by the last digits of the times first, and by the first ones last. */
function sortByDigits(timeline: Timeline): Timeline {
  const { at } = timeline;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < at.length; k++) {
    first = Math.min(first, at[k] ?? 0);
    last = Math.max(last, at[k] ?? 0);
  }
  let from = timeline;
  let to = emptyTimeline(at.length);
  for (let unit = 1; unit <= last - first; unit *= DIGITS) {
    sortByDigit(from, to, first, unit);
    [from, to] = [to, from];
  }
  return from;
}

function sortByDigit(from: Timeline, to: Timeline, first: number, unit: number): void {
  const { length } = from.at;
  const places = new Uint32Array(DIGITS + 1);
  for (let k = 0; k < length; k++) {
    const digit = digitOf((from.at[k] ?? 0) - first, unit);
    places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  }
  for (let k = 1; k <= DIGITS; k++) places[k] = (places[k] ?? 0) + (places[k - 1] ?? 0);
  for (let k = 0; k < length; k++) {
    const instant = from.at[k] ?? 0;
    const digit = digitOf(instant - first, unit);
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    to.at[place] = instant;
    to.message[place] = from.message[k] ?? 0;
  }
}

function digitOf(time: number, unit: number): number {
  return (time / unit) & (DIGITS - 1);
}

/** A power of two. */
const DIGITS = 1 << 11;
