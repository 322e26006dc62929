/**
 * An incident is the list of what was done about it, each entry with its time. Nothing is ever taken out of the list:
 * two copies of an incident are brought together by joining their lists.
 */
export interface Incident {
  id: string;
  events: readonly IncidentEvent[];
}

/** Milliseconds since 1970, so that a change of time zone changes nothing. */
export type Moment = number;

interface Stamp {
  id: string;
  /** Later entries have greater numbers, whatever the clock said. */
  order: number;
  /** What the clock of the device said. */
  at: Moment;
}

/** A step of one checklist; the same step id may stand in several lists. */
interface StepName {
  list: string;
  step: string;
}

interface ListTaken {
  list: string;
  version: number;
  /** Ids of the steps the list had, to tell later which are new. */
  steps: readonly string[];
}

/** What can be told of an incident, by the name of its kind. */
export interface Changes {
  opened: ListTaken & {
    label: string;
    kind: string;
    banned?: Moment;
    unblocked?: Moment;
    /** Version of the rules it was opened with. */
    rules?: string;
  };
  renamed: { label: string };
  'kind-set': { kind: string };
  /** Goes on with another list. */
  'list-taken': ListTaken;
  /** The list has changed since it was taken, and somebody has seen what is new. */
  'list-seen': ListTaken;
  done: StepName & { choice?: string; happened?: Moment };
  skipped: StepName & { reason: string };
  reopened: StepName;
  /** The wait is set aside. */
  overridden: StepName & { reason: string };
  /** What the step waits for, where no time is known, has happened. */
  'wait-met': StepName;
  chosen: StepName & { choice: string };
  noted: { text: string; list?: string; step?: string };
  /** When the ban or the unblocking really was. */
  dated: { what: 'ban' | 'unblock'; happened: Moment };
  /** When a step was really done. */
  'step-dated': StepName & { happened: Moment };
  'vendor-off': { vendor: string };
  'vendor-on': { vendor: string };
  /** For the report at the end; the last word on a subject counts. */
  told: { about: 'what-happened' | 'cause' | 'what-changes'; text: string };
  appealed: { via: string; language: string; statements: readonly string[] };
  'appeal-answered': { appeal: string; answer: AppealAnswer };
  closed: { outcome: 'recovered' | 'lost' | 'other' };
  resumed: Record<never, never>;
  /** Somebody says that the clock is right now, so earlier times ahead of it were wrong. */
  'clock-confirmed': Record<never, never>;
  undone: { event: string };
}

export type AppealAnswer = 'unblocked' | 'refused' | 'no-answer';

export type ChangeType = keyof Changes;
export type EventOf<Type extends ChangeType> = Stamp & { type: Type } & Changes[Type];
export type KnownEvent = { [Type in ChangeType]: EventOf<Type> }[ChangeType];

/** Written by a later version of the site: kept as it is, and not understood. */
export interface ForeignEvent extends Stamp {
  type: 'foreign';
  was: string;
  fields: Readonly<Record<string, unknown>>;
}

export type IncidentEvent = KnownEvent | ForeignEvent;

/** A change that has not been entered yet. */
export type Change = { [Type in ChangeType]: { type: Type } & Changes[Type] }[ChangeType];
