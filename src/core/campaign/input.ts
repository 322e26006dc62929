import { type Day, formatDay } from '../calendar/day.ts';
import { type DayFault, readDay } from '../calendar/read-day.ts';
import { readSources, type SourceFault, writeSources } from '../source-choice.ts';
import { type NumberFault, type Range, readWholeNumber } from '../whole-number.ts';
import type { CampaignInput } from './rules.ts';

const NUMBER_KEYS = ['audience', 'cold', 'age', 'hours', 'per'] as const;
type NumberKey = (typeof NUMBER_KEYS)[number];

const CAMPAIGN_KEYS = [...NUMBER_KEYS, 'start', 'sources'] as const;
export type CampaignKey = (typeof CAMPAIGN_KEYS)[number];

/** Texts as typed or as in the address; a key that is not there has its default. */
export type CampaignRaw = Partial<Record<CampaignKey, string>>;

/** What is there and good; a field may be empty or wrong. */
export type CampaignValues = Partial<CampaignInput>;

export type CampaignFaults = Partial<Record<NumberKey, NumberFault>> & { start?: DayFault; sources?: SourceFault };

export const CAMPAIGN_RANGES: Record<NumberKey, Range> = {
  audience: { min: 1, max: 10_000_000 },
  cold: { min: 0, max: 100 },
  age: { min: 0, max: 36_500 },
  hours: { min: 1, max: 24 },
  per: { min: 1, max: 100 },
};

export const CAMPAIGN_DEFAULTS = { hours: 8, per: 1 };

export function readCampaign(
  raw: CampaignRaw,
  { sources: known, today }: { sources: readonly string[]; today: Day },
): { values: CampaignValues; faults: CampaignFaults } {
  const values: CampaignValues = {};
  const faults: CampaignFaults = {};
  const defaults: CampaignRaw = { hours: String(CAMPAIGN_DEFAULTS.hours), per: String(CAMPAIGN_DEFAULTS.per) };
  for (const key of NUMBER_KEYS) {
    const number = readWholeNumber(raw[key] ?? defaults[key] ?? '', CAMPAIGN_RANGES[key]);
    if (number.state === 'good') values[key] = number.value;
    if (number.state === 'bad') faults[key] = number.fault;
  }
  const start = readDay(raw.start ?? formatDay(today));
  if (start.state === 'good') values.start = start.value;
  if (start.state === 'bad') faults.start = start.fault;
  const sources = readSources(raw.sources, known);
  if (sources.value) values.sources = sources.value;
  if (sources.state === 'bad') faults.sources = sources.fault;
  return { values, faults };
}

/** The input of the check, once nothing that it needs is missing. */
export function campaignInput(values: CampaignValues): CampaignInput | undefined {
  const { audience, cold, age, hours, per, start, sources } = values;
  if (audience === undefined || cold === undefined || age === undefined) return undefined;
  if (hours === undefined || per === undefined || start === undefined || sources === undefined) return undefined;
  return { audience, cold, age, hours, per, start, sources };
}

/** What the address says. An emptied field is written as empty: without its key it would come back with its default. */
export function writeCampaign(values: CampaignValues, known: readonly string[]): CampaignRaw {
  const raw: CampaignRaw = {};
  for (const key of NUMBER_KEYS) raw[key] = values[key] === undefined ? '' : String(values[key]);
  raw.start = values.start === undefined ? '' : formatDay(values.start);
  const sources = writeSources(values.sources ?? [], known);
  if (sources !== undefined) raw.sources = sources;
  return raw;
}
