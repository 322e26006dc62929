import { contextFor, plainText } from '../components/context.ts';
import type { DataFile } from '../knowledge/data-file.ts';
import { type Knowledge, knowledge } from '../knowledge/index.ts';
import { LOCALES, type Text } from '../knowledge/schema.ts';

export function dataFile(all: Knowledge = knowledge()): DataFile {
  const file = {
    version: all.version,
    sources: [...all.sources.values()],
    claims: [...all.claims.values()].map(({ restates, unused, citedBy, ...claim }) => ({
      ...claim,
      ...(restates && { restates: restates[0] }),
      ...(restates && restates.length > 1 && { restatesAll: restates }),
      ...(unused ? { unused } : { citedBy }),
    })),
    rules: [...all.rules.values()].map(({ conflicts, ...rule }) => ({
      ...rule,
      conflicts: conflicts.map(({ id }) => id),
    })),
    schedules: [...all.schedules.values()],
    conflicts: [...all.conflicts.values()],
    checklists: [...all.checklists.values()],
    scenarios: [...all.scenarios.values()],
    symptoms: [...all.symptoms.values()],
    triage: [...all.triage.values()],
    appeal: [...all.appeal.values()],
    examples: [...all.examples.values()],
  };
  return writtenOut(file, all) as DataFile;
}

/** Texts carry their rule values written out, so that a reader of the file needs no template language. */
function writtenOut(value: unknown, all: Knowledge): unknown {
  if (Array.isArray(value)) return value.map((item) => writtenOut(item, all));
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) {
    return Object.fromEntries(LOCALES.map((locale) => [locale, plainText(contextFor(locale, '/'), all.rules, value)]));
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, writtenOut(item, all)]));
}

function isText(value: object): value is Text {
  return LOCALES.every((locale) => typeof (value as Record<string, unknown>)[locale] === 'string');
}
