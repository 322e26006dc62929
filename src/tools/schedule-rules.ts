import type { Phase, WarmUpRules, WarmUpSchedule } from '../core/warm-up/rules.ts';
import { greatestIn } from '../core/whole-limit.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Schedule } from '../knowledge/schema.ts';

/** The schedules and the pace that a day's limits are computed with, without their texts. */
export function scheduleRules({ schedules, rules }: Knowledge): WarmUpRules {
  const all = [...schedules.values()];
  const milestones = all.flatMap((schedule) => schedule.milestones);
  const firstMessages = milestones.filter(({ id }) => id === FIRST_MESSAGE).map(({ day }) => day);
  const pace = rules.get('hourly-pace')?.verdicts ?? [];
  return {
    schedules: all.map(withoutTexts),
    firstMessageDay: Math.max(0, ...firstMessages),
    pace: pace.flatMap(({ source, bands }) => {
      const perHour = greatestIn(bands, 'safe');
      return perHour === undefined ? [] : [{ source, perHour }];
    }),
  };
}

const FIRST_MESSAGE = 'first-message';

function withoutTexts({ id, source, phases, milestones }: Schedule): WarmUpSchedule {
  return {
    id,
    source,
    phases: phases.map(phaseWithoutTexts),
    milestones: milestones.map((milestone) => ({
      id: milestone.id,
      day: milestone.day,
      ...(milestone.to !== undefined && { to: milestone.to }),
    })),
  };
}

function phaseWithoutTexts(phase: Schedule['phases'][number]): Phase {
  const { title: _title, condition: _condition, claims: _claims, tasks, ...rest } = phase;
  return {
    ...rest,
    tasks: tasks.map(({ id, from, to }) => ({
      id,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    })),
  };
}
