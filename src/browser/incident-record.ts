import type { Incident } from '../core/recovery/event.ts';
import { isNewer, readIncident, VERSION, writeIncident } from '../core/recovery/exchange.ts';
import { FieldFault, isGroup } from '../core/recovery/field.ts';

/** The incident as it is put into the database. */
export function writeRecord(incident: Incident): Record<string, unknown> {
  return { version: VERSION, ...writeIncident(incident) };
}

/** What the database gave under a key. A record of a later version of the site is not damaged and stays untouched. */
export function readRecord(key: string, value: unknown): Incident | 'damaged' | 'newer-version' {
  if (!isGroup(value)) return 'damaged';
  if (isNewer(value['version'])) return 'newer-version';
  const incident = readIncident(value, '');
  return incident instanceof FieldFault || incident.id !== key ? 'damaged' : incident;
}

/** Damaged records as a file for somebody to look into; what JSON cannot hold is named by its kind. */
export function recordsAsFile(records: readonly { key: string; value: unknown }[]): string {
  const seen = new Set<unknown>();
  return JSON.stringify(
    records,
    (_, part: unknown) => {
      if (typeof part === 'bigint' || typeof part === 'symbol' || typeof part === 'function') return String(part);
      if (typeof part !== 'object' || part === null) return part;
      if (seen.has(part)) return '(again)';
      seen.add(part);
      return part;
    },
    1,
  );
}
