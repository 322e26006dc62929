import { isAnswered, type RiskAnswers, type RiskQuestion } from './judge.ts';

export interface RiskFault {
  reason: 'unknown-answer';
  typed: string;
}

/** Reads one key a question; an unknown answer is named and counts as none given, an unknown key is ignored. */
export function readRisk(
  questions: readonly RiskQuestion[],
  raw: RiskAnswers,
): { values: Record<string, string>; faults: Record<string, RiskFault> } {
  const values: Record<string, string> = {};
  const faults: Record<string, RiskFault> = {};
  for (const question of questions) {
    const typed = raw[question.id]?.trim() ?? '';
    if (typed === '') continue;
    if (isAnswered(question, { [question.id]: typed })) values[question.id] = typed;
    else faults[question.id] = { reason: 'unknown-answer', typed };
  }
  return { values, faults };
}
