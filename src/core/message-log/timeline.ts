import { SECOND } from './civil.ts';
import { OUTGOING, WALL } from './flags.ts';
import type { MessageStore, StoredFile } from './message-store.ts';
import { sortByTime } from './time-order.ts';
import type { ZoneClock } from './zone.ts';

/** Messages in the order of time; among equal times in that of their file, reversed where the file runs backwards. */
export interface Timeline {
  /** When each one was, in milliseconds since 1970. */
  at: Float64Array;
  /** Where it is in the store. */
  message: Uint32Array;
  /** Its chat, and whether the number sent it. */
  who: Uint32Array;
}

/** Bit 31 of `who`. */
const OWN = 0x8000_0000;

export function isOutgoing({ who }: Timeline, k: number): boolean {
  return (who[k] ?? 0) >= OWN;
}

export function chatAt({ who }: Timeline, k: number): number {
  return (who[k] ?? 0) & ~OWN;
}

/** `number`: only the chats of this one of several numbers. */
export function timelineOf(store: MessageStore, clock: ZoneClock, number?: number): Timeline {
  const timeline = emptyTimeline(store.count);
  let count = 0;
  let isSorted = true;
  for (const file of store.files) {
    const from = count;
    const { placed, steps } = place(store, clock, file, number, timeline, from);
    count = from + placed;
    if (runsBackwards(timeline.at, from, count, steps)) reverse(timeline, from, count);
    isSorted &&= steps.back === 0 && (timeline.at[from] ?? 0) >= (timeline.at[from - 1] ?? 0);
  }
  const whole = partOf(timeline, 0, count);
  return isSorted ? whole : sortByTime(whole);
}

interface Steps {
  on: number;
  back: number;
}

/** Puts the messages of a file into the timeline, and counts the steps in which its times go on and back. */
function place(
  { seconds, millis, chat, flags, numberOf }: MessageStore,
  clock: ZoneClock,
  { start, end }: StoredFile,
  number: number | undefined,
  { at, message, who }: Timeline,
  from: number,
): { placed: number; steps: Steps } {
  let to = from;
  let last = Number.NaN;
  let on = 0;
  let back = 0;
  for (let i = start; i < end; i++) {
    const theirs = chat[i] ?? 0;
    if (number !== undefined && numberOf(theirs) !== number) continue;
    const bits = flags[i] ?? 0;
    const time = (seconds[i] ?? 0) * SECOND + (millis ? (millis[i] ?? 0) : 0);
    const instant = (bits & WALL) === 0 ? time : clock.instantOf(time);
    if (instant > last) on++;
    else if (instant < last) back++;
    last = instant;
    at[to] = instant;
    message[to] = i;
    who[to] = (bits & OUTGOING) === 0 ? theirs : theirs | OWN;
    to++;
  }
  return { placed: to - from, steps: { on, back } };
}

function runsBackwards(at: Float64Array, from: number, to: number, { on, back }: Steps): boolean {
  return back > on || (back === on && (at[to - 1] ?? 0) < (at[from] ?? 0));
}

function reverse({ at, message, who }: Timeline, from: number, to: number): void {
  for (const column of [at, message, who]) column.subarray(from, to).reverse();
}

function partOf({ at, message, who }: Timeline, from: number, to: number): Timeline {
  return { at: at.subarray(from, to), message: message.subarray(from, to), who: who.subarray(from, to) };
}

export function emptyTimeline(length: number): Timeline {
  return { at: new Float64Array(length), message: new Uint32Array(length), who: new Uint32Array(length) };
}

/** The file that a message came in. */
export function fileOf(files: readonly StoredFile[], message: number): number {
  return files.findIndex(({ start, end }) => message >= start && message < end);
}
