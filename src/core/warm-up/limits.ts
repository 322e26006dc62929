import type { Connect, Phase, WarmUpSchedule } from './rules.ts';

/** What a day may carry at most, and whose limit that is: all of them on a tie. */
export interface Limit {
  /** Absent where nothing limits. */
  most?: number;
  by: readonly string[];
}

export interface NamedLimit {
  source: string;
  most?: number | undefined;
}

export function strictest(limits: readonly NamedLimit[]): Limit {
  let most: number | undefined;
  let by: string[] = [];
  for (const limit of limits) {
    if (limit.most === undefined || (most !== undefined && limit.most > most)) continue;
    if (limit.most !== most) by = [];
    most = limit.most;
    by.push(limit.source);
  }
  return most === undefined ? { by } : { most, by };
}

export function phasesOn(schedule: WarmUpSchedule, day: number, connect: Connect): Phase[] {
  return schedule.phases.filter(
    (phase) =>
      phase.from <= day &&
      (phase.to === null || day <= phase.to) &&
      (phase.connect === undefined || phase.connect === connect),
  );
}

/** Messages a day by one source: the least that its phases of that day allow. */
export function messageLimit(phases: readonly Phase[], day: number): number | undefined {
  return least(phases.flatMap((phase) => [linear(phase, phase.messages, day), grown(phase, day)]));
}

export function recipientLimit(phases: readonly Phase[], day: number): number | undefined {
  return least(phases.map((phase) => linear(phase, phase.recipients, day)));
}

function linear({ from, to }: Phase, limit: { from: number; to: number } | undefined, day: number) {
  if (limit === undefined) return undefined;
  if (to === null || to === from) return limit.from;
  return Math.floor((limit.from * (to - from) + (limit.to - limit.from) * (day - from)) / (to - from));
}

function grown({ from, growth }: Phase, day: number): number | undefined {
  if (growth === undefined) return undefined;
  const limit = Math.floor(growth.base * growth.factor ** ((day - from) / growth.everyDays));
  // Years on, doubling leaves the numbers that are exact: by then it limits nothing.
  return Number.isSafeInteger(limit) ? limit : undefined;
}

function least(limits: readonly (number | undefined)[]): number | undefined {
  const named = limits.filter((limit) => limit !== undefined);
  return named.length === 0 ? undefined : Math.min(...named);
}
