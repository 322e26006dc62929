import type { Band, Zone } from '../knowledge/schema.ts';
import { edgesOf, type Fraction, zoneOf } from './bands.ts';
import { roundFraction, roundHalfUp } from './round.ts';

/** What the check needs of the rules; it is handed to the browser as it is. */
export interface ReplyRatioRules {
  bands: readonly Band[];
  blockBands: readonly Band[];
  /** Each source's own zones, and what it counts. */
  verdicts: readonly {
    source: string;
    counts: 'replies-per-100' | 'blocks-per-100' | 'blocks';
    bands: readonly Band[];
  }[];
}

export interface ReplyRatioInput {
  sent?: number;
  replies?: number;
  blocked?: number;
  /** New messages that are planned. */
  more?: number;
  /** Share of them expected to be answered, in percent. */
  rate?: number;
}

export interface Figure {
  value: number;
  zone?: Zone;
}

export interface ReplyRatioResult {
  ratio?: Figure;
  /** How many more replies until each better zone is reached, the nearest first. */
  repliesTo: { zone: Zone; edge: number; value: number }[];
  /** How many more messages may stay unanswered before the present zone, and each worse one, is left. */
  headroom: { zone: Zone; edge: number; value: number }[];
  interval?: { low: number; high: number; crosses: number[] };
  blockRate?: Figure;
  projected?: Figure;
  verdicts: { source: string; zone?: Zone }[];
}

export function evaluateReplyRatio(rules: ReplyRatioRules, input: ReplyRatioInput): ReplyRatioResult {
  const { sent, replies, blocked } = input;
  const ratio = per100(replies, sent);
  const blockRate = per100(blocked, sent);
  return {
    ...(ratio && { ratio: figure(ratio, rules.bands, 1) }),
    repliesTo: ratio ? repliesToBetterZones(rules.bands, ratio) : [],
    headroom: ratio ? headroomInZones(rules.bands, ratio) : [],
    ...(sent && replies !== undefined && replies <= sent && { interval: interval(rules.bands, replies, sent) }),
    ...(blockRate && { blockRate: figure(blockRate, rules.blockBands, 2) }),
    ...projection(rules.bands, input),
    verdicts: rules.verdicts.map(({ source, counts, bands }) => {
      const counted = {
        'replies-per-100': ratio,
        'blocks-per-100': blockRate,
        blocks: blocked === undefined ? undefined : { over: blocked, under: 1 },
      }[counts];
      const zone = counted && zoneOf(bands, counted);
      return zone ? { source, zone } : { source };
    }),
  };
}

/** How many more replies bring the ratio to `percent`. */
export function repliesToReach(percent: number, replies: number, sent: number): number {
  return Math.max(0, Math.ceil((percent * sent) / 100) - replies);
}

/** How many more messages may go unanswered before the ratio falls below `percent`. */
export function headroom(percent: number, replies: number, sent: number): number {
  return Math.max(0, Math.floor((replies * 100) / percent) - sent);
}

/** 95 % Wilson score interval of `replies` out of `sent`, in percent. */
export function wilsonInterval(replies: number, sent: number): { low: number; high: number } {
  const z = 1.959964;
  const share = replies / sent;
  const centre = share + (z * z) / (2 * sent);
  const spread = z * Math.sqrt((share * (1 - share)) / sent + (z * z) / (4 * sent * sent));
  const scale = 1 + (z * z) / sent;
  return {
    low: Math.max(0, ((centre - spread) / scale) * 100),
    high: Math.min(100, ((centre + spread) / scale) * 100),
  };
}

function per100(part: number | undefined, whole: number | undefined): Fraction | undefined {
  return part === undefined || !whole ? undefined : { over: part * 100, under: whole };
}

function figure(value: Fraction, bands: readonly Band[], decimals: number): Figure {
  const zone = zoneOf(bands, value);
  return { value: roundFraction(value, decimals), ...(zone && { zone }) };
}

function repliesToBetterZones(bands: readonly Band[], { over, under }: Fraction) {
  return edgesOf(bands)
    .filter(({ at }) => over < at * under)
    .map(({ at, zone }) => ({ zone, edge: at, value: repliesToReach(at, over / 100, under) }));
}

function headroomInZones(bands: readonly Band[], { over, under }: Fraction) {
  return edgesOf(bands)
    .filter(({ at }) => over >= at * under)
    .reverse()
    .map(({ at, zone }) => ({ zone, edge: at, value: headroom(at, over / 100, under) }));
}

function interval(bands: readonly Band[], replies: number, sent: number) {
  const { low, high } = wilsonInterval(replies, sent);
  const crosses = edgesOf(bands)
    .map(({ at }) => at)
    .filter((at) => low < at && at < high);
  return { low: roundHalfUp(low, 1), high: roundHalfUp(high, 1), crosses };
}

function projection(bands: readonly Band[], { sent, replies, more, rate }: ReplyRatioInput): { projected?: Figure } {
  if (sent === undefined || replies === undefined || more === undefined || rate === undefined) return {};
  if (sent + more === 0) return {};
  return { projected: figure({ over: replies * 100 + more * rate, under: sent + more }, bands, 1) };
}
