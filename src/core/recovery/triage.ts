/** The answer that every question has, and the one taken for a question not answered yet. */
export const UNKNOWN = 'unknown';

/** For each question named, the answers that fit; a question not named may be answered anyhow. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** What the decision needs of the triage data; texts and reasons lie beside it under the same ids. */
export interface TriageTable {
  questions: readonly TriageQuestion[];
  /** The first that fits decides. */
  outcomes: readonly (TriageOutcome & { when: Condition })[];
  otherwise: TriageOutcome;
  advice: readonly { id: string; when: Condition }[];
}

export interface TriageQuestion {
  id: string;
  answers: readonly { id: string }[];
}

export interface TriageOutcome {
  id: string;
  checklist: string;
}

export type TriageAnswers = Readonly<Record<string, string>>;

export interface Triage {
  /** Names the text that says why this checklist. */
  outcome: string;
  checklist: string;
  /** What to heed before the first step. */
  advice: string[];
  /** Whether no answer still missing could lead to another checklist. */
  settled: boolean;
  /** The question worth asking next: one that may change the checklist, else one that may change the advice. */
  next?: string;
}

export function decideTriage(table: TriageTable, answers: TriageAnswers): Triage {
  const known = knownAnswers(table, answers);
  const { id, checklist } = outcomeOf(table, known);
  const open = table.questions.filter((question) => known[question.id] === undefined);
  const deciding = open.find((question) => changes(table, known, question, checklistOf));
  const advising = open.find((question) => changes(table, known, question, adviceKey));
  const next = deciding ?? advising;
  return {
    outcome: id,
    checklist,
    advice: adviceOf(table, known),
    settled: deciding === undefined,
    ...(next && { next: next.id }),
  };
}

/** Every way of answering the questions that are still open, starting from the answers given. */
export function* completions(questions: readonly TriageQuestion[], answers: TriageAnswers): Generator<TriageAnswers> {
  const [question, ...rest] = questions.filter(({ id }) => answers[id] === undefined);
  if (!question) {
    yield answers;
    return;
  }
  for (const { id } of question.answers) yield* completions(rest, { ...answers, [question.id]: id });
}

/** An answer that the table does not have counts as not given. */
function knownAnswers({ questions }: TriageTable, answers: TriageAnswers): TriageAnswers {
  const given = questions.flatMap(({ id, answers: possible }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return answer !== undefined && possible.some((one) => one.id === answer) ? [[id, answer]] : [];
  });
  return Object.fromEntries(given);
}

function outcomeOf(table: TriageTable, answers: TriageAnswers): TriageOutcome {
  return table.outcomes.find(({ when }) => fits(when, answers)) ?? table.otherwise;
}

function adviceOf(table: TriageTable, answers: TriageAnswers): string[] {
  return table.advice.filter(({ when }) => fits(when, answers)).map(({ id }) => id);
}

const checklistOf = (table: TriageTable, answers: TriageAnswers) => outcomeOf(table, answers).checklist;
const adviceKey = (table: TriageTable, answers: TriageAnswers) => adviceOf(table, answers).join(' ');

function fits(when: Condition, answers: TriageAnswers): boolean {
  return Object.entries(when).every(([question, wanted]) => wanted.includes(answers[question] ?? UNKNOWN));
}

/** Whether, however the other open questions may be answered, the answer to this one can make a difference. */
function changes(
  table: TriageTable,
  answers: TriageAnswers,
  question: TriageQuestion,
  result: (table: TriageTable, answers: TriageAnswers) => string,
): boolean {
  const others = table.questions.filter(({ id }) => id !== question.id);
  for (const rest of completions(others, answers)) {
    const results = question.answers.map(({ id }) => result(table, { ...rest, [question.id]: id }));
    if (new Set(results).size > 1) return true;
  }
  return false;
}
