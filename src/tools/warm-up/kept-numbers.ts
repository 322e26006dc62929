import { forget, keep, kept, keptKeys } from '../../browser/kept.ts';
import type { Inputs } from '../../browser/tool-element.ts';

/** The inputs of one number under its nickname, as they were typed, with the version of the rules of that day. */
export interface KeptNumber {
  name: string;
  inputs: Inputs;
  version: string;
}

/** A key for each number: two windows that keep different numbers cannot overwrite each other. */
const PREFIX = 'warm-up.number.';

export function keptNumbers(): KeptNumber[] {
  return keptKeys(PREFIX).flatMap((key) => readKept(key.slice(PREFIX.length)) ?? []);
}

export function keepNumber({ name, inputs, version }: KeptNumber): void {
  keep(PREFIX + name, JSON.stringify({ inputs, version }));
}

export function forgetNumber(name: string): void {
  forget(PREFIX + name);
}

/** What is kept may have been written by an older version of this page, or by hand. */
export function readKept(name: string): KeptNumber | undefined {
  let found: unknown;
  try {
    found = JSON.parse(kept(PREFIX + name) ?? '');
  } catch {
    return undefined;
  }
  if (!isRecord(found) || !isRecord(found['inputs']) || typeof found['version'] !== 'string') return undefined;
  const inputs = Object.entries(found['inputs']).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { name, inputs: Object.fromEntries(inputs), version: found['version'] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
