import type { Zone } from '../../knowledge/schema.ts';
import { zoneOf } from '../bands.ts';
import { DAY, HOUR } from './civil.ts';
import type { FigureId, Found, MessageLogRules } from './figures.ts';
import type { LogDay } from './log-days.ts';
import { examplesOf, type LogView, outgoingOn } from './log-view.ts';

type DayFigure = Extract<FigureId, 'peak-day' | 'active-window' | 'new-recipients-peak'>;

/** What the fullest, the longest and the most forward day was; the days take note of new recipients. */
export function dayFigures(view: LogView): Record<DayFigure, Found> {
  const { contacts } = view.chats;
  for (const k of contacts) {
    const day = view.series.days[view.series.dayOf[k] ?? 0];
    if (day) day.newRecipients++;
  }
  const fullest = dayOfMost(view, ({ sent }) => sent);
  const longest = dayOfMost(view, activeTime);
  const most = dayOfMost(view, ({ newRecipients }) => newRecipients);
  return {
    'peak-day': {
      ...whenOf(view, fullest.day),
      value: { over: fullest.value, under: 1 },
      ...(fullest.day && { judged: judgeDay(view.rules, fullest.day, view.registered) }),
      examples: examplesOf(view, outgoingOn(view, fullest.place)),
    },
    'active-window': {
      value: { over: longest.value, under: HOUR },
      ...(longest.day && { when: { from: longest.day.first ?? 0, to: longest.day.last ?? 0 } }),
      examples: examplesOf(view, endsOf(outgoingOn(view, longest.place))),
    },
    'new-recipients-peak': {
      ...(most.value > 0 && whenOf(view, most.day)),
      value: { over: most.value, under: 1 },
      examples: examplesOf(
        view,
        contacts.filter((k) => view.series.dayOf[k] === most.place),
      ),
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
  /** Its place among the days. */
  place: number;
  day?: LogDay;
}

function dayOfMost({ series }: LogView, measure: (day: LogDay) => number): TopDay {
  let top: TopDay = { value: 0, place: -1 };
  for (const [place, day] of series.days.entries()) {
    if (day.sent > 0 && (top.day === undefined || measure(day) > top.value)) top = { value: measure(day), place, day };
  }
  return top;
}

function activeTime({ first = 0, last = 0 }: LogDay): number {
  return last - first;
}

function whenOf({ clock }: LogView, day?: LogDay): { when?: { from: number; to: number } } {
  if (!day) return {};
  return { when: { from: clock.instantOf(day.day * DAY), to: clock.instantOf((day.day + 1) * DAY) } };
}

function endsOf(places: readonly number[]): number[] {
  return places.length > 1 ? [places[0] ?? 0, places.at(-1) ?? 0] : [...places];
}
