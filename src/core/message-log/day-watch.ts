import { DAY, HOUR, weekdayOf } from './civil.ts';
import { EXAMPLES, type Rows, type Spot, spotAt } from './rows.ts';
import type { ZoneClock } from './zone.ts';

/** One calendar day of the log, in the user's zone. */
export interface LogDay {
  /** Days since 1970-01-01. */
  day: number;
  sent: number;
  received: number;
  newRecipients: number;
  /** First and last outgoing message; absent on a day without. */
  first?: number;
  last?: number;
  /** Of the day's outgoing messages: answered in time; of those whose time has passed, how many, and how many not. */
  answered: number;
  considered: number;
  unanswered: number;
}

/** The messages of a day that may be shown. */
export interface DaySpots {
  /** The first few outgoing ones, and the last. */
  sent: Spot[];
  last?: Spot;
  /** The first few to new recipients. */
  met: Spot[];
}

/** Counts what happens on each day. */
export class DayWatch {
  /** Days with messages, in the order of their first. */
  readonly days: LogDay[] = [];
  readonly spots: DaySpots[] = [];
  /** Outgoing messages by weekday, Monday first, and hour. */
  readonly hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));

  readonly #clock: ZoneClock;
  readonly #places = new Map<number, number>();
  /** Until when the place among the days, the weekday and the hour are the present ones. */
  #until = Number.NEGATIVE_INFINITY;
  #place = 0;
  #row: number[] = [];
  #hour = 0;
  /** How many of the outgoing messages at hand have been counted. */
  #sent = 0;

  constructor(clock: ZoneClock) {
    this.#clock = clock;
  }

  /** Notes in the rows which day each is on. */
  see(rows: Rows): void {
    const { at, from, to } = rows;
    this.#sent = 0;
    for (let k = from; k < to; ) {
      const instant = at[k] ?? 0;
      if (instant >= this.#until) this.#turnTo(instant);
      const first = k;
      while (k < to && (at[k] ?? 0) < this.#until) k++;
      this.#count(rows, first, k);
    }
  }

  /** Takes note of a first message to somebody. */
  meet(spot: Spot, place: number): void {
    const day = this.days[place];
    if (day) day.newRecipients++;
    const met = this.spots[place]?.met;
    if (met && met.length < EXAMPLES) met.push(spot);
  }

  /** When a day begins and ends. */
  spanOf({ day }: LogDay): { from: number; to: number } {
    return { from: this.#clock.instantOf(day * DAY), to: this.#clock.instantOf((day + 1) * DAY) };
  }

  /** Counts messages of one and the same hour. */
  #count(rows: Rows, first: number, end: number): void {
    const place = this.#place;
    const day = this.days[place];
    const spots = this.spots[place];
    if (!day || !spots) return;
    rows.day.fill(place, first, end);
    const { out, sent } = rows;
    const before = this.#sent;
    while (this.#sent < sent && (out[this.#sent] ?? 0) < end) this.#sent++;
    const count = this.#sent - before;
    day.received += end - first - count;
    if (count === 0) return;
    day.sent += count;
    for (let n = before; n < this.#sent && spots.sent.length < EXAMPLES; n++)
      spots.sent.push(spotAt(rows, out[n] ?? 0));
    day.first ??= spots.sent[0]?.at ?? 0;
    spots.last = spotAt(rows, out[this.#sent - 1] ?? 0);
    day.last = spots.last.at;
    this.#row[this.#hour] = (this.#row[this.#hour] ?? 0) + count;
  }

  #turnTo(instant: number): void {
    const local = instant + this.#clock.offsetAt(instant);
    const day = Math.floor(local / DAY);
    this.#hour = Math.floor((local - day * DAY) / HOUR);
    this.#row = this.hours[weekdayOf(day)] ?? [];
    this.#until = Math.min(instant + HOUR - (local % HOUR), this.#clock.nextChange(instant));
    this.#place = this.#places.get(day) ?? this.days.length;
    if (this.#place < this.days.length) return;
    this.#places.set(day, this.#place);
    this.days.push({ day, sent: 0, received: 0, newRecipients: 0, answered: 0, considered: 0, unanswered: 0 });
    this.spots.push({ sent: [], met: [] });
  }
}
