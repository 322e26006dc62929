import type { Incident, IncidentEvent, Moment } from './event.ts';
import { inOrder } from './record.ts';

export interface HistoryEntry {
  event: IncidentEvent;
  /** When it happened, as far as the clocks can be believed. */
  at: Moment;
  isUndone: boolean;
}

/** Everything that was entered, oldest first, the undone included. */
export function historyOf(incident: Incident): HistoryEntry[] {
  const events = inOrder(incident.events);
  const undone = undoneIds(events);
  const times = believableTimes(events);
  return events.map((event, index) => ({ event, at: times[index] ?? event.at, isUndone: undone.has(event.id) }));
}

/** The newest change that can be taken back. */
export function lastChange(history: readonly HistoryEntry[]): string | undefined {
  return history.findLast(({ event, isUndone }) => !isUndone && canBeUndone(event))?.event.id;
}

/** Clocks of two devices are never quite the same. */
const TOLERANCE = 2 * 60_000;

/** By how much the newest entry lies ahead of the clock; one of the two times must be wrong. */
export function aheadOfClock(history: readonly HistoryEntry[], now: Moment): number | undefined {
  const ahead = Math.max(...history.map(({ at }) => at)) - now;
  return ahead > TOLERANCE ? ahead : undefined;
}

function canBeUndone({ type }: IncidentEvent): boolean {
  return type !== 'opened' && type !== 'undone' && type !== 'foreign';
}

/** From the newest to the oldest, so that undoing an undo brings the change back. */
function undoneIds(events: readonly IncidentEvent[]): Set<string> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const undone = new Set<string>();
  for (const event of events.toReversed()) {
    if (event.type !== 'undone' || undone.has(event.id)) continue;
    const target = byId.get(event.event);
    if (target && target.type !== 'opened') undone.add(target.id);
  }
  return undone;
}

/**
 * Nothing happened before what was entered earlier: where the clock was set back, the earlier time is believed, so
 * that no wait ends too soon. Once somebody confirms the clock, nothing earlier lies after that time.
 */
function believableTimes(events: readonly IncidentEvent[]): Moment[] {
  const times: Moment[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  for (const [index, event] of events.entries()) {
    if (event.type === 'clock-confirmed') {
      for (let earlier = 0; earlier < index; earlier++) times[earlier] = Math.min(times[earlier] ?? event.at, event.at);
      latest = event.at;
    }
    latest = Math.max(latest, event.at);
    times.push(latest);
  }
  return times;
}
