import type { Incident, Moment } from './event.ts';
import { aheadOfClock, type HistoryEntry, historyOf, lastChange } from './history.ts';
import { type ChecklistPlan, goneSteps, type StepState, stepStates } from './step-state.ts';
import { type Appeal, type Told, type ToldList, tellAll } from './told.ts';

/** Where an incident stands at one moment. */
export interface IncidentState extends Omit<Told, 'lists' | 'appeals'> {
  id: string;
  /** In the order in which they were taken. */
  lists: ListState[];
  appeals: Appeal[];
  history: HistoryEntry[];
  /** When the newest entry was made. */
  changed: Moment;
  /** The entry that "undo" takes back. */
  undo?: string;
  /** By how much the newest entry lies ahead of the clock: one of the two is wrong, and somebody should look. */
  aheadOfClock?: number;
}

export interface ListState {
  id: string;
  /** The version it was taken with; 0 where it never was. */
  version: number;
  /** The version of the data, where it is another one. */
  newVersion?: number;
  steps: StepState[];
  /** Steps that were worked on and are no longer in the list. */
  gone: StepState[];
  /** Steps done or skipped, of all that apply or may yet. */
  settled: number;
  total: number;
}

export function stateOf(incident: Incident, checklists: readonly ChecklistPlan[], now: Moment): IncidentState {
  const history = historyOf(incident);
  const told = tellAll(history);
  const undo = lastChange(history);
  const ahead = aheadOfClock(history, now);
  const plans = new Map(checklists.map((plan) => [plan.id, plan]));
  return {
    ...told,
    id: incident.id,
    lists: [...told.lists].map(([id, list]) => listState(id, list, plans.get(id), told, now)),
    appeals: [...told.appeals.values()],
    history,
    changed: history.at(-1)?.at ?? told.opened,
    ...(undo !== undefined && { undo }),
    ...(ahead !== undefined && { aheadOfClock: ahead }),
  };
}

/** The steps of a list as they stand before anything was entered, for reading without an incident. */
export function untouchedSteps(plan: ChecklistPlan): StepState[] {
  return stepStates(plan, tellAll([]), 0);
}

function listState(id: string, list: ToldList, plan: ChecklistPlan | undefined, told: Told, now: Moment): ListState {
  const steps = plan ? stepStates(plan, told, now) : [];
  const counted = steps.filter(({ state, because }) => state !== 'not-applicable' || because === 'not-answered');
  return {
    id,
    version: list.version,
    ...(plan && list.version !== 0 && plan.version !== list.version && { newVersion: plan.version }),
    steps,
    gone: goneSteps(plan, list),
    settled: steps.filter(({ state }) => state === 'done' || state === 'skipped').length,
    total: counted.length,
  };
}
