import { describe, expect, it } from 'vitest';
import { basisOf, type RuleBasis } from './basis.ts';
import { dayOf } from './calendar/day.ts';

const rule = (changes: Partial<RuleBasis> = {}): RuleBasis => ({
  evidence: 'vendor-advice',
  reviewed: '2026-11-20',
  reviewEvery: 90,
  isDisputed: false,
  ...changes,
});

describe('what a result rests on', () => {
  it('is as good as the weakest of its rules, and as fresh as the oldest review', () => {
    const rules = [
      rule({ evidence: 'reported-platform-change' }),
      rule({ evidence: 'community-estimate', reviewed: '2026-09-01' }),
      rule(),
    ];
    expect(basisOf(rules)).toEqual({ evidence: 'community-estimate', reviewed: '2026-09-01', isDisputed: false });
    expect(basisOf([...rules, rule({ evidence: 'anecdote' })])?.evidence).toBe('anecdote');
    expect(basisOf([rule({ evidence: 'reported-platform-change' })])?.evidence).toBe('reported-platform-change');
  });

  it('is disputed when one of its rules is', () => {
    expect(basisOf([rule(), rule({ isDisputed: true })])?.isDisputed).toBe(true);
  });

  it('is overdue from the day after the one by which a rule should have been checked again', () => {
    const rules = [rule({ reviewEvery: 200 }), rule(), rule({ reviewEvery: 100 })];
    const lastDay = dayOf({ year: 2027, month: 2, date: 18 });
    expect(basisOf(rules, lastDay)).not.toHaveProperty('overdueSince');
    expect(basisOf(rules, lastDay + 1)).toHaveProperty('overdueSince', '2027-02-18');
    expect(basisOf(rules, lastDay + 50)).toHaveProperty('overdueSince', '2027-02-18');
    expect(basisOf(rules)).not.toHaveProperty('overdueSince');
  });

  it('is nothing without rules', () => {
    expect(basisOf([])).toBeUndefined();
  });
});
