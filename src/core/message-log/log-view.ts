import { type ChatCounts, countChats } from './chat-counts.ts';
import { DAY, SECOND } from './civil.ts';
import type { ExampleRow, MessageLogRules } from './figures.ts';
import { type DaySeries, daySeries } from './log-days.ts';
import type { MessageStore } from './message-store.ts';
import type { Outgoing } from './sliding.ts';
import { fileOf, isOutgoing, type Timeline, timelineOf } from './timeline.ts';
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
  chats: ChatCounts;
  series: DaySeries;
  registered?: number;
}

export function viewLog(store: MessageStore, rules: MessageLogRules, choice: LogChoice): LogView {
  const { timeZone, range, number, registered } = choice;
  const clock = clockOf(store, timeZone);
  const timeline = timelineOf(store, clock, number === undefined ? undefined : numberNamed(store, number));
  const from = range ? firstAt(timeline, clock.instantOf(range.from * DAY)) : 0;
  const to = range ? firstAt(timeline, clock.instantOf((range.to + 1) * DAY)) : timeline.at.length;
  const out = outgoingOf(timeline, from, to);
  const series = daySeries(timeline, clock, from, to);
  const chats = countChats({ store, timeline, from, to });
  return {
    store,
    rules,
    clock,
    timeline,
    from,
    to,
    out,
    chats,
    series,
    ...(registered !== undefined && { registered }),
  };
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
      direction: isOutgoing(view.timeline, k) ? 'out' : 'in',
      chat: store.chatName(store.chat[message] ?? 0),
    });
  }
  return rows;
}

/** Places of the outgoing messages of a day, by its place among the days. */
export function outgoingOn({ timeline, clock, from, to, series }: LogView, place: number): number[] {
  const day = series.days[place]?.day;
  if (day === undefined) return [];
  // Where the clocks are set back over midnight, an hour of the next day comes before one of this.
  const first = Math.max(from, firstAt(timeline, clock.instantOf(day * DAY) - DAY));
  const end = Math.min(to, firstAt(timeline, clock.instantOf((day + 1) * DAY) + DAY));
  const places: number[] = [];
  for (let k = first; k < end; k++) if (series.dayOf[k] === place && isOutgoing(timeline, k)) places.push(k);
  return places;
}

export const EXAMPLES = 20;

/** Swapping day and month moves a time by less than a year. */
function clockOf({ earliest, latest, count }: MessageStore, timeZone: string): ZoneClock {
  return count === 0
    ? zoneClock(timeZone, 0, 0)
    : zoneClock(timeZone, earliest * SECOND - YEAR, latest * SECOND + YEAR);
}

const YEAR = 366 * DAY;

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

function outgoingOf(timeline: Timeline, from: number, to: number): Outgoing {
  let count = 0;
  for (let k = from; k < to; k++) if (isOutgoing(timeline, k)) count++;
  const out = { at: new Float64Array(count), place: new Uint32Array(count) };
  let n = 0;
  for (let k = from; k < to; k++) {
    if (!isOutgoing(timeline, k)) continue;
    out.at[n] = timeline.at[k] ?? 0;
    out.place[n] = k;
    n++;
  }
  return out;
}
