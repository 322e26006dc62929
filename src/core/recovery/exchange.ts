import type { Incident, Moment } from './event.ts';
import { readEvent, writeEvent } from './event-fields.ts';
import { FieldFault, id, isGroup, listOf, type Reader } from './field.ts';
import { mergeIncidents } from './record.ts';

export const FORMAT = 'number-care-incidents';
/** Raised when files of the new kind can no longer be read by the old site. */
export const VERSION = 1;

/** Far above what a thousand incidents need. */
const MOST_CHARACTERS = 50_000_000;

export type Import =
  | { state: 'refused'; reason: Refusal }
  /** Incidents that can be used, and what was wrong with the others. */
  | { state: 'read'; incidents: Incident[]; faults: FieldFault[] };

export type Refusal = 'too-big' | 'not-json' | 'not-ours' | 'newer-version' | 'empty';

export function exportIncidents(incidents: readonly Incident[], exported: Moment): string {
  const written = incidents.map(writeIncident);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exported, incidents: written }, null, 1)}\n`;
}

export function importIncidents(file: string): Import {
  if (file.length > MOST_CHARACTERS) return { state: 'refused', reason: 'too-big' };
  const found = parseJson(file.replace(/^\uFEFF/, ''));
  if (found === undefined) return { state: 'refused', reason: 'not-json' };
  if (!isGroup(found.value) || found.value['format'] !== FORMAT) return { state: 'refused', reason: 'not-ours' };
  const { version, incidents } = found.value;
  if (isNewer(version)) return { state: 'refused', reason: 'newer-version' };
  if (version !== VERSION || !Array.isArray(incidents)) return { state: 'refused', reason: 'not-ours' };
  if (incidents.length === 0) return { state: 'refused', reason: 'empty' };
  return readAll(incidents);
}

export function isNewer(version: unknown): boolean {
  return typeof version === 'number' && version > VERSION;
}

/** One incident as it stands in a file. */
export const readIncident: Reader<Incident> = (value, path) => {
  if (!isGroup(value)) return new FieldFault(path, 'group');
  const incidentId = id(value['id'], join(path, 'id'));
  if (incidentId instanceof FieldFault) return incidentId;
  const events = listOf(readEvent)(value['events'], join(path, 'events'));
  if (events instanceof FieldFault) return events;
  const repeated = repeatedAt(events.map((event) => event.id));
  if (repeated >= 0) return new FieldFault(`${join(path, 'events')}[${repeated}].id`, 'other-id');
  if (!events.some(({ type }) => type === 'opened')) return new FieldFault(join(path, 'events'), 'opening');
  return { id: incidentId, events };
};

export function writeIncident({ id, events }: Incident): Record<string, unknown> {
  return { id, events: events.map(writeEvent) };
}

/** What the text says in JSON, if it is JSON. */
export function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The same incident twice in one file is one incident with everything that either tells. */
function readAll(found: readonly unknown[]): Import {
  const incidents = new Map<string, Incident>();
  const faults: FieldFault[] = [];
  for (const [index, value] of found.entries()) {
    const incident = readIncident(value, `incidents[${index}]`);
    if (incident instanceof FieldFault) {
      faults.push(incident);
      continue;
    }
    const known = incidents.get(incident.id);
    incidents.set(incident.id, known ? mergeIncidents(known, incident) : incident);
  }
  return { state: 'read', incidents: [...incidents.values()], faults };
}

function repeatedAt(ids: readonly string[]): number {
  const seen = new Set<string>();
  return ids.findIndex((one) => seen.size === seen.add(one).size);
}

function join(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}
