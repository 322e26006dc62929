import type { Change, Incident, IncidentEvent, Moment } from './event.ts';

/** What the device adds to a change: an id that nothing else has, and what its clock says. */
export interface Entry {
  id: string;
  at: Moment;
}

export type Opening = Extract<Change, { type: 'opened' }>;

/** Only a forged file comes near it; then entries of the same number are ordered by their ids. */
const LAST_ORDER = Number.MAX_SAFE_INTEGER;

export function openIncident(id: string, opening: Opening, entry: Entry): Incident {
  return record({ id, events: [] }, opening, entry);
}

/** Enters a change. It comes after everything entered before, even if the clock was set back since. */
export function record(incident: Incident, change: Change, { id, at }: Entry): Incident {
  const last = incident.events.reduce((latest, { order }) => Math.max(latest, order), 0);
  const order = Math.min(Math.max(at, last + 1), LAST_ORDER);
  const event: IncidentEvent = { ...wellFormed(change), id, at: Math.max(at, 0), order };
  return { ...incident, events: [...incident.events, event] };
}

/** Everything that either copy knows. The same two copies give the same incident, whichever comes first. */
export function mergeIncidents(one: Incident, other: Incident): Incident {
  const events = new Map<string, IncidentEvent>();
  for (const event of [...one.events, ...other.events]) {
    const known = events.get(event.id);
    events.set(event.id, known ? oneOfTwo(known, event) : event);
  }
  return { id: one.id, events: inOrder([...events.values()]) };
}

export function inOrder(events: readonly IncidentEvent[]): IncidentEvent[] {
  return events.toSorted((a, b) => a.order - b.order || compare(a.id, b.id));
}

/** Whether the second copy knows something that the first does not. */
export function addsTo(known: Incident, other: Incident): boolean {
  const ids = new Set(known.events.map(({ id }) => id));
  return other.events.some(({ id }) => !ids.has(id));
}

/** Two entries with one id should be equal; if somebody has tampered, both copies must still agree on one. */
function oneOfTwo(a: IncidentEvent, b: IncidentEvent): IncidentEvent {
  return compare(canonical(a), canonical(b)) <= 0 ? a : b;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compare(a, b)))
      : part,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Half a character, cut off while typing, would not survive a link or a file. */
function wellFormed(change: Change): Change {
  const entries = Object.entries(change).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? value.toWellFormed() : value,
  ]);
  return Object.fromEntries(entries);
}
