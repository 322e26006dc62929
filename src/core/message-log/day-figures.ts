import type { Zone } from '../../knowledge/schema.ts';
import { zoneOf } from '../bands.ts';
import { HOUR } from './civil.ts';
import type { DaySpots, DayWatch, LogDay } from './day-watch.ts';
import type { FigureId, Found, MessageLogRules } from './figures.ts';
import type { Spot } from './rows.ts';

type DayFigure = Extract<FigureId, 'peak-day' | 'active-window' | 'new-recipients-peak'>;

/** What the fullest, the longest and the most forward day was. */
export function dayFigures(watch: DayWatch, rules: MessageLogRules, registered?: number): Record<DayFigure, Found> {
  const fullest = dayOfMost(watch, ({ sent }) => sent);
  const longest = dayOfMost(watch, activeTime);
  const most = dayOfMost(watch, ({ newRecipients }) => newRecipients);
  return {
    'peak-day': {
      ...(fullest && { when: watch.spanOf(fullest.day), judged: judgeDay(rules, fullest.day, registered) }),
      value: { over: fullest?.value ?? 0, under: 1 },
      spots: fullest?.spots.sent ?? [],
    },
    'active-window': {
      value: { over: longest?.value ?? 0, under: HOUR },
      ...(longest && { when: { from: longest.day.first ?? 0, to: longest.day.last ?? 0 } }),
      spots: longest ? endsOf(longest.spots) : [],
    },
    'new-recipients-peak': {
      ...(most && most.value > 0 && { when: watch.spanOf(most.day) }),
      value: { over: most?.value ?? 0, under: 1 },
      spots: most?.spots.met ?? [],
    },
  };
}

/** How many messages a day may have: by the age of a young number, else as for any number. */
export function judgeDay(
  { young, figures }: MessageLogRules,
  { day, sent }: LogDay,
  registered?: number,
): { zone: Zone | 'none'; rule: string } {
  const value = { over: sent, under: 1 };
  const { rule, bands } = figures['peak-day'];
  const age = registered === undefined ? -1 : day - registered;
  if (age < 0 || age >= young.days) return { zone: zoneOf(bands, value) ?? 'none', rule };
  const limit = young.limits[age] ?? null;
  const byLimit = limit === null ? 'none' : sent > limit ? 'warning' : 'safe';
  return { zone: zoneOf(young.bands, value) ?? byLimit, rule: young.rule };
}

interface TopDay {
  value: number;
  day: LogDay;
  spots: DaySpots;
}

function dayOfMost({ days, spots }: DayWatch, measure: (day: LogDay) => number): TopDay | undefined {
  let top: TopDay | undefined;
  for (const [place, day] of days.entries()) {
    if (day.sent === 0 || (top && measure(day) <= top.value)) continue;
    top = { value: measure(day), day, spots: spots[place] ?? { sent: [], met: [] } };
  }
  return top;
}

function activeTime({ first = 0, last = 0 }: LogDay): number {
  return last - first;
}

function endsOf({ sent: [first], last }: DaySpots): Spot[] {
  return [first, first?.message === last?.message ? undefined : last].filter((spot) => spot !== undefined);
}
