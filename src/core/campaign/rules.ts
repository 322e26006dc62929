import type { Band } from '../../knowledge/schema.ts';
import type { Day } from '../calendar/day.ts';
import type { WarmUpRules } from '../warm-up/rules.ts';

export interface CampaignRules extends WarmUpRules {
  /** New people a day while a schedule of any source still limits them. */
  newPeople: number;
  /** The bands of the hours between the first and the last message of a day. */
  windowBands: readonly Band[];
}

export interface CampaignInput {
  /** People to write to. */
  audience: number;
  /** Share of them that never wrote to the number, in percent. */
  cold: number;
  /** Days since the number was registered, on the day of the start. */
  age: number;
  /** Sending hours a day. */
  hours: number;
  /** Messages to each person. */
  per: number;
  start: Day;
  sources: readonly string[];
}
