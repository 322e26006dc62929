import type { z } from 'zod';
import { didYouMean, type Fault } from './fault.ts';
import { type Path, type RawEntry, showPath } from './read.ts';

/** A value that fits its schema together with where it stands, for faults found later. */
export interface Entry<T> {
  value: T;
  raw: RawEntry;
}

export function parseEntry<T>(schema: z.ZodType<T>, raw: RawEntry): { entry?: Entry<T>; faults: Fault[] } {
  const result = schema.safeParse(raw.value, { reportInput: true });
  if (result.success) return { entry: { value: result.data, raw }, faults: [] };
  return { faults: result.error.issues.flatMap((issue) => faultsOf(issue, raw)) };
}

export function faultAt(raw: RawEntry, path: Path, expected: string, found: string, hint?: string): Fault {
  const fault = { file: raw.file, line: raw.lineOf(path), path: showPath(path), expected, found };
  return hint === undefined ? fault : { ...fault, hint };
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, raw: RawEntry): Fault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      faultAt(raw, [...path, key], 'only fields that the schema names', `an unknown field "${key}"`),
    );
  }
  const hint =
    issue.code === 'invalid_value' && typeof issue.input === 'string'
      ? didYouMean(issue.input, issue.values.map(String))
      : undefined;
  return [faultAt(raw, path, expectation(issue), show(valueAt(raw.value, path)), hint)];
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `a list of at least ${issue.minimum}`
        : issue.origin === 'string'
          ? issue.message
          : `a number ${issue.inclusive ? 'not below' : 'above'} ${issue.minimum}`;
    case 'too_big':
      return `at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
};

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[step] : undefined,
    value,
  );
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}
