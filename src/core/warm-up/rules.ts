import type { Band, Schedule } from '../../knowledge/schema.ts';

type FullPhase = Schedule['phases'][number];
type Task = FullPhase['tasks'][number];
type Milestone = Schedule['milestones'][number];

/** A phase without its texts: what the browser needs to compute, no more. */
export type Phase = Pick<
  FullPhase,
  'id' | 'from' | 'to' | 'connect' | 'messages' | 'growth' | 'recipients' | 'channel' | 'groups'
> & {
  /** Days are days of the plan; without them a task is there on every day of its phase. */
  tasks: readonly Pick<Task, 'id' | 'from' | 'to'>[];
};

/** A whole `Schedule` fits too. */
export interface WarmUpSchedule {
  id: string;
  source: string;
  phases: readonly Phase[];
  milestones: readonly Pick<Milestone, 'id' | 'day' | 'to'>[];
}

export type Channel = NonNullable<Phase['channel']>;
export type Connect = NonNullable<Phase['connect']>;

export interface WarmUpRules {
  schedules: readonly WarmUpSchedule[];
  /** Before this day of the plan nobody sends, whichever sources are followed. */
  firstMessageDay: number;
  /** Outgoing messages an hour, of each source that names a pace. */
  pace: readonly { source: string; perHour: number }[];
}

export interface AdaptRules extends WarmUpRules {
  /** The bands of the reply ratio. */
  replyBands: readonly Band[];
  /** After so many days without sending the number counts as new again. */
  idleDays: number;
}
