import type { CampaignDay } from './allocate.ts';

/** Days in a row on which the same goes out for the same reason. */
export interface CampaignStretch {
  first: CampaignDay;
  last: CampaignDay;
}

/** The calendar as few entries as tell it all; days on which nothing may go out have none. */
export function stretchesOf(rows: readonly CampaignDay[]): CampaignStretch[] {
  const stretches: CampaignStretch[] = [];
  for (const row of rows) {
    if (row.messages === 0) continue;
    const before = stretches.at(-1);
    if (before && before.last.day === row.day - 1 && isAlike(before.last, row)) before.last = row;
    else stretches.push({ first: row, last: row });
  }
  return stretches;
}

function isAlike(a: CampaignDay, b: CampaignDay): boolean {
  return a.messages === b.messages && a.newPeople === b.newPeople && a.boundBy.join() === b.boundBy.join();
}
