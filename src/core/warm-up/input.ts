import { type Day, formatDay } from '../calendar/day.ts';
import { type DayFault, readDay } from '../calendar/read-day.ts';
import { readSources, type SourceFault, writeSources } from '../source-choice.ts';
import { type NumberFault, readWholeNumber } from '../whole-number.ts';
import type { WarmUpInput } from './day.ts';
import { type BadLogLine, type LoggedDay, readWarmUpLog } from './log.ts';
import type { Connect } from './rules.ts';

const WARM_UP_KEYS = ['start', 'sources', 'connect', 'target', 'log', 'moved', 'moved-on'] as const;
export type WarmUpKey = (typeof WARM_UP_KEYS)[number];

/** Texts as typed or as in the address; a key that is not there has its default. */
export type WarmUpRaw = Partial<Record<WarmUpKey, string>>;

export interface WarmUpValues {
  start?: Day;
  sources?: readonly string[];
  connect: Connect;
  target?: number;
  log: readonly LoggedDay[];
  moved: boolean;
  movedOn?: Day;
}

export interface WarmUpFaults {
  start?: DayFault;
  sources?: SourceFault;
  connect?: { reason: 'unknown-way'; typed: string };
  target?: NumberFault;
  log?: { reason: 'bad-lines'; lines: readonly BadLogLine[] };
  moved?: { reason: 'unknown-answer'; typed: string };
  'moved-on'?: DayFault;
}

export const TARGET_RANGE = { min: 1, max: 100_000 };

export const DEFAULT_CONNECT: Connect = 'service';

export function readWarmUp(
  raw: WarmUpRaw,
  { sources: known, today }: { sources: readonly string[]; today: Day },
): { values: WarmUpValues; faults: WarmUpFaults } {
  const start = raw.start === undefined ? { state: 'good' as const, value: today } : readDay(raw.start);
  const sources = readSources(raw.sources, known);
  const connect = readConnect(raw.connect ?? '');
  const target = readWholeNumber(raw.target ?? '', TARGET_RANGE);
  const log = readWarmUpLog(raw.log ?? '');
  const moved = readMoved(raw.moved ?? '');
  // Without the tick the date is not asked for, so what stands there is neither used nor wrong.
  const movedOn = moved.value ? readDay(raw['moved-on'] ?? '') : { state: 'empty' as const };
  return {
    values: {
      ...(start.state === 'good' && { start: start.value }),
      ...(sources.value && { sources: sources.value }),
      connect: connect.value,
      ...(target.state === 'good' && { target: target.value }),
      log: log.days,
      moved: moved.value,
      ...(movedOn.state === 'good' && { movedOn: movedOn.value }),
    },
    faults: {
      ...(start.state === 'bad' && { start: start.fault }),
      ...(sources.state === 'bad' && { sources: sources.fault }),
      ...(connect.fault && { connect: connect.fault }),
      ...(target.state === 'bad' && { target: target.fault }),
      ...(log.badLines.length > 0 && { log: { reason: 'bad-lines', lines: log.badLines } }),
      ...(moved.fault && { moved: moved.fault }),
      ...(movedOn.state === 'bad' && { 'moved-on': movedOn.fault }),
    },
  };
}

/** What the plan is made of, once the fields it needs are good: a move sets day 0 to its own date. */
export function warmUpInput({ start, sources, connect, target, movedOn }: WarmUpValues): WarmUpInput | undefined {
  const dayZero = movedOn ?? start;
  if (dayZero === undefined || sources === undefined) return undefined;
  return { start: dayZero, sources, connect, ...(target !== undefined && { target }) };
}

/** What the address says; the log is not in it, because it never leaves the browser. */
export function writeWarmUp(values: WarmUpValues, known: readonly string[]): WarmUpRaw {
  const sources = writeSources(values.sources ?? [], known);
  return {
    // An emptied field is written as empty: without its key it would come back with its default.
    start: values.start === undefined ? '' : formatDay(values.start),
    ...(sources !== undefined && { sources }),
    connect: values.connect,
    ...(values.target !== undefined && { target: String(values.target) }),
    ...(values.moved && { moved: 'on' }),
    ...(values.movedOn !== undefined && { 'moved-on': formatDay(values.movedOn) }),
  };
}

function readConnect(typed: string): { value: Connect; fault?: NonNullable<WarmUpFaults['connect']> } {
  const way = typed.trim();
  if (way === 'phone' || way === 'service') return { value: way };
  if (way === '') return { value: DEFAULT_CONNECT };
  return { value: DEFAULT_CONNECT, fault: { reason: 'unknown-way', typed: way } };
}

function readMoved(typed: string): { value: boolean; fault?: NonNullable<WarmUpFaults['moved']> } {
  const tick = typed.trim();
  if (tick === '') return { value: false };
  return tick === 'on' ? { value: true } : { value: false, fault: { reason: 'unknown-answer', typed: tick } };
}
