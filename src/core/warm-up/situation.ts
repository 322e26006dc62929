import type { Day } from '../calendar/day.ts';
import { type Advice, adviseWarmUp, nextWarmUpDay } from './adapt.ts';
import { type Course, courseOf } from './course.ts';
import { type WarmUpDay, type WarmUpInput, warmUpDay } from './day.ts';
import { type WarmUpValues, warmUpInput } from './input.ts';
import { planWarmUp, type WarmUpPlan } from './plan.ts';
import type { AdaptRules } from './rules.ts';

/** Where a number stands: its plan with the dates on which the days really fall, and the day that counts now. */
export interface Situation {
  input: WarmUpInput;
  plan: WarmUpPlan;
  course: Course;
  /** Absent where nothing was logged and the number was not moved. */
  advice?: Advice;
  /** The day of the plan for today, or for the next date where today is logged or the start lies ahead. */
  now: WarmUpDay;
}

/** Absent while a field that the plan needs is empty or bad. */
export function situationOf(rules: AdaptRules, values: WarmUpValues, today: Day): Situation | undefined {
  const input = warmUpInput(values);
  if (input === undefined) return undefined;
  const { log, moved, movedOn } = values;
  const since = { start: input.start, today, log };
  const advice = adviseWarmUp(rules, { ...since, moved });
  const course = courseOf(since, advice);
  const { days, milestones } = planWarmUp(rules, input);
  return {
    input,
    plan: {
      days: days.map((planned) => onDate(planned, course.dateOf(planned.day))),
      milestones: milestones.map((milestone) => ({ ...milestone, date: course.dateOf(milestone.day) })),
    },
    course,
    ...(advice && { advice }),
    // A move with its date has set day 0 already, and the calendar tells the day again.
    now:
      advice && movedOn === undefined
        ? { ...nextWarmUpDay(rules, input, advice), date: course.next }
        : byCalendar(rules, input, today),
  };
}

function byCalendar(rules: AdaptRules, input: WarmUpInput, today: Day): WarmUpDay {
  return warmUpDay(rules, input, Math.max(today - input.start, 0));
}

function onDate(planned: WarmUpDay, date: Day): WarmUpDay {
  return planned.date === date ? planned : { ...planned, date };
}
