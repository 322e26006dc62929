import type { Evidence } from '../knowledge/schema.ts';
import type { Day } from './calendar/day.ts';
import { formatDay } from './calendar/day.ts';
import { readDay } from './calendar/read-day.ts';

/** What a result takes from one rule, as far as trusting it goes. */
export interface RuleBasis {
  evidence: Evidence;
  /** The day somebody last checked the rule, YYYY-MM-DD. */
  reviewed: string;
  /** Days after which it must be checked again. */
  reviewEvery: number;
  /** Whether sources disagree about it. */
  isDisputed: boolean;
}

/** How far a result may be trusted: no further than the weakest rule that it rests on. */
export interface Basis {
  evidence: Evidence;
  /** The oldest of the reviews. */
  reviewed: string;
  /** The day by which a rule should have been checked again, where that day has passed. */
  overdueSince?: string;
  isDisputed: boolean;
}

/** From the strongest to the weakest. */
const STRENGTH: Record<Evidence, number> = {
  'reported-platform-change': 0,
  'vendor-advice': 1,
  'community-estimate': 2,
  anecdote: 3,
};

/** Without a day that is today, nothing is called overdue. */
export function basisOf(rules: readonly RuleBasis[], today?: Day): Basis | undefined {
  const [first, ...others] = rules;
  if (first === undefined) return undefined;
  const due = rules.map(dueDay).filter((day) => day !== undefined && today !== undefined && day < today) as Day[];
  return {
    evidence: others.reduce(
      (weakest, { evidence }) => (STRENGTH[evidence] > STRENGTH[weakest] ? evidence : weakest),
      first.evidence,
    ),
    // Dates written YYYY-MM-DD sort as texts.
    reviewed: rules.map(({ reviewed }) => reviewed).toSorted()[0] ?? first.reviewed,
    ...(due.length > 0 && { overdueSince: formatDay(Math.min(...due)) }),
    isDisputed: rules.some(({ isDisputed }) => isDisputed),
  };
}

function dueDay({ reviewed, reviewEvery }: RuleBasis): Day | undefined {
  const day = readDay(reviewed);
  return day.state === 'good' ? day.value + reviewEvery : undefined;
}
