import type { Zone } from '../../knowledge/schema.ts';
import { zoneOf } from '../bands.ts';
import type { Day } from '../calendar/day.ts';
import { type Allocation, allocate, type CampaignDay, LONGEST_CAMPAIGN } from './allocate.ts';
import { type Hint, hintsFor } from './hints.ts';
import type { CampaignInput, CampaignRules } from './rules.ts';

export type CampaignResult = {
  /** How the hours between the first and the last message of a day are judged. */
  windowZone?: Zone;
  hints: readonly Hint[];
} & (
  | {
      state: 'finished';
      days: number;
      /** The day of the last message. */
      finish: Day;
      rows: readonly CampaignDay[];
    }
  /** Not within the longest campaign; how many people can be written to until then. */
  | { state: 'too-long'; withinDays: number; reached: number }
);

export function checkCampaign(rules: CampaignRules, input: CampaignInput): CampaignResult {
  const allocation = allocate(rules, input);
  const windowZone = zoneOf(rules.windowBands, { over: input.hours, under: 1 });
  return {
    ...(windowZone && { windowZone }),
    hints: hintsFor(rules, input, allocation),
    ...outcome(input, allocation),
  };
}

function outcome({ audience, start }: CampaignInput, { days, left }: Allocation) {
  if (left > 0) return { state: 'too-long' as const, withinDays: LONGEST_CAMPAIGN, reached: audience - left };
  return { state: 'finished' as const, days: days.length, finish: start + days.length - 1, rows: days };
}
