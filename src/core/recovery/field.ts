/** What was wrong with a value that came from outside, told so that it can be put into words. */
export class FieldFault {
  readonly path: string;
  readonly expected: Expected;
  constructor(path: string, expected: Expected) {
    this.path = path;
    this.expected = expected;
  }
}

export type Expected =
  | 'text'
  | 'id'
  | 'time'
  | 'whole-number'
  | 'list'
  | 'group'
  | 'known-value'
  | 'known-field'
  | 'plain-data'
  | 'other-id'
  | 'opening';

/** Reads a value at a place; what it gives can be trusted, or it is a fault. */
export type Reader<T> = (value: unknown, path: string) => T | FieldFault;

/** Generous for people, small enough that no file can fill the memory. */
const MOST_TEXT = 100_000;
const MOST_ITEMS = 10_000;
const MOST_DEPTH = 6;

/** The greatest time a date can have. */
const LAST_MOMENT = 8_640_000_000_000_000;

export const text: Reader<string> = (value, path) =>
  typeof value === 'string' && value.length <= MOST_TEXT ? value.toWellFormed() : new FieldFault(path, 'text');

export const id: Reader<string> = (value, path) =>
  typeof value === 'string' && /^[\w-]{1,80}$/.test(value) ? value : new FieldFault(path, 'id');

export const wholeNumber: Reader<number> = (value, path) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : new FieldFault(path, 'whole-number');

export const moment: Reader<number> = (value, path) =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LAST_MOMENT
    ? Number(value)
    : new FieldFault(path, 'time');

export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
  return (value, path) => values.find((one) => one === value) ?? new FieldFault(path, 'known-value');
}

export function listOf<T>(read: Reader<T>): Reader<T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > MOST_ITEMS) return new FieldFault(path, 'list');
    const items: T[] = [];
    for (const [index, item] of value.entries()) {
      const found = read(item, `${path}[${index}]`);
      if (found instanceof FieldFault) return found;
      items.push(found);
    }
    return items;
  };
}

export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Anything that JSON can hold, not nested deeply; kept without being understood. */
export const plainData: Reader<unknown> = (value, path) =>
  isPlain(value, MOST_DEPTH) ? value : new FieldFault(path, 'plain-data');

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.length <= MOST_TEXT && value.isWellFormed();
  if (typeof value !== 'object' || depth === 0) return false;
  const parts: unknown[] = Array.isArray(value) ? value : Object.entries(value).flat();
  return parts.length <= MOST_ITEMS && parts.every((part) => isPlain(part, depth - 1));
}
