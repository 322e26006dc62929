import type { ChangeType, Incident, IncidentEvent } from './event.ts';
import { type AnyFields, FIELDS } from './event-fields.ts';
import { isNewer, parseJson, readIncident, VERSION } from './exchange.ts';
import { FieldFault } from './field.ts';
import { inOrder } from './record.ts';

/** How each kind of change is written in a link. Links that people have sent rest on it: never change or reuse one. */
const CODES: Record<ChangeType, string> = {
  opened: 'o',
  renamed: 'r',
  'kind-set': 'k',
  'list-taken': 'l',
  'list-seen': 'e',
  done: 'd',
  skipped: 's',
  reopened: 'u',
  overridden: 'w',
  'wait-met': 'm',
  chosen: 'c',
  noted: 'n',
  dated: 'b',
  'step-dated': 'h',
  'vendor-off': 'x',
  'vendor-on': 'v',
  told: 't',
  appealed: 'a',
  'appeal-answered': 'p',
  closed: 'q',
  resumed: 'y',
  'clock-confirmed': 'i',
  undone: 'z',
};
const FOREIGN = '?';
const TYPES = new Map<unknown, ChangeType>(Object.entries(CODES).map(([type, code]) => [code, type as ChangeType]));

export type Unpacked =
  | { state: 'read'; incident: Incident }
  | { state: 'refused'; reason: 'not-ours' | 'newer-version' }
  | { state: 'refused'; reason: 'broken'; fault: FieldFault };

/** One incident in few characters: `[version, id, [[code, id, time, order, …fields], …]]`, times as differences. */
export function packIncident({ id, events }: Incident): string {
  let before = { at: 0, order: 0 };
  const rows = inOrder(events).map((event) => {
    const head = [event.id, event.at - before.at, event.order - expectedOrder(event.at, before.order)];
    before = event;
    return event.type === 'foreign'
      ? [FOREIGN, ...head, event.was, event.fields]
      : [CODES[event.type], ...head, ...valuesOf(event, FIELDS[event.type])];
  });
  return JSON.stringify([VERSION, id, rows]);
}

export function unpackIncident(packed: string): Unpacked {
  const found = parseJson(packed)?.value;
  if (!Array.isArray(found)) return { state: 'refused', reason: 'not-ours' };
  const [version, id, rows]: unknown[] = found;
  if (isNewer(version)) return { state: 'refused', reason: 'newer-version' };
  if (version !== VERSION || !Array.isArray(rows)) return { state: 'refused', reason: 'not-ours' };
  const incident = readIncident({ id, events: unpackRows(rows) }, '');
  return incident instanceof FieldFault
    ? { state: 'refused', reason: 'broken', fault: incident }
    : { state: 'read', incident };
}

/** What is not a row, or not a number, becomes something that the reader of incidents refuses. */
function unpackRows(rows: readonly unknown[]): unknown[] {
  let before = { at: 0, order: 0 };
  return rows.map((row) => {
    if (!Array.isArray(row)) return row;
    const [code, id, time, turn, ...values]: unknown[] = row;
    const at = before.at + numberIn(time);
    const order = expectedOrder(at, before.order) + numberIn(turn);
    before = { at, order };
    if (code === FOREIGN) return { ...(values[1] ?? {}), id, at, order, type: values[0] };
    const type = TYPES.get(code);
    return type ? { ...named(values, FIELDS[type]), id, at, order, type } : undefined;
  });
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

function expectedOrder(at: number, before: number): number {
  return Math.max(at, before + 1);
}

/** The fields' values in their order; the missing ones at the end are left away. */
function valuesOf(event: IncidentEvent, fields: AnyFields): unknown[] {
  const values = Object.keys(fields).map((name) => (event as unknown as Record<string, unknown>)[name] ?? null);
  return values.slice(0, values.findLastIndex((value) => value !== null) + 1);
}

function named(values: readonly unknown[], fields: AnyFields): Record<string, unknown> {
  const names = Object.keys(fields);
  return Object.fromEntries(
    values.flatMap((value, index) => (value === null ? [] : [[names[index] ?? `field-${index}`, value]])),
  );
}
