import { DAY, HOUR, weekdayOf } from './civil.ts';
import { isOutgoing, type Timeline } from './timeline.ts';
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

export interface DaySeries {
  /** Days with messages, in order. */
  days: LogDay[];
  /** Outgoing messages by weekday, Monday first, and hour. */
  hours: number[][];
  /** Which of the days each message of the timeline belongs to. */
  dayOf: Uint16Array;
}

/** Counts what happens on each day; `from` and `to` bound the messages that count. */
export function daySeries(timeline: Timeline, clock: ZoneClock, from: number, to: number): DaySeries {
  const { at } = timeline;
  const days = new Map<number, number>();
  const series: LogDay[] = [];
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const dayOf = new Uint16Array(at.length);
  let until = Number.NEGATIVE_INFINITY;
  let row: number[] = [];
  let hour = 0;
  let place = 0;
  for (let k = from; k < to; k++) {
    const instant = at[k] ?? 0;
    if (instant >= until) {
      const local = instant + clock.offsetAt(instant);
      const day = Math.floor(local / DAY);
      hour = Math.floor((local - day * DAY) / HOUR);
      row = hours[weekdayOf(day)] ?? [];
      until = Math.min(instant + HOUR - (local % HOUR), clock.nextChange(instant));
      place = days.get(day) ?? series.length;
      if (place === series.length) {
        days.set(day, place);
        series.push(emptyDay(day));
      }
    }
    dayOf[k] = place;
    const today = series[place];
    if (!today) continue;
    if (!isOutgoing(timeline, k)) {
      today.received++;
    } else {
      today.sent++;
      today.first ??= instant;
      today.last = instant;
      row[hour] = (row[hour] ?? 0) + 1;
    }
  }
  return { days: series, hours, dayOf };
}

function emptyDay(day: number): LogDay {
  return { day, sent: 0, received: 0, newRecipients: 0, answered: 0, considered: 0, unanswered: 0 };
}
