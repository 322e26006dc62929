import type { AppealAnswer, Changes, ChangeType, EventOf, KnownEvent, Moment } from './event.ts';
import type { HistoryEntry } from './history.ts';

/** What the entries of an incident say, taken together; nothing here depends on the checklists or on the time. */
export interface Told {
  label: string;
  kind: string;
  opened: Moment;
  banned?: Moment;
  unblocked?: Moment;
  rules?: string;
  /** The list being worked on. */
  current: string;
  lists: Map<string, ToldList>;
  vendorsOff: Set<string>;
  /** Notes on the incident as a whole. */
  notes: Note[];
  report: Map<Changes['told']['about'], { text: string; at: Moment }>;
  appeals: Map<string, Appeal>;
  closed?: { outcome: Changes['closed']['outcome']; at: Moment };
}

export interface ToldList {
  version: number;
  /** Steps somebody has seen; empty for a list that was never taken. */
  seen: Set<string>;
  steps: Map<string, ToldStep>;
}

export interface ToldStep {
  tick?: { state: 'done' | 'skipped'; at: Moment; reason?: string };
  choice?: string;
  override?: { reason: string; at: Moment };
  isWaitMet?: boolean;
  notes: Note[];
}

export interface Note {
  /** The id of its entry, by which it can be taken back. */
  id: string;
  at: Moment;
  text: string;
}

export interface Appeal {
  id: string;
  at: Moment;
  via: string;
  language: string;
  statements: readonly string[];
  answer?: { state: AppealAnswer; at: Moment };
}

export function tellAll(history: readonly HistoryEntry[]): Told {
  const told: Told = {
    label: '',
    kind: 'unclear',
    opened: history[0]?.at ?? 0,
    current: '',
    lists: new Map(),
    vendorsOff: new Set(),
    notes: [],
    report: new Map(),
    appeals: new Map(),
  };
  for (const { event, at, isUndone } of history) {
    if (!isUndone && event.type !== 'foreign') tell(told, event, at);
  }
  return told;
}

function tell(told: Told, event: KnownEvent, at: Moment): void {
  const teller = TELLERS[event.type] as (told: Told, event: KnownEvent, at: Moment) => void;
  teller(told, event, at);
}

const TELLERS: { [Type in ChangeType]: (told: Told, event: EventOf<Type>, at: Moment) => void } = {
  opened: (told, { label, kind, banned, unblocked, rules, list, version, steps }) => {
    if (told.current !== '') return;
    told.label = label;
    told.kind = kind;
    if (banned !== undefined) told.banned = banned;
    if (unblocked !== undefined) told.unblocked = unblocked;
    if (rules !== undefined) told.rules = rules;
    takeList(told, list, version, steps);
  },
  renamed: (told, { label }) => {
    told.label = label;
  },
  'kind-set': (told, { kind }) => {
    told.kind = kind;
  },
  'list-taken': (told, { list, version, steps }) => takeList(told, list, version, steps),
  'list-seen': (told, { list, version, steps }) => seeList(told, list, version, steps),
  done: (told, { list, step, choice, happened }, at) => {
    const one = stepOf(told, list, step);
    one.tick = { state: 'done', at: happened ?? at };
    if (choice !== undefined) one.choice = choice;
  },
  skipped: (told, { list, step, reason }, at) => {
    stepOf(told, list, step).tick = { state: 'skipped', at, reason };
  },
  reopened: (told, { list, step }) => {
    const { notes } = stepOf(told, list, step);
    listOf(told, list).steps.set(step, { notes });
  },
  overridden: (told, { list, step, reason }, at) => {
    stepOf(told, list, step).override = { reason, at };
  },
  'wait-met': (told, { list, step }) => {
    stepOf(told, list, step).isWaitMet = true;
  },
  chosen: (told, { list, step, choice }) => {
    stepOf(told, list, step).choice = choice;
  },
  noted: (told, { id, text, list, step }, at) => {
    const isOfStep = list !== undefined && step !== undefined;
    const notes = isOfStep ? stepOf(told, list, step).notes : told.notes;
    notes.push({ id, at, text });
  },
  dated: (told, { what, happened }) => {
    told[what === 'ban' ? 'banned' : 'unblocked'] = happened;
  },
  'step-dated': (told, { list, step, happened }) => {
    const { tick } = stepOf(told, list, step);
    if (tick) tick.at = happened;
  },
  'vendor-off': (told, { vendor }) => {
    told.vendorsOff.add(vendor);
  },
  'vendor-on': (told, { vendor }) => {
    told.vendorsOff.delete(vendor);
  },
  told: (told, { about, text }, at) => {
    told.report.set(about, { text, at });
  },
  appealed: (told, { id, via, language, statements }, at) => {
    told.appeals.set(id, { id, at, via, language, statements });
  },
  'appeal-answered': (told, { appeal, answer }, at) => {
    const one = told.appeals.get(appeal);
    if (one) one.answer = { state: answer, at };
  },
  closed: (told, { outcome }, at) => {
    told.closed = { outcome, at };
  },
  resumed: (told) => {
    delete told.closed;
  },
  'clock-confirmed': () => {},
  undone: () => {},
};

function takeList(told: Told, list: string, version: number, steps: readonly string[]): void {
  seeList(told, list, version, steps);
  told.current = list;
}

function seeList(told: Told, id: string, version: number, steps: readonly string[]): void {
  const list = listOf(told, id);
  list.version = version;
  for (const step of steps) list.seen.add(step);
}

/** A list nobody took may still have been worked on, for instance where taking it was undone. */
function listOf(told: Told, id: string): ToldList {
  const list = told.lists.get(id) ?? { version: 0, seen: new Set(), steps: new Map() };
  told.lists.set(id, list);
  return list;
}

function stepOf(told: Told, list: string, id: string): ToldStep {
  const { steps } = listOf(told, list);
  const step = steps.get(id) ?? { notes: [] };
  steps.set(id, step);
  return step;
}
