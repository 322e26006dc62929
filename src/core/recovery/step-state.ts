import type { Moment } from './event.ts';
import type { Told, ToldList, ToldStep } from './told.ts';

/** What the states of a list's steps hang on; a checklist of the content is one. */
export interface ChecklistPlan {
  id: string;
  version: number;
  steps: readonly StepPlan[];
}

export interface StepPlan {
  id: string;
  vendor?: string | undefined;
  wait?: { after: string; hours?: number | undefined; until?: unknown } | undefined;
  when?: { step: string; choice: readonly string[] } | undefined;
}

export interface StepState extends ToldStep {
  id: string;
  state: 'todo' | 'waiting' | 'done' | 'skipped' | 'not-applicable';
  /** Added to the list since it was taken. */
  isNew: boolean;
  /** Why it waits. */
  wait?: Wait;
  /** Why it does not apply. */
  because?: NotApplicable;
}

export type Wait =
  | { for: 'time'; opensAt: Moment }
  /** Not done yet: a step of the list, or "ban" or "unblock" whose time is not known. */
  | { for: 'step'; step: string }
  /** Something that only a person can see; the text stands in the checklist. */
  | { for: 'condition' };

export type NotApplicable = 'vendor-off' | 'other-choice' | 'not-answered';

/** The state of each step of the list, in its order. */
export function stepStates(plan: ChecklistPlan, told: Told, now: Moment): StepState[] {
  const list = told.lists.get(plan.id);
  const closed = notApplicable(plan, told, list);
  return plan.steps.map((step) => {
    const known = list?.steps.get(step.id) ?? { notes: [] };
    const isNew = list !== undefined && list.seen.size > 0 && !list.seen.has(step.id);
    const base = { ...known, id: step.id, isNew };
    if (known.tick) return { ...base, state: known.tick.state };
    const because = closed.get(step.id);
    if (because) return { ...base, state: 'not-applicable', because };
    const wait = waitOf(step, known, { plan, told, list, closed, now });
    return wait ? { ...base, state: 'waiting', wait } : { ...base, state: 'todo' };
  });
}

/** Steps that the data no longer have: what was done about them stays. */
export function goneSteps(plan: ChecklistPlan | undefined, list: ToldList): StepState[] {
  const known = new Set(plan?.steps.map(({ id }) => id));
  return [...list.steps]
    .filter(([id]) => !known.has(id))
    .map(([id, step]) => ({ ...step, id, isNew: false, state: step.tick?.state ?? 'todo' }));
}

function notApplicable({ steps }: ChecklistPlan, told: Told, list: ToldList | undefined): Map<string, NotApplicable> {
  const closed = new Map<string, NotApplicable>();
  for (const { id, vendor, when } of steps) {
    const because =
      vendor !== undefined && told.vendorsOff.has(vendor) ? 'vendor-off' : when && closedByChoice(when, list, closed);
    if (because) closed.set(id, because);
  }
  return closed;
}

function closedByChoice(
  when: { step: string; choice: readonly string[] },
  list: ToldList | undefined,
  closed: ReadonlyMap<string, NotApplicable>,
): NotApplicable | undefined {
  const choice = list?.steps.get(when.step)?.choice;
  if (choice === undefined) return closed.get(when.step) ?? 'not-answered';
  return when.choice.includes(choice) ? undefined : 'other-choice';
}

interface Context {
  plan: ChecklistPlan;
  told: Told;
  list: ToldList | undefined;
  closed: ReadonlyMap<string, NotApplicable>;
  now: Moment;
}

const HOUR = 3_600_000;

function waitOf({ wait }: StepPlan, known: ToldStep, context: Context): Wait | undefined {
  if (!wait || known.override) return undefined;
  const start = startOf(wait.after, context);
  if (start === 'never') return undefined;
  if (start === 'open') return { for: 'step', step: wait.after };
  if (wait.hours !== undefined) {
    const opensAt = start + Math.round(wait.hours * HOUR);
    return context.now < opensAt ? { for: 'time', opensAt } : undefined;
  }
  return wait.until === undefined || known.isWaitMet ? undefined : { for: 'condition' };
}

/** When the wait began: not yet ("open"), or it never will, because the step before it does not apply. */
function startOf(after: string, { plan, told, list, closed }: Context): Moment | 'open' | 'never' {
  if (after === 'ban') return told.banned ?? 'open';
  if (after === 'unblock') return told.unblocked ?? 'open';
  const tick = list?.steps.get(after)?.tick;
  if (tick) return tick.at;
  const isOfList = plan.steps.some(({ id }) => id === after);
  return isOfList && !closed.has(after) ? 'open' : 'never';
}
