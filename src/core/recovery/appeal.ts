import type { Locale, Text } from '../../knowledge/schema.ts';
import type { AppealAnswer, Moment } from './event.ts';
import type { Appeal } from './told.ts';

/** What the composer needs of the appeal data: sentences that may be true, and the facts that stand in them. */
export interface AppealData {
  statements: readonly AppealStatement[];
  facts: readonly AppealFact[];
}

export interface AppealStatement {
  id: string;
  /** Sentences of one part stand in one paragraph. */
  part: string;
  /** The sentence; `{fact-id}` stands for a fact. */
  text: Text;
  /** Statements that cannot be true together with this one. */
  excludes?: readonly string[] | undefined;
}

export interface AppealFact {
  id: string;
  label: Text;
}

export interface ComposedAppeal {
  /** Sentences of ticked statements and nothing else; empty while nothing is ticked. */
  text: string;
  /** Facts that ticked statements need and that are not typed yet; their labels stand in brackets in the text. */
  missing: string[];
  /** Ticked statements that cannot both be true. */
  contradictions: [string, string][];
}

export function composeAppeal(
  data: AppealData,
  ticked: readonly string[],
  typed: Readonly<Record<string, string>>,
  language: Locale,
): ComposedAppeal {
  const chosen = data.statements.filter(({ id }) => ticked.includes(id));
  const facts = new Map(typedFacts(typed));
  const labels = new Map(data.facts.map(({ id, label }) => [id, label[language]]));
  const write = (sentence: string) =>
    sentence.replace(PLACE, (place, id: string) => facts.get(id) ?? (labels.has(id) ? `[${labels.get(id)}]` : place));
  return {
    text: paragraphs(chosen)
      .map((statements) => statements.map(({ text }) => write(text[language])).join(' '))
      .join('\n\n'),
    missing: factsOf(data, chosen).filter((id) => !facts.has(id)),
    contradictions: contradictionsIn(chosen),
  };
}

/** The facts to gather before the ticked statements can be written, in the order of the data. */
export function factsToGather(data: AppealData, ticked: readonly string[]): string[] {
  return factsOf(
    data,
    data.statements.filter(({ id }) => ticked.includes(id)),
  );
}

export interface LoggedAppeal extends Appeal {
  state: 'open' | AppealAnswer;
  /** Milliseconds since it was sent. */
  elapsed: number;
}

/** The appeals sent so far, the newest first. */
export function appealLog(appeals: readonly Appeal[], now: Moment): LoggedAppeal[] {
  return appeals
    .map((appeal) => ({
      ...appeal,
      state: appeal.answer?.state ?? ('open' as const),
      elapsed: Math.max(0, now - appeal.at),
    }))
    .toSorted((a, b) => b.at - a.at);
}

const PLACE = /\{([a-z0-9-]+)\}/g;

/** On one line and without a full stop at the end, because the sentence has its own. */
function typedFacts(typed: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(typed)
    .map(([id, value]): [string, string] => [
      id,
      value
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/[.\s]+$/, ''),
    ])
    .filter(([, value]) => value !== '');
}

function factsOf({ facts }: AppealData, statements: readonly AppealStatement[]): string[] {
  const used = new Set(statements.flatMap(({ text }) => [...text.en.matchAll(PLACE)].map(([, id]) => id)));
  return facts.map(({ id }) => id).filter((id) => used.has(id));
}

function paragraphs(statements: readonly AppealStatement[]): AppealStatement[][] {
  const groups: AppealStatement[][] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    if (last?.[0]?.part === statement.part) last.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

function contradictionsIn(statements: readonly AppealStatement[]): [string, string][] {
  return statements.flatMap((one, index) =>
    statements
      .slice(index + 1)
      .filter((other) => one.excludes?.includes(other.id) || other.excludes?.includes(one.id))
      .map((other): [string, string] => [one.id, other.id]),
  );
}
