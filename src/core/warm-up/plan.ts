import type { Day } from '../calendar/day.ts';
import { type WarmUpDay, type WarmUpInput, warmUpDay } from './day.ts';
import type { WarmUpRules } from './rules.ts';

/** The plan runs until the target is reached, within these days. */
const LAST_DAY = { earliest: 30, latest: 90 };

export interface Milestone {
  /** `first-message`, `connect` and `target` are computed, others come from the schedules. */
  id: string;
  day: number;
  date: Day;
  /** Last day, where the source names a stretch. */
  to?: number;
  /** Who says so; empty for what follows from the plan itself. */
  by: readonly string[];
}

export interface WarmUpPlan {
  days: readonly WarmUpDay[];
  /** In the order of their days. */
  milestones: readonly Milestone[];
}

export function planWarmUp(rules: WarmUpRules, input: WarmUpInput): WarmUpPlan {
  const days: WarmUpDay[] = [];
  let targetDay: number | undefined;
  for (let day = 0; day <= lastDay(input.target, targetDay); day += 1) {
    const planned = warmUpDay(rules, input, day);
    days.push(planned);
    if (reaches(planned, input.target)) targetDay ??= day;
  }
  return { days, milestones: milestonesOf(rules, input, days, targetDay) };
}

function reaches({ messages }: WarmUpDay, target: number | undefined): boolean {
  return target !== undefined && messages.most === target;
}

function lastDay(target: number | undefined, targetDay: number | undefined): number {
  if (target === undefined) return LAST_DAY.earliest;
  return Math.max(targetDay ?? LAST_DAY.latest, LAST_DAY.earliest);
}

function milestonesOf(
  rules: WarmUpRules,
  { start, connect }: WarmUpInput,
  days: readonly WarmUpDay[],
  targetDay: number | undefined,
): Milestone[] {
  const connectDay = connect === 'service' ? days.find(({ channel }) => channel === 'service')?.day : undefined;
  const computed = { 'first-message': rules.firstMessageDay, connect: connectDay, target: targetDay };
  const fromPlan = Object.entries(computed).flatMap(([id, day]) => (day === undefined ? [] : [{ id, day, by: [] }]));
  const fromSources = agesOf(rules).filter(({ id }) => !(id in computed));
  return [...fromPlan, ...fromSources]
    .map((milestone) => ({ ...milestone, date: start + milestone.day }))
    .toSorted((a, b) => a.day - b.day);
}

/** Ages are facts about the number, so they are stated whichever sources are followed; of two days the later counts. */
function agesOf({ schedules }: WarmUpRules): Omit<Milestone, 'date'>[] {
  const ages = new Map<string, Omit<Milestone, 'date'>>();
  for (const { source, milestones } of schedules) {
    for (const { id, day, to } of milestones) {
      const known = ages.get(id);
      if (known && known.day > day) continue;
      const by = known?.day === day ? [...known.by, source] : [source];
      ages.set(id, { id, day, by, ...(to !== undefined && { to }) });
    }
  }
  return [...ages.values()];
}
