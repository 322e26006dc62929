import type { RiskLevel } from '../../knowledge/schema.ts';
import { isAnswered, type Judgement, judge, LEVELS, type RiskAnswers, type RiskQuestion, worst } from './judge.ts';

/** A given answer at the strictest level that any source puts it. */
export interface Decider {
  question: string;
  answer: string;
  level: RiskLevel;
  /** Who puts it there. */
  sources: readonly string[];
  /** No source lists the answer; it misses what these ask for. */
  isMissing: boolean;
}

export interface RiskResult {
  level: RiskLevel | 'unknown';
  /** The answers at that level, those of most sources first. Empty when the level is unknown. */
  deciders: readonly Decider[];
  /** The other answers that any source judges, the worst first. */
  others: readonly Decider[];
  /** Questions without an answer. */
  unknown: readonly string[];
  /** What each source makes of the answers, counting only what it judges itself. */
  verdicts: readonly SourceVerdict[];
}

export interface SourceVerdict {
  source: string;
  level: RiskLevel | 'unknown';
  /** Questions that it judges and that have no answer. */
  unknown: readonly string[];
}

/**
 * The strictest level of any answer by any source.
 *
 * - `maximal` and `elevated` stand whatever is unanswered: one answer more can only make it worse.
 * - `unknown`: nothing worse than minimal is known and a question is unanswered, or no answer is judged at all.
 * - `minimal`: everything is answered, and the worst is minimal.
 * - `none`: everything is answered, and every source puts every answer that it judges at none. That a risk is absent
 *   is a promise others contradict, so a single "minimal" is enough to make it minimal.
 */
export function evaluateRisk(questions: readonly RiskQuestion[], answers: RiskAnswers): RiskResult {
  const unknown = questions.filter((question) => !isAnswered(question, answers)).map(({ id }) => id);
  const judgements = questions.map((question) => judge(question, answers));
  const level = levelOf(judgements.flat(), unknown.length > 0);
  const judged = byWeight(judgements.flatMap(strictest));
  return {
    level,
    deciders: judged.filter((answer) => answer.level === level),
    others: judged.filter((answer) => answer.level !== level),
    unknown,
    verdicts: sourcesOf(questions).map((source) => {
      const open = questions.filter((question) => judgesQuestion(source, question) && unknown.includes(question.id));
      const own = judgements.flat().filter((judgement) => judgement.source === source);
      return { source, level: levelOf(own, open.length > 0), unknown: open.map(({ id }) => id) };
    }),
  };
}

function levelOf(judgements: readonly Judgement[], isIncomplete: boolean): RiskLevel | 'unknown' {
  const level = worst(judgements.map((judgement) => judgement.level));
  if (level === undefined) return 'unknown';
  return isIncomplete && (level === 'none' || level === 'minimal') ? 'unknown' : level;
}

function strictest(judgements: readonly Judgement[]): Decider[] {
  const level = worst(judgements.map((judgement) => judgement.level));
  const atLevel = judgements.filter((judgement) => judgement.level === level);
  const [first] = atLevel;
  if (first === undefined || level === undefined) return [];
  const sources = new Set(atLevel.map(({ source }) => source));
  return [{ question: first.question, answer: first.answer, level, sources: [...sources], isMissing: first.isMissing }];
}

/** The worst level first, then what more sources say; otherwise in the order of the questions. */
function byWeight(judged: readonly Decider[]): Decider[] {
  return judged.toSorted(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || b.sources.length - a.sources.length,
  );
}

function sourcesOf(questions: readonly RiskQuestion[]): string[] {
  const all = questions.flatMap(({ answers }) => answers.flatMap(({ levels }) => levels.map(({ source }) => source)));
  return [...new Set(all)].toSorted();
}

function judgesQuestion(source: string, { answers }: RiskQuestion): boolean {
  return answers.some(({ levels }) => levels.some((listed) => listed.source === source));
}
