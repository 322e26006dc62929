import type { Changes, ChangeType, IncidentEvent } from './event.ts';
import { FieldFault, id, isGroup, listOf, moment, oneOf, plainData, type Reader, text, wholeNumber } from './field.ts';

interface Needed<T> {
  read: Reader<T>;
  isNeeded: true;
}
interface Possible<T> {
  read: Reader<T>;
  isNeeded: false;
}
type FieldOf<C, Name extends keyof C> =
  Record<never, never> extends Pick<C, Name> ? Possible<NonNullable<C[Name]>> : Needed<C[Name]>;

const needs = <T>(read: Reader<T>): Needed<T> => ({ read, isNeeded: true });
const may = <T>(read: Reader<T>): Possible<T> => ({ read, isNeeded: false });

const STEP = { list: needs(id), step: needs(id) };
const LIST = { list: needs(id), version: needs(wholeNumber), steps: needs(listOf(id)) };

/**
 * The fields of every change. Links rest on the order of the fields: a new one goes to the end and may be missing.
 * Files of this version hold these fields and no others; a new kind of change may be added at any time.
 */
export const FIELDS: { [Type in ChangeType]: { [Name in keyof Changes[Type]]-?: FieldOf<Changes[Type], Name> } } = {
  opened: {
    ...LIST,
    label: needs(text),
    kind: needs(id),
    banned: may(moment),
    unblocked: may(moment),
    rules: may(text),
  },
  renamed: { label: needs(text) },
  'kind-set': { kind: needs(id) },
  'list-taken': LIST,
  'list-seen': LIST,
  done: { ...STEP, choice: may(id), happened: may(moment) },
  skipped: { ...STEP, reason: needs(text) },
  reopened: STEP,
  overridden: { ...STEP, reason: needs(text) },
  'wait-met': STEP,
  chosen: { ...STEP, choice: needs(id) },
  noted: { text: needs(text), list: may(id), step: may(id) },
  dated: { what: needs(oneOf('ban', 'unblock')), happened: needs(moment) },
  'step-dated': { ...STEP, happened: needs(moment) },
  'vendor-off': { vendor: needs(id) },
  'vendor-on': { vendor: needs(id) },
  told: { about: needs(oneOf('what-happened', 'cause', 'what-changes')), text: needs(text) },
  appealed: { via: needs(id), language: needs(id), statements: needs(listOf(id)) },
  'appeal-answered': { appeal: needs(id), answer: needs(oneOf('unblocked', 'refused', 'no-answer')) },
  closed: { outcome: needs(oneOf('recovered', 'lost', 'other')) },
  resumed: {},
  'clock-confirmed': {},
  undone: { event: needs(id) },
};

export type AnyFields = Readonly<Record<string, { read: Reader<unknown>; isNeeded: boolean }>>;

const STAMP: AnyFields = { id: needs(id), order: needs(wholeNumber), at: needs(moment), type: needs(id) };

/** One entry as it stands in a file; a kind this version does not know is kept whole. */
export const readEvent: Reader<IncidentEvent> = (value, path) => {
  if (!isGroup(value)) return new FieldFault(path, 'group');
  const type = value['type'];
  if (!isKnownType(type)) return readForeign(value, path);
  const read = readFields(value, { ...STAMP, ...FIELDS[type] }, path);
  return read instanceof FieldFault ? read : (read as unknown as IncidentEvent);
};

/** The entry as it goes into a file. */
export function writeEvent(event: IncidentEvent): Record<string, unknown> {
  if (event.type !== 'foreign') return { ...event };
  const { id, order, at, was, fields } = event;
  return { ...fields, id, order, at, type: was };
}

function isKnownType(type: unknown): type is ChangeType {
  return typeof type === 'string' && Object.hasOwn(FIELDS, type);
}

function readForeign(value: Record<string, unknown>, path: string): IncidentEvent | FieldFault {
  const { id, order, at, type, ...fields } = value;
  const stamp = readFields({ id, order, at, type }, STAMP, path);
  if (stamp instanceof FieldFault) return stamp;
  const kept = plainData(fields, path);
  if (kept instanceof FieldFault) return kept;
  return { ...stamp, type: 'foreign', was: type, fields } as unknown as IncidentEvent;
}

function readFields(
  value: Record<string, unknown>,
  fields: AnyFields,
  path: string,
): Record<string, unknown> | FieldFault {
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) return new FieldFault(`${path}.${unknown}`, 'known-field');
  const read: Record<string, unknown> = {};
  for (const [name, { read: readField, isNeeded }] of Object.entries(fields)) {
    if (!isNeeded && value[name] === undefined) continue;
    const found = readField(value[name], `${path}.${name}`);
    if (found instanceof FieldFault) return found;
    read[name] = found;
  }
  return read;
}
