import { describe, expect, it } from 'vitest';
import { contextFor } from '../../components/context.ts';
import { FIGURE_IDS } from '../../core/message-log/figures.ts';
import { messageLogRules } from '../../core/testing/message-log-rules.ts';
import { knowledge } from '../../knowledge/index.ts';
import { messageLogProps } from './props.ts';

const { rules, logWords, named, guides } = messageLogProps(contextFor('en', '/'), knowledge());

describe('the content that the analysis computes with', () => {
  it('judges by the bands of the rules, as far as they have any', () => {
    for (const id of FIGURE_IDS) expect(rules.figures[id].bands, id).toEqual(messageLogRules.figures[id].bands);
  });

  it('waits 48 hours for an answer and looks at 30 days', () => {
    expect([rules.answerHours, rules.recentDays]).toEqual([48, 30]);
  });

  it('calls gaps regular by our own measure: 20 under 5 minutes with a spread under 10 %', () => {
    expect(rules.spacing).toEqual({ gaps: 20, underMinutes: 5, spreadPercent: 10 });
  });

  it('judges a number by its age for three weeks, by the strictest schedule', () => {
    expect(rules.young.days).toBe(21);
    expect(rules.young.limits.slice(0, 8)).toEqual([0, 12, 12, 26, 41, 56, 70, 85]);
    expect(rules.young.limits).toHaveLength(21);
    expect(rules.young.bands).toEqual([{ zone: 'danger', from: 200, fromInclusive: false }]);
  });

  it('knows the stop words and shorteners', () => {
    expect(logWords.stopWords).toEqual(['STOP', 'SAIR', 'PARAR', 'CANCELAR', 'СТОП', 'ОТПИСАТЬСЯ']);
    expect(logWords.shorteners).toEqual(expect.arrayContaining(['bit.ly', 'tinyurl.com', 'clck.ru']));
  });

  it('has a rule and a guide for each figure', () => {
    for (const id of FIGURE_IDS) {
      expect(named[rules.figures[id].rule]?.href, id).toContain('/en/rules/');
      expect(guides[id]?.href, id).toContain('/en/guides/');
    }
  });
});
