import { createHash } from 'node:crypto';
import type { Collections, SourcedClaim } from './load.ts';
import { citations } from './references.ts';
import { type Conflict, EVIDENCE, type Evidence, type Rule, type Tool } from './schema.ts';

export type JoinedClaim = SourcedClaim & { citedBy: string[] };

export type JoinedRule = Rule & {
  /** The weakest evidence among the claims that support it. */
  evidence: Evidence;
  conflicts: Conflict[];
  /** Addresses, without the language, of pages and tools that use it. */
  usedIn: string[];
};

type Values<Name extends keyof Collections> = ReadonlyMap<string, Collections[Name][number]['value']>;

export interface Knowledge {
  /** Changes whenever any datum does; saved plans and links carry it. */
  version: string;
  sources: Values<'sources'>;
  claims: ReadonlyMap<string, JoinedClaim>;
  rules: ReadonlyMap<string, JoinedRule>;
  schedules: Values<'schedules'>;
  conflicts: Values<'conflicts'>;
  scenarios: Values<'scenarios'>;
  checklists: Values<'checklists'>;
  symptoms: Values<'symptoms'>;
  glossary: Values<'glossary'>;
  triage: Values<'triage'>;
  appeal: Values<'appeal'>;
  examples: Values<'examples'>;
  search: Values<'search'>;
  synonyms: Values<'synonyms'>;
  analysis: Values<'analysis'>;
}

/** Everything loaded, each entry with what follows from the others. */
export function join(all: Collections, usedInGuides: ReadonlyMap<string, readonly string[]>): Knowledge {
  const claims = new Map(all.claims.map(({ value }) => [value.id, value]));
  const citedBy = citations(all);
  const joinRule = (rule: Rule): JoinedRule => ({
    ...rule,
    evidence: weakest(rule.claims.for.flatMap((id) => claims.get(id)?.evidence ?? [])),
    conflicts: all.conflicts.map(({ value }) => value).filter(({ rules }) => rules.includes(rule.id)),
    usedIn: [...(usedInGuides.get(rule.id) ?? []), ...toolsOf(rule, all).map((tool) => `/tools/${tool}/`)],
  });
  return {
    version: versionOf(all),
    sources: byId(all.sources),
    claims: new Map(
      all.claims.map(({ value }) => [value.id, { ...value, citedBy: [...(citedBy.get(value.id) ?? [])].sort() }]),
    ),
    rules: new Map(all.rules.map(({ value }) => [value.id, joinRule(value)])),
    schedules: byId(all.schedules),
    conflicts: byId(all.conflicts),
    scenarios: byId(all.scenarios),
    checklists: byId(all.checklists),
    symptoms: byId(all.symptoms),
    glossary: byId(all.glossary),
    triage: byId(all.triage),
    appeal: byId(all.appeal),
    examples: byId(all.examples),
    search: byId(all.search),
    synonyms: byId(all.synonyms),
    analysis: byId(all.analysis),
  };
}

/** Those that compute with it, and the risk check where one of its questions leads to the rule. */
function toolsOf({ id, tools }: Rule, { scenarios }: Collections): Tool[] {
  const isAskedFor = scenarios.some(({ value }) => value.rules.includes(id));
  return isAskedFor && !tools.includes('risk') ? [...tools, 'risk'] : tools;
}

function weakest(grades: readonly Evidence[]): Evidence {
  const rank = Math.max(0, ...grades.map((grade) => EVIDENCE.indexOf(grade)));
  return EVIDENCE[rank] ?? 'anecdote';
}

function byId<T extends { id: string }>(entries: { value: T }[]): ReadonlyMap<string, T> {
  return new Map(entries.map(({ value }) => [value.id, value]));
}

/** The date of the newest recorded change, and a fingerprint of all data; how a page is found is not part of it. */
function versionOf({ search: _, synonyms: __, ...all }: Collections): string {
  const newest =
    all.rules
      .flatMap(({ value }) => value.history.map(({ date }) => date))
      .sort()
      .at(-1) ?? '';
  const values = Object.values(all).map((entries: { value: unknown }[]) => entries.map(({ value }) => value));
  const fingerprint = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 8);
  return `${newest}-${fingerprint}`;
}
