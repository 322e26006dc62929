import type { Day } from '../calendar/day.ts';
import { greatestIn } from '../whole-limit.ts';
import { type Allocation, ageWithoutRecipientLimit, allocate, LONGEST_CAMPAIGN } from './allocate.ts';
import type { CampaignInput, CampaignRules } from './rules.ts';

/**
 * What would make a campaign shorter, honestly. More numbers are no answer: spreading a mailing over numbers only
 * spreads the risk, so there is no such hint.
 */
export type Hint =
  /** Some of the audience is new to the number: ask who wants the messages before anything else. */
  | { id: 'ask-opt-in' }
  | ({ id: 'let-customers-write' } & Shorter)
  | ({ id: 'wait'; age: number } & Shorter)
  | ({ id: 'fewer-messages'; per: number } & Shorter)
  | ({ id: 'more-hours'; hours: number } & Shorter)
  | { id: 'smaller-audience'; people: number };

interface Shorter {
  /** Days of sending, and the day of the last message. */
  days: number;
  finish: Day;
}

export function hintsFor(rules: CampaignRules, input: CampaignInput, { days, left }: Allocation): Hint[] {
  const isHeldByNewPeople = days.some(({ boundBy }) => boundBy.includes('recipients'));
  const mustBeat = left > 0 ? LONGEST_CAMPAIGN + 1 : days.length;
  const shorter = changesOf(rules, input).flatMap(({ hint, changes }) => {
    const changed = { ...input, ...changes };
    const allocation = allocate(rules, changed, mustBeat - 1);
    if (allocation.left > 0) return [];
    return [{ ...hint, days: allocation.days.length, finish: changed.start + allocation.days.length - 1 }];
  });
  return [
    ...(isHeldByNewPeople ? [{ id: 'ask-opt-in' as const }] : []),
    ...shorter,
    ...(left > 0 ? [{ id: 'smaller-audience' as const, people: input.audience - left }] : []),
  ];
}

/** What staff could do differently. */
function changesOf(rules: CampaignRules, input: CampaignInput) {
  const age = ageOfFreedom(rules, input);
  const hours = greatestIn(rules.windowBands, 'safe') ?? 0;
  const changes = [
    { isOpen: input.cold > 0, hint: { id: 'let-customers-write' as const }, changes: { cold: 0 } },
    {
      isOpen: input.age < age && Number.isFinite(age),
      hint: { id: 'wait' as const, age },
      changes: { age, start: input.start + age - input.age },
    },
    { isOpen: input.per > 1, hint: { id: 'fewer-messages' as const, per: 1 }, changes: { per: 1 } },
    { isOpen: input.hours < hours, hint: { id: 'more-hours' as const, hours }, changes: { hours } },
  ];
  return changes.filter(({ isOpen }) => isOpen);
}

/** The first age after every phase that ends, of the followed schedules and of the limit on new people. */
function ageOfFreedom(rules: CampaignRules, { sources }: CampaignInput): number {
  const ends = rules.schedules
    .filter(({ source }) => sources.includes(source))
    .flatMap(({ phases }) => phases.map(({ to }) => to ?? 0));
  return Math.max(ageWithoutRecipientLimit(rules), ...ends.map((end) => end + 1));
}
