import type { Zone } from '../../knowledge/schema.ts';
import { zoneOf } from '../bands.ts';
import type { Day } from '../calendar/day.ts';
import { roundFraction } from '../round.ts';
import { type WarmUpDay, type WarmUpInput, warmUpDay } from './day.ts';
import type { LoggedDay } from './log.ts';
import type { AdaptRules } from './rules.ts';

/** The last days are judged together, and only when they hold enough messages to say anything. */
export const JUDGED = { days: 7, leastSent: 20 };

export type AdviceLevel = 'pause' | 'hold' | 'go-on' | 'restart';

export interface Advice {
  /** Absent when too little was sent to judge: the plan then advances, but nothing is called good. */
  level?: AdviceLevel;
  because: 'moved' | 'idle' | 'ratio' | 'too-few';
  /** The day of the plan that comes next. */
  planDay: number;
  /** What was judged; nothing after a move. */
  judged?: { days: number; sent: number; replies: number; ratio?: number };
  /** How long nothing has been sent, where that is why. */
  idleDays?: number;
}

export interface Happened {
  /** In the order of the plan's days. */
  log: readonly LoggedDay[];
  /** The app was reinstalled or the account moved to another phone. */
  moved?: boolean;
  /** The date of day 0; without it only the log's own days tell how long nothing was sent. */
  start?: Day;
  today: Day;
}

const LEVEL_OF_ZONE: Record<Zone, AdviceLevel> = { danger: 'pause', warning: 'hold', safe: 'go-on', target: 'go-on' };

/** How the plan goes on after what happened; nothing to say where nothing happened. */
export function adviseWarmUp(rules: AdaptRules, { log, moved, start, today }: Happened): Advice | undefined {
  if (moved) return { level: 'restart', because: 'moved', planDay: 0 };
  const newest = log.at(-1);
  if (newest === undefined) return undefined;
  const judged = sumUp(log.slice(-JUDGED.days));
  const idleDays = daysWithoutSending(log, start === undefined ? undefined : today - start);
  if (idleDays >= rules.idleDays) return { level: 'restart', because: 'idle', planDay: 0, judged, idleDays };
  if (judged.sent < JUDGED.leastSent) return { because: 'too-few', planDay: newest.day + 1, judged };
  const zone = zoneOf(rules.replyBands, { over: judged.replies * 100, under: judged.sent });
  const level = zone === undefined ? 'hold' : LEVEL_OF_ZONE[zone];
  return { level, because: 'ratio', planDay: level === 'go-on' ? newest.day + 1 : newest.day, judged };
}

/** The limits of the day that comes next. A pause is a day like the last one without new people. */
export function nextWarmUpDay(rules: AdaptRules, input: WarmUpInput, { level, planDay }: Advice): WarmUpDay {
  const next = warmUpDay(rules, input, planDay);
  return level === 'pause' ? { ...next, recipients: { most: 0, by: [] } } : next;
}

function sumUp(log: readonly LoggedDay[]) {
  const sent = log.reduce((sum, day) => sum + day.sent, 0);
  const replies = log.reduce((sum, day) => sum + day.replies, 0);
  const ratio = sent > 0 ? { ratio: roundFraction({ over: replies * 100, under: sent }, 1) } : {};
  return { days: log.length, sent, replies, ...ratio };
}

/** From the last day with a send, or the first logged one, to the newest logged day or today. */
function daysWithoutSending(log: readonly LoggedDay[], todayAsDay: number | undefined): number {
  const elapsed = elapsedDays(log);
  const lastSend = log.findLastIndex(({ sent }) => sent > 0);
  const since = elapsed[Math.max(lastSend, 0)] ?? 0;
  return Math.max(elapsed.at(-1) ?? 0, todayAsDay ?? 0) - since;
}

/** Days of the calendar since day 0: a day of the plan that was held counts once for each time it was logged. */
function elapsedDays(log: readonly LoggedDay[]): number[] {
  let repeats = 0;
  return log.map(({ day }, index) => {
    if (log[index - 1]?.day === day) repeats += 1;
    return day + repeats;
  });
}
