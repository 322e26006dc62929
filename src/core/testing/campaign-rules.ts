import type { CampaignRules } from '../campaign/rules.ts';
import { warmUpRules } from './warm-up-rules.ts';

/** The rules of the check as data; only for tests. */
export const campaignRules: CampaignRules = {
  ...warmUpRules,
  newPeople: 20,
  windowBands: [
    { zone: 'safe', to: 8, toInclusive: true },
    { zone: 'warning', from: 8, fromInclusive: false },
  ],
};
