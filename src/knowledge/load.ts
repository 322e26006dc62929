import type { z } from 'zod';
import { type Example, exampleSchema } from './example-schema.ts';
import { checkExamples } from './examples.ts';
import { ContentError, type Fault } from './fault.ts';
import { guideAddresses } from './guides.ts';
import { type Entry, faultAt, parseEntry } from './parse.ts';
import { checkProse } from './prose.ts';
import { readFolder } from './read.ts';
import { checkReferences } from './references.ts';
import {
  type AnalysisContent,
  type AppealContent,
  analysisSchema,
  appealSchema,
  type Checklist,
  type Claim,
  type Conflict,
  checklistSchema,
  claimSchema,
  conflictSchema,
  glossarySchema,
  type Rule,
  ruleSchema,
  type Scenario,
  type Schedule,
  type SearchPage,
  type Source,
  type Symptom,
  type Synonym,
  scenarioSchema,
  scheduleSchema,
  searchPageSchema,
  sourceSchema,
  symptomSchema,
  synonymSchema,
  type Term,
  type TriageContent,
  triageSchema,
} from './schema.ts';
import { checkSearchPages } from './search-pages.ts';
import { checkNumbers, checkStance } from './truth.ts';

/** A claim with the source it comes from, which is the name of its file. */
export type SourcedClaim = Claim & { source: string };

export interface Collections {
  sources: Entry<Source>[];
  claims: Entry<SourcedClaim>[];
  rules: Entry<Rule>[];
  schedules: Entry<Schedule>[];
  conflicts: Entry<Conflict>[];
  scenarios: Entry<Scenario>[];
  checklists: Entry<Checklist>[];
  symptoms: Entry<Symptom>[];
  glossary: Entry<Term>[];
  triage: Entry<TriageContent>[];
  appeal: Entry<AppealContent>[];
  examples: Entry<Example>[];
  search: Entry<SearchPage>[];
  synonyms: Entry<Synonym>[];
  analysis: Entry<AnalysisContent>[];
}
export type CollectionName = keyof Collections;

/** Reads everything under `root`; throws one error with every fault there is. */
export function loadCollections(root: string): Collections {
  const { collections, faults } = readCollections(root);
  if (faults.length > 0) throw new ContentError(faults);
  return collections;
}

function readCollections(root: string): { collections: Collections; faults: Fault[] } {
  const faults: Fault[] = [];
  const read = <T extends { id: string }>(folder: CollectionName, schema: z.ZodType<T>): Entry<T>[] => {
    const found = readFolder(root, folder);
    const parsed = found.entries.map((raw) => parseEntry(schema, raw));
    const entries = parsed.flatMap(({ entry }) => (entry ? [entry] : []));
    faults.push(
      ...found.faults,
      ...parsed.flatMap((result) => result.faults),
      ...misnamed(entries),
      ...repeated(entries),
    );
    return entries;
  };
  const collections: Collections = {
    sources: read('sources', sourceSchema),
    claims: read('claims', claimSchema).map(({ value, raw }) => ({ value: { ...value, source: raw.stem }, raw })),
    rules: read('rules', ruleSchema),
    schedules: read('schedules', scheduleSchema),
    conflicts: read('conflicts', conflictSchema),
    scenarios: read('scenarios', scenarioSchema),
    checklists: read('checklists', checklistSchema),
    symptoms: read('symptoms', symptomSchema),
    glossary: read('glossary', glossarySchema),
    triage: read('triage', triageSchema),
    appeal: read('appeal', appealSchema),
    examples: read('examples', exampleSchema),
    search: read('search', searchPageSchema),
    synonyms: read('synonyms', synonymSchema),
    analysis: read('analysis', analysisSchema),
  };
  // An entry that could not be parsed would make every reference to it look dangling.
  if (faults.length === 0)
    faults.push(
      ...checkReferences(collections),
      ...checkProse(collections),
      ...checkStance(collections),
      ...checkNumbers(collections),
      ...checkExamples(collections),
      ...checkSearchPages(collections, guideAddresses(root)),
    );
  return { collections, faults };
}

function misnamed(entries: Entry<{ id: string }>[]): Fault[] {
  return entries
    .filter(({ value, raw }) => !raw.inList && value.id !== raw.stem)
    .map(({ value, raw }) => faultAt(raw, ['id'], `"${raw.stem}", the name of the file`, `"${value.id}"`));
}

function repeated(entries: Entry<{ id: string }>[]): Fault[] {
  const first = new Map<string, Entry<{ id: string }>>();
  return entries.flatMap((entry) => {
    const earlier = first.get(entry.value.id);
    if (!earlier) {
      first.set(entry.value.id, entry);
      return [];
    }
    const where = `${earlier.raw.file}:${earlier.raw.lineOf(['id'])}`;
    return [
      faultAt(entry.raw, ['id'], 'an id that no other entry has', `"${entry.value.id}", which ${where} has already`),
    ];
  });
}
