import { describe, expect, it } from 'vitest';
import { contextFor } from '../../components/context.ts';
import { evaluateRisk } from '../../core/risk/evaluate.ts';
import { judge, LEVELS, worst } from '../../core/risk/judge.ts';
import { knowledge } from '../../knowledge/index.ts';
import { riskProps } from './props.ts';

const all = knowledge();
const { questions } = riskProps(contextFor('en', '/'), all);
const levelOf = (question: (typeof questions)[number], answer: string) =>
  worst(judge(question, { [question.id]: answer }).map(({ level }) => level));

describe('the questions of the risk check', () => {
  it('are all scenarios, each once', () => {
    expect(questions.map(({ id }) => id).toSorted()).toEqual([...all.scenarios.keys()].toSorted());
  });

  it('say what to change wherever an answer raises the risk', () => {
    for (const question of questions) {
      for (const { id, advice } of question.answers) {
        const level = levelOf(question, id);
        if (level === 'elevated' || level === 'maximal') expect(advice, `${question.id}=${id}`).toBeDefined();
      }
    }
  });

  it('each have an answer that raises nothing', () => {
    for (const question of questions) {
      const levels = question.answers.map(({ id }) => levelOf(question, id) ?? 'none');
      expect(LEVELS.indexOf(LEVELS.find((level) => levels.includes(level)) ?? 'maximal')).toBeLessThanOrEqual(1);
    }
  });

  it('count an answer that meets the criterion in another way as met', () => {
    const met = { consent: 'before', 'integration-settings': 'none', 'recipients-at-once': 'none' };
    for (const [id, answer] of Object.entries(met)) {
      const question = questions.find((candidate) => candidate.id === id);
      expect(question && judge(question, { [id]: answer }).some(({ isMissing }) => isMissing), id).toBe(false);
    }
  });

  it('put no way out at least as high as a way out that works too late', () => {
    const optOut = questions.filter(({ id }) => id === 'opt-out');
    expect(evaluateRisk(optOut, { 'opt-out': 'no' }).level).toBe('elevated');
    expect(evaluateRisk(optOut, { 'opt-out': 'late' }).level).toBe('elevated');
  });

  it('add up to minimal, the best that the sources speak of, with the best of all answers', () => {
    const best = Object.fromEntries(
      questions.map((question) => {
        const ranked = question.answers.toSorted(
          (a, b) =>
            LEVELS.indexOf(levelOf(question, a.id) ?? 'none') - LEVELS.indexOf(levelOf(question, b.id) ?? 'none'),
        );
        return [question.id, ranked[0]?.id];
      }),
    );
    expect(evaluateRisk(questions, best)).toMatchObject({ level: 'minimal', unknown: [] });
  });
});
