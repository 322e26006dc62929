import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RiskLevel } from '../../knowledge/schema.ts';
import { evaluateRisk } from './evaluate.ts';
import { readRisk } from './input.ts';
import { LEVELS, type RiskQuestion } from './judge.ts';

const question = (id: string, answers: Record<string, Record<string, RiskLevel>>): RiskQuestion => ({
  id,
  answers: Object.entries(answers).map(([answer, levels]) => ({
    id: answer,
    levels: Object.entries(levels).map(([source, level]) => ({ source, level })),
  })),
});

const firstContact = question('first-contact', {
  customers: { 'green-api': 'none', olchat: 'none' },
  gradually: { 'green-api': 'minimal', olchat: 'minimal' },
  'at-once': { 'green-api': 'maximal', olchat: 'maximal' },
});
const saved = question('saved', { yes: { 'green-api': 'none', olchat: 'none' }, no: {} });
const consent = question('consent', { asked: { 'green-api': 'minimal' }, 'not-asked': {} });
const groups = question('groups', { 'without-whatsapp': { olchat: 'maximal' }, none: {} });
const ratio = question('ratio', {
  good: { 'green-api': 'minimal', olchat: 'minimal', whapi: 'minimal' },
  middling: { whapi: 'elevated' },
  none: { 'green-api': 'maximal', olchat: 'maximal', whapi: 'maximal' },
});
const all = [firstContact, saved, consent, groups, ratio];
const best = { 'first-contact': 'customers', saved: 'yes', consent: 'asked', groups: 'none', ratio: 'good' };

const levelOf = (questions: RiskQuestion[], answers: Record<string, string>) => evaluateRisk(questions, answers).level;

describe('the level', () => {
  it('is unknown while nothing is answered, and every question is named', () => {
    const result = evaluateRisk(all, {});
    expect(result.level).toBe('unknown');
    expect(result.unknown).toEqual(['first-contact', 'saved', 'consent', 'groups', 'ratio']);
    expect(result.deciders).toEqual([]);
    expect(result.others).toEqual([]);
  });

  it('is unknown while one question is unanswered and nothing worse than minimal is known', () => {
    for (const { id } of all) {
      const { [id as keyof typeof best]: _left, ...others } = best;
      const result = evaluateRisk(all, others);
      expect(result.level).toBe('unknown');
      expect(result.unknown).toEqual([id]);
      expect(result.deciders).toEqual([]);
      expect(result.others).not.toEqual([]);
    }
  });

  it('is minimal when everything is answered well', () => {
    expect(levelOf(all, best)).toBe('minimal');
  });

  it('is none only when every answer that is judged is none by every source', () => {
    expect(levelOf([firstContact, saved, groups], best)).toBe('none');
    const doubtful = question('first-contact', {
      customers: { 'green-api': 'none', olchat: 'minimal' },
      'at-once': {},
    });
    expect(levelOf([doubtful, saved, groups], best)).toBe('minimal');
  });

  it('is the strictest: elevated and maximal stand whatever is unanswered', () => {
    expect(levelOf(all, { ratio: 'middling' })).toBe('elevated');
    expect(levelOf(all, { ...best, ratio: 'middling' })).toBe('elevated');
    expect(levelOf(all, { ...best, groups: 'without-whatsapp' })).toBe('maximal');
    expect(levelOf(all, { ratio: 'middling', groups: 'without-whatsapp' })).toBe('maximal');
  });

  it('is unknown where no source judges any answer', () => {
    expect(levelOf([groups], { groups: 'none' })).toBe('unknown');
    expect(levelOf([], {})).toBe('unknown');
  });

  it('is not helped by an answer that does not exist', () => {
    expect(evaluateRisk(all, { ...best, ratio: 'splendid' })).toMatchObject({ level: 'unknown', unknown: ['ratio'] });
  });
});

describe('an answer that no source lists', () => {
  it('misses the condition of the level below, and stands one level above it', () => {
    expect(evaluateRisk([firstContact, saved], { ...best, saved: 'no' })).toMatchObject({
      level: 'minimal',
      deciders: [
        { question: 'saved', answer: 'no', level: 'minimal', sources: ['green-api', 'olchat'], isMissing: true },
      ],
    });
    expect(evaluateRisk(all, { ...best, consent: 'not-asked' })).toMatchObject({
      level: 'elevated',
      deciders: [
        { question: 'consent', answer: 'not-asked', level: 'elevated', sources: ['green-api'], isMissing: true },
      ],
    });
  });

  it('counts for nothing where it only avoids a danger', () => {
    const { others, deciders } = evaluateRisk(all, best);
    expect([...deciders, ...others].map((answer) => answer.question)).not.toContain('groups');
  });
});

describe('what decided', () => {
  it('are the answers at that level, those of most sources first, and the others after them by level', () => {
    const result = evaluateRisk(all, { ...best, groups: 'without-whatsapp', ratio: 'none', consent: 'not-asked' });
    expect(result.deciders).toEqual([
      {
        question: 'ratio',
        answer: 'none',
        level: 'maximal',
        sources: ['green-api', 'olchat', 'whapi'],
        isMissing: false,
      },
      { question: 'groups', answer: 'without-whatsapp', level: 'maximal', sources: ['olchat'], isMissing: false },
    ]);
    expect(result.others.map((answer) => [answer.question, answer.level])).toEqual([
      ['consent', 'elevated'],
      ['first-contact', 'none'],
      ['saved', 'none'],
    ]);
  });

  it('are named with the sources at the strictest level only', () => {
    const mixed = question('a', { x: { one: 'minimal', two: 'maximal', three: 'maximal' }, y: {} });
    expect(evaluateRisk([mixed], { a: 'x' }).deciders[0]?.sources).toEqual(['two', 'three']);
  });
});

describe('each source', () => {
  const verdicts = (answers: Record<string, string>) =>
    Object.fromEntries(evaluateRisk(all, answers).verdicts.map(({ source, level }) => [source, level]));

  it('has its own level, from what it judges itself', () => {
    expect(verdicts(best)).toEqual({ 'green-api': 'minimal', olchat: 'minimal', whapi: 'minimal' });
    expect(verdicts({ ...best, ratio: 'middling' })).toEqual({
      'green-api': 'minimal',
      olchat: 'none',
      whapi: 'elevated',
    });
    expect(verdicts({ ...best, groups: 'without-whatsapp' })).toMatchObject({ olchat: 'maximal', whapi: 'minimal' });
  });

  it('is unknown while a question that it judges is unanswered', () => {
    expect(verdicts({})).toEqual({ 'green-api': 'unknown', olchat: 'unknown', whapi: 'unknown' });
    const { groups: _open, ...others } = best;
    expect(verdicts(others)).toEqual({ 'green-api': 'minimal', olchat: 'unknown', whapi: 'minimal' });
    expect(verdicts({ ratio: 'good' })).toEqual({ 'green-api': 'unknown', olchat: 'unknown', whapi: 'minimal' });
    expect(verdicts({ ratio: 'none' })).toEqual({ 'green-api': 'maximal', olchat: 'maximal', whapi: 'maximal' });
    const open = evaluateRisk(all, { ratio: 'good', consent: 'asked' }).verdicts.map(({ unknown }) => unknown);
    expect(open).toEqual([['first-contact', 'saved'], ['first-contact', 'saved', 'groups'], []]);
  });
});

describe('laws of the risk', () => {
  const anyLevel = fc.constantFrom(...LEVELS);
  const anyAnswer = fc.array(fc.record({ source: fc.constantFrom('a', 'b', 'c'), level: anyLevel }), { maxLength: 3 });
  const anyQuestions = fc
    .array(fc.array(anyAnswer, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    .map((list) =>
      list.map((answers, at) => ({
        id: `q${at}`,
        answers: answers.map((levels, index) => ({ id: `a${index}`, levels })),
      })),
    );
  const anyCase = anyQuestions.chain((questions) =>
    fc.tuple(
      fc.constant(questions),
      fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }).map((picks) => {
        const answered = questions.map(({ id }, at) => [id, `a${picks[at]}`] as const);
        return Object.fromEntries(answered);
      }),
    ),
  );

  it('it is never below what any source lists for any answer given', () => {
    fc.assert(
      fc.property(anyCase, ([questions, answers]) => {
        const { level } = evaluateRisk(questions, answers);
        const listed = questions.flatMap(({ id, answers: choices }) =>
          choices.filter((choice) => choice.id === answers[id]).flatMap(({ levels }) => levels),
        );
        for (const { level: own } of listed) {
          if (level === 'unknown') expect(['none', 'minimal']).toContain(own);
          else expect(LEVELS.indexOf(level)).toBeGreaterThanOrEqual(LEVELS.indexOf(own));
        }
      }),
    );
  });

  it('leaving a question open never makes it better', () => {
    fc.assert(
      fc.property(anyCase, ([questions, answers]) => {
        const full = evaluateRisk(questions, answers).level;
        const { q0: _left, ...fewer } = answers;
        const open = evaluateRisk(questions, fewer).level;
        expect(['none', 'minimal']).not.toContain(open);
        if (open !== 'unknown' && full !== 'unknown')
          expect(LEVELS.indexOf(open)).toBeLessThanOrEqual(LEVELS.indexOf(full));
      }),
    );
  });
});

describe('the answers in the address', () => {
  it('are read by question, and an unknown key is ignored', () => {
    expect(readRisk(all, { saved: ' yes ', consent: '', weather: 'fine' })).toEqual({
      values: { saved: 'yes' },
      faults: {},
    });
  });

  it('an unknown answer is named and counts as none given', () => {
    expect(readRisk(all, { saved: 'perhaps', groups: 'none' })).toEqual({
      values: { groups: 'none' },
      faults: { saved: { reason: 'unknown-answer', typed: 'perhaps' } },
    });
  });
});
