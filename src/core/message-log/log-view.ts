import { DAY, SECOND } from './civil.ts';
import type { ExampleRow, MessageLogRules } from './figures.ts';
import { OUTGOING } from './flags.ts';
import { type DaySeries, daySeries } from './log-days.ts';
import type { MessageStore } from './message-store.ts';
import type { Outgoing } from './sliding.ts';
import { fileOf, type Timeline, timelineOf } from './timeline.ts';
import { type ZoneClock, zoneClock } from './zone.ts';

export interface LogChoice {
  /** Zone of the calendar days, and of times that came without one. */
  timeZone: string;
  /** First and last day that count, in days since 1970-01-01. */
  range?: { from: number; to: number };
  /** Which of several numbers, as the log names it. */
  number?: string;
  /** The day the number was registered. */
  registered?: number;
}

/** A log as somebody looks at it: in order, in a zone, with the part that counts marked. */
export interface LogView {
  store: MessageStore;
  rules: MessageLogRules;
  clock: ZoneClock;
  /** All messages; the rest of the log still tells who was answered and who was new. */
  timeline: Timeline;
  /** The messages that count: from the first up to, not including, the second. */
  from: number;
  to: number;
  out: Outgoing;
  series: DaySeries;
  registered?: number;
}

export function viewLog(store: MessageStore, rules: MessageLogRules, choice: LogChoice): LogView {
  const { timeZone, range, number, registered } = choice;
  const clock = clockOf(store, timeZone);
  const timeline = timelineOf(store, clock, number === undefined ? undefined : numberNamed(store, number));
  const from = range ? firstAt(timeline, clock.instantOf(range.from * DAY)) : 0;
  const to = range ? firstAt(timeline, clock.instantOf((range.to + 1) * DAY)) : timeline.at.length;
  const out = outgoingOf(store, timeline, from, to);
  const series = daySeries(store, timeline, clock, from, to);
  return { store, rules, clock, timeline, from, to, out, series, ...(registered !== undefined && { registered }) };
}

export function isOutgoing({ store, timeline }: LogView, k: number): boolean {
  return ((store.flags[timeline.message[k] ?? 0] ?? 0) & OUTGOING) !== 0;
}

/** The first few of the messages at these places, to be shown. */
export function examplesOf(view: LogView, places: Iterable<number>): ExampleRow[] {
  const rows: ExampleRow[] = [];
  for (const k of places) {
    if (rows.length >= EXAMPLES) break;
    const message = view.timeline.message[k] ?? 0;
    const { store } = view;
    rows.push({
      file: fileOf(store.files, message),
      line: store.line[message] ?? 0,
      at: view.timeline.at[k] ?? 0,
      direction: isOutgoing(view, k) ? 'out' : 'in',
      chat: store.chatName(store.chat[message] ?? 0),
    });
  }
  return rows;
}

/** Places in the timeline, in order, for which something holds. */
export function* placesWhere({ from, to }: LogView, holds: (k: number) => boolean): Generator<number> {
  for (let k = from; k < to; k++) if (holds(k)) yield k;
}

export const EXAMPLES = 20;

function clockOf({ seconds, count }: MessageStore, timeZone: string): ZoneClock {
  let earliest = seconds[0] ?? 0;
  let latest = earliest;
  for (let i = 1; i < count; i++) {
    const at = seconds[i] ?? 0;
    if (at < earliest) earliest = at;
    if (at > latest) latest = at;
  }
  return zoneClock(timeZone, earliest * SECOND, latest * SECOND);
}

function numberNamed(store: MessageStore, name: string): number {
  for (let number = 0; number < store.numbers.count; number++) if (store.numbers.text(number) === name) return number;
  return -1;
}

function firstAt({ at }: Timeline, instant: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function outgoingOf({ flags }: MessageStore, { at, message }: Timeline, from: number, to: number): Outgoing {
  let count = 0;
  for (let k = from; k < to; k++) if (((flags[message[k] ?? 0] ?? 0) & OUTGOING) !== 0) count++;
  const out = { at: new Float64Array(count), message: new Uint32Array(count), place: new Uint32Array(count) };
  let n = 0;
  for (let k = from; k < to; k++) {
    if (((flags[message[k] ?? 0] ?? 0) & OUTGOING) === 0) continue;
    out.at[n] = at[k] ?? 0;
    out.message[n] = message[k] ?? 0;
    out.place[n] = k;
    n++;
  }
  return out;
}
