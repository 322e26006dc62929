import type { Day } from '../calendar/day.ts';
import { type Limit, messageLimit, phasesOn, recipientLimit, strictest } from '../warm-up/limits.ts';
import type { WarmUpRules } from '../warm-up/rules.ts';
import type { CampaignInput, CampaignRules } from './rules.ts';

/** A campaign that takes longer is no plan. */
export const LONGEST_CAMPAIGN = 365;

export type Bound = 'hour' | 'day' | 'recipients' | 'audience';

export interface CampaignDay {
  /** Counted from 1. */
  day: number;
  date: Day;
  age: number;
  messages: number;
  newPeople: number;
  knownPeople: number;
  /** All that bind, the pace first. */
  boundBy: readonly Bound[];
  limits: {
    hour: Limit;
    day: Limit;
    recipients: Limit;
    /** Where a followed schedule allows fewer new people that day than the campaign counts with. */
    stricterRecipients?: Limit;
  };
}

export interface Allocation {
  days: readonly CampaignDay[];
  /** People nobody could write to in time. */
  left: number;
}

interface People {
  fresh: number;
  known: number;
}

/** New people go first, as many as the limit allows, and known ones fill the day. */
export function allocate(rules: CampaignRules, input: CampaignInput, longest = LONGEST_CAMPAIGN): Allocation {
  const days: CampaignDay[] = [];
  const fresh = Math.ceil((input.audience * input.cold) / 100);
  const left: People = { fresh, known: input.audience - fresh };
  const limits = limitsByAge(rules, input);
  while (left.fresh + left.known > 0 && days.length < longest) {
    const day = campaignDay(input, limits, days.length + 1, left);
    left.fresh -= day.newPeople;
    left.known -= day.knownPeople;
    days.push(day);
  }
  return { days, left: left.fresh + left.known };
}

/** The first age at which no schedule, followed or not, limits new people any more. */
export function ageWithoutRecipientLimit({ schedules, firstMessageDay }: WarmUpRules): number {
  const lastDays = schedules
    .flatMap(({ phases }) => phases.filter(({ recipients }) => recipients !== undefined))
    .map(({ to }) => to ?? Number.POSITIVE_INFINITY);
  return Math.max(firstMessageDay - 1, ...lastDays) + 1;
}

function campaignDay(input: CampaignInput, limitsAt: LimitsAt, day: number, left: People): CampaignDay {
  const age = input.age + day - 1;
  const limits = limitsAt(age);
  const messages = Math.min(limits.hour.most ?? Number.POSITIVE_INFINITY, limits.day.most ?? Number.POSITIVE_INFINITY);
  // All messages to a person go out on one day.
  const room = Math.floor(messages / input.per);
  const newPeople = Math.min(left.fresh, limits.recipients.most ?? Number.POSITIVE_INFINITY, room);
  const knownPeople = Math.min(left.known, room - newPeople);
  const isFull = newPeople + knownPeople === room;
  const bounds: Record<Bound, boolean> = {
    hour: isFull && limits.hour.most === messages,
    day: isFull && limits.day.most === messages,
    recipients: newPeople === limits.recipients.most && newPeople < left.fresh,
    audience: !isFull && newPeople === left.fresh && knownPeople === left.known,
  };
  return {
    day,
    date: input.start + day - 1,
    age,
    messages: (newPeople + knownPeople) * input.per,
    newPeople,
    knownPeople,
    boundBy: BOUNDS.filter((bound) => bounds[bound]),
    limits,
  };
}

const BOUNDS: readonly Bound[] = ['hour', 'day', 'recipients', 'audience'];

type LimitsAt = (age: number) => CampaignDay['limits'];

/** What the rules allow on a day, whoever is to be written to. */
export function limitsByAge(
  rules: CampaignRules,
  { hours, sources }: Pick<CampaignInput, 'hours' | 'sources'>,
): LimitsAt {
  const followed = rules.schedules.filter(({ source }) => sources.includes(source));
  const pace = rules.pace.filter(({ source }) => sources.includes(source));
  const hour = strictest(pace.map(({ source, perHour }) => ({ source, most: perHour * hours })));
  const nothing: Limit = { most: 0, by: followed.map(({ source }) => source) };
  const freeAge = ageWithoutRecipientLimit(rules);
  return (age) => {
    if (age < rules.firstMessageDay) return { hour, day: nothing, recipients: nothing };
    const today = followed.map((schedule) => ({ schedule, phases: phasesOn(schedule, age, 'service') }));
    const strictestOf = (limitOf: typeof messageLimit) =>
      strictest(today.map(({ schedule, phases }) => ({ source: schedule.source, most: limitOf(phases, age) })));
    const recipients: Limit = age < freeAge ? { most: rules.newPeople, by: [] } : { by: [] };
    const named = strictestOf(recipientLimit);
    const isStricter = (named.most ?? Number.POSITIVE_INFINITY) < (recipients.most ?? Number.POSITIVE_INFINITY);
    return { hour, day: strictestOf(messageLimit), recipients, ...(isStricter && { stricterRecipients: named }) };
  };
}
