import type { Day } from '../calendar/day.ts';
import { type Limit, messageLimit, phasesOn, recipientLimit, strictest } from './limits.ts';
import type { Channel, Connect, Phase, WarmUpRules, WarmUpSchedule } from './rules.ts';

export interface WarmUpInput {
  /** Day 0: the account was registered, or the plan started again. */
  start: Day;
  sources: readonly string[];
  connect: Connect;
  /** Messages a day that the number must carry in the end. */
  target?: number;
}

/** What one followed source says of a day. */
export interface SourceDay {
  source: string;
  phases: readonly string[];
  messages?: number;
  recipients?: number;
  tasks: readonly string[];
}

export interface WarmUpDay {
  day: number;
  date: Day;
  messages: Limit;
  /** People written to for the first time. */
  recipients: Limit;
  /** Outgoing messages in any 60 minutes. */
  hourly: Limit;
  channel: Channel;
  groups: 'yes' | 'no';
  lines: readonly SourceDay[];
  /** What the followed sources put different numbers on. */
  disputed: readonly ('messages' | 'recipients')[];
}

/** Stands among the sources where the target, not a source, keeps a day down. */
const BY_TARGET = 'target';

/** The strictest channel first. */
const CHANNELS: readonly Channel[] = ['phone', 'phone-web', 'service'];

export function warmUpDay(rules: WarmUpRules, input: WarmUpInput, day: number): WarmUpDay {
  const planned = dayOfSources(rules, input, day);
  const messages = day < rules.firstMessageDay ? planned.messages : cappedAt(input.target, planned.messages);
  return messages === planned.messages ? planned : { ...planned, messages };
}

type FollowedInput = Omit<WarmUpInput, 'target'>;

/** The target changes with every letter that is typed, the sources seldom: what they say of a day is found once. */
function dayOfSources(rules: WarmUpRules, input: FollowedInput, day: number): WarmUpDay {
  const key = `${input.start} ${input.connect} ${input.sources.join(' ')}`;
  let last = lastFound.get(rules);
  if (last?.key !== key) {
    last = { key, days: new Map() };
    lastFound.set(rules, last);
  }
  const found = last.days.get(day) ?? findDay(rules, input, day);
  last.days.set(day, found);
  return found;
}

const lastFound = new WeakMap<WarmUpRules, { key: string; days: Map<number, WarmUpDay> }>();

function findDay(rules: WarmUpRules, input: FollowedInput, day: number): WarmUpDay {
  const followed = rules.schedules.filter(({ source }) => input.sources.includes(source));
  const today = followed.map((schedule) => ({ schedule, phases: phasesOn(schedule, day, input.connect) }));
  const isBeforeFirst = day < rules.firstMessageDay;
  const lines = today.map(({ schedule, phases }) => sourceDay(schedule, phases, day, isBeforeFirst));
  const noGroups = isBeforeFirst || today.some(({ phases }) => phases.some(({ groups }) => groups === 'no'));
  return {
    day,
    date: input.start + day,
    messages: isBeforeFirst ? nothing(lines) : strictestOf(lines, 'messages'),
    recipients: isBeforeFirst ? nothing(lines) : strictestOf(lines, 'recipients'),
    hourly: strictest(
      rules.pace.filter(({ source }) => input.sources.includes(source)).map((p) => ({ ...p, most: p.perHour })),
    ),
    channel: isBeforeFirst ? 'phone' : channelOn(rules, input.connect, today, day),
    groups: noGroups ? 'no' : 'yes',
    lines,
    disputed: (['messages', 'recipients'] as const).filter((metric) => areDifferent(lines, metric)),
  };
}

function sourceDay({ source }: WarmUpSchedule, phases: readonly Phase[], day: number, isBeforeFirst: boolean) {
  const messages = isBeforeFirst ? 0 : messageLimit(phases, day);
  const recipients = isBeforeFirst ? 0 : recipientLimit(phases, day);
  return {
    source,
    phases: phases.map(({ id }) => id),
    ...(messages !== undefined && { messages }),
    ...(recipients !== undefined && { recipients }),
    tasks: phases.flatMap((phase) => tasksOn(phase, day)),
  };
}

function tasksOn({ tasks }: Phase, day: number): string[] {
  return tasks.filter(({ from = day, to = day }) => from <= day && day <= to).map(({ id }) => id);
}

function nothing(lines: readonly SourceDay[]): Limit {
  return { most: 0, by: lines.map(({ source }) => source) };
}

function strictestOf(lines: readonly SourceDay[], metric: 'messages' | 'recipients'): Limit {
  return strictest(lines.map((line) => ({ source: line.source, most: line[metric] })));
}

function cappedAt(target: number | undefined, limit: Limit): Limit {
  if (target === undefined || (limit.most !== undefined && limit.most <= target)) return limit;
  return { most: target, by: [BY_TARGET] };
}

/** A number that stays on the phone opens the web no sooner than any source says, followed or not. */
function channelOn(
  { schedules }: WarmUpRules,
  connect: Connect,
  followed: readonly { phases: readonly Phase[] }[],
  day: number,
): Channel {
  const isOnPhone = connect === 'phone';
  const heeded = isOnPhone ? schedules.map((schedule) => ({ phases: phasesOn(schedule, day, connect) })) : followed;
  const named = heeded.flatMap(({ phases }) => phases.map(({ channel }) => channel));
  const widest: Channel = isOnPhone ? 'phone-web' : 'service';
  return CHANNELS.find((channel) => channel === widest || named.includes(channel)) ?? widest;
}

function areDifferent(lines: readonly SourceDay[], metric: 'messages' | 'recipients'): boolean {
  const [first, ...others] = lines.map((line) => line[metric]).filter((limit) => limit !== undefined);
  return others.some((limit) => limit !== first);
}
