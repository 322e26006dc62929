import type { RiskLevel } from '../../knowledge/schema.ts';

/** A question without its texts; a whole `Scenario` fits too. */
export interface RiskQuestion {
  id: string;
  answers: readonly { id: string; levels: readonly { source: string; level: RiskLevel }[] }[];
}

/** What one source makes of one given answer. */
export interface Judgement {
  question: string;
  answer: string;
  source: string;
  level: RiskLevel;
  /** No source lists the answer; it misses what this one asks for. */
  isMissing: boolean;
}

export type RiskAnswers = Readonly<Record<string, string | undefined>>;

/** `none` and `minimal` are earned by conditions; who misses one stands a level above it. */
const WHEN_MISSED: Partial<Record<RiskLevel, RiskLevel>> = { none: 'minimal', minimal: 'elevated' };

/** From the best level to the worst. */
export const LEVELS: readonly RiskLevel[] = ['none', 'minimal', 'elevated', 'maximal'];

export function worst(levels: readonly RiskLevel[]): RiskLevel | undefined {
  return LEVELS.findLast((level) => levels.includes(level));
}

export function isAnswered(question: RiskQuestion, answers: RiskAnswers): boolean {
  return question.answers.some(({ id }) => id === answers[question.id]);
}

/**
 * The sources' levels for the answer given. An answer that no source lists is not taken as good: where a source lists
 * another answer of the question as a condition of none or minimal, the condition is missed. Where only worse levels
 * are listed, the danger is avoided and there is nothing to judge.
 */
export function judge(question: RiskQuestion, answers: RiskAnswers): Judgement[] {
  const given = question.answers.find(({ id }) => id === answers[question.id]);
  if (given === undefined) return [];
  const isMissing = given.levels.length === 0;
  const levels = isMissing ? question.answers.flatMap((answer) => missed(answer.levels)) : given.levels;
  return levels.map(({ source, level }) => ({ question: question.id, answer: given.id, source, level, isMissing }));
}

function missed(levels: RiskQuestion['answers'][number]['levels']) {
  return levels.flatMap(({ source, level }) => {
    const above = WHEN_MISSED[level];
    return above === undefined ? [] : [{ source, level: above }];
  });
}
