import type { Moment } from './event.ts';
import type { IncidentState, ListState } from './incident.ts';
import type { StepState } from './step-state.ts';

/** One step that somebody should turn to, now or later. */
export interface Due {
  incident: string;
  label: string;
  list: string;
  step: string;
  when: 'now' | 'later' | 'open';
  /** When its wait ends, where that is known. */
  opensAt?: Moment;
}

/** What is due over all incidents that are not closed: first what can be done now, then by the time it opens. */
export function dueList(states: readonly IncidentState[]): Due[] {
  return states
    .filter(({ closed }) => !closed)
    .flatMap((state) => state.lists.flatMap((list) => duesOf(state, list)))
    .sort((a, b) => RANK[a.when] - RANK[b.when] || (a.opensAt ?? 0) - (b.opensAt ?? 0));
}

/** The one thing to do next about an incident. */
export function nextDue(state: IncidentState): Due | undefined {
  return dueList([state])[0];
}

/** An entry of a calendar; its words are found by the ids. */
export interface DueTime {
  /** The same for the same step, so that a calendar read twice holds it once. */
  uid: string;
  at: Moment;
  label: string;
  list: string;
  step: string;
}

/** The times at which waits end, for a calendar file. */
export function dueTimes(states: readonly IncidentState[]): DueTime[] {
  return dueList(states).flatMap(({ incident, label, list, step, opensAt }) =>
    opensAt === undefined ? [] : [{ uid: `${incident}-${list}-${step}`, at: opensAt, label, list, step }],
  );
}

const RANK: Record<Due['when'], number> = { now: 0, later: 1, open: 2 };

/** Of the steps that can be done now only the first is due; every wait is told. */
function duesOf({ id, label, current }: IncidentState, list: ListState): Due[] {
  const first = list.id === current ? list.steps.find(({ state }) => state === 'todo') : undefined;
  const waiting = list.steps.filter(({ wait }) => wait && wait.for !== 'step');
  return [...(first ? [first] : []), ...waiting].map((step) => ({
    incident: id,
    label,
    list: list.id,
    step: step.id,
    ...whenOf(step),
  }));
}

function whenOf({ wait }: StepState): Pick<Due, 'when' | 'opensAt'> {
  if (!wait) return { when: 'now' };
  return wait.for === 'time' ? { when: 'later', opensAt: wait.opensAt } : { when: 'open' };
}
