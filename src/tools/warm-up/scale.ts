import type { WarmUpDay } from '../../core/warm-up/day.ts';

/** The parts of the plot in pixels from its top: flags, lines, numbers of the days. */
export const PLOT = { height: 276, top: 62, bottom: 250 };

const TICKS = [0, 10, 20, 50, 100, 200, 500, 1000, 2000, 6000, 10_000, 20_000, 50_000, 100_000];
const TICK_GAP = 17;

/** The greatest limit that any line reaches. */
export function axisMaximum(days: readonly WarmUpDay[]): number {
  const values = days.flatMap(({ messages, lines }) => [
    messages.most ?? 0,
    ...lines.map((line) => line.messages ?? 0),
  ]);
  return Math.max(100, ...values);
}

/** Each step up the axis multiplies: the first days would otherwise lie flat under the last ones. */
export function heightOf(value: number, most: number): number {
  const share = Math.log1p(value / SOFTENING) / Math.log1p(most / SOFTENING);
  return Math.round((PLOT.bottom - share * (PLOT.bottom - PLOT.top)) * 2) / 2;
}

/** Below this the axis is nearly even, so that 0 has a place on it. */
const SOFTENING = 8;

export function ticksUpTo(most: number): number[] {
  const shown: number[] = [];
  for (const tick of TICKS.filter((value) => value <= most)) {
    const last = shown.at(-1);
    if (last === undefined || heightOf(last, most) - heightOf(tick, most) >= TICK_GAP) shown.push(tick);
  }
  return shown;
}

/** In percent of the width. */
export function xOf(day: number, lastDay: number): number {
  return Math.round((day / Math.max(lastDay, 1)) * 1000) / 10;
}

export interface Stretch {
  key: string;
  from: number;
  to: number;
}

/** Days in a row that have the same key. */
export function stretches(days: readonly WarmUpDay[], keyOf: (day: WarmUpDay) => string): Stretch[] {
  const found: Stretch[] = [];
  for (const planned of days) {
    const key = keyOf(planned);
    const last = found.at(-1);
    if (last?.key === key) last.to = planned.day;
    else found.push({ key, from: planned.day, to: planned.day });
  }
  return found;
}
