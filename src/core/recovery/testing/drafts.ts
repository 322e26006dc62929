import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Checklist, Symptom, Text } from '../../../knowledge/schema.ts';
import type { AppealData } from '../appeal.ts';
import type { TriageTable } from '../triage.ts';

/** Copies of real content, so that the tests do not change whenever a sentence does; only for tests. */

const folder = import.meta.dirname;

function read<T>(file: string): T {
  return parse(readFileSync(join(folder, file), 'utf8'));
}

function readAll<T>(subfolder: string): T[] {
  return readdirSync(join(folder, subfolder))
    .sort()
    .map((name) => read<T>(join(subfolder, name)));
}

export const triage = read<TriageTable & { questions: { text: Text; reason: Text }[] }>('triage.yaml');
export const appeal = read<AppealData>('appeal.yaml');
export const checklists = readAll<Checklist>('checklists');
export const symptoms = readAll<Symptom>('symptoms');
