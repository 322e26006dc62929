import { type AllDayEvent, allDayEvent } from '../calendar/all-day-event.ts';
import { formatDay } from '../calendar/day.ts';
import type { WarmUpInput } from './day.ts';
import type { WarmUpPlan } from './plan.ts';
import type { Phase, WarmUpRules, WarmUpSchedule } from './rules.ts';

export type WarmUpEventAbout =
  | { kind: 'phase'; source: string; schedule: string; phase: string }
  | { kind: 'milestone'; milestone: string };

/** One event a phase of each followed source, and one a milestone, as far as the plan runs. */
export function warmUpEvents(
  rules: WarmUpRules,
  input: WarmUpInput,
  { days, milestones }: WarmUpPlan,
): AllDayEvent<WarmUpEventAbout>[] {
  const lastDay = days.length - 1;
  const prefix = ['warm-up', formatDay(input.start)];
  const phases = rules.schedules
    .filter(({ source }) => input.sources.includes(source))
    .flatMap((schedule) => schedule.phases.map((phase) => ({ schedule, phase })))
    .filter(({ phase }) => phase.from <= lastDay && (phase.connect ?? input.connect) === input.connect)
    .map(({ schedule, phase }) => phaseEvent(prefix, input, schedule, phase, lastDay));
  const marks = milestones
    .filter(({ day }) => day <= lastDay)
    .map(({ id, date }) =>
      allDayEvent(
        [...prefix, 'milestone', id],
        { first: date, last: date },
        { kind: 'milestone' as const, milestone: id },
      ),
    );
  return [...phases, ...marks];
}

function phaseEvent(
  prefix: readonly string[],
  { start }: WarmUpInput,
  { id, source }: WarmUpSchedule,
  phase: Phase,
  lastDay: number,
): AllDayEvent<WarmUpEventAbout> {
  return allDayEvent(
    [...prefix, id, phase.id],
    { first: start + phase.from, last: start + Math.min(phase.to ?? lastDay, lastDay) },
    { kind: 'phase', source, schedule: id, phase: phase.id },
  );
}
