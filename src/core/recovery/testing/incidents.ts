import fc from 'fast-check';
import type { Change, Incident } from '../event.ts';
import type { Opening } from '../record.ts';
import { openIncident, record } from '../record.ts';
import type { ChecklistPlan } from '../step-state.ts';

/** A small list that has everything a list can have, and ways to make incidents; only for tests. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const START = Date.UTC(2026, 10, 20, 9);

export const plan: ChecklistPlan = {
  id: 'list',
  version: 1,
  steps: [
    { id: 'look' },
    { id: 'ask' },
    { id: 'vendor-queue', vendor: 'olchat' },
    { id: 'answer', wait: { after: 'ask', hours: 24 } },
    { id: 'go-on', when: { step: 'answer', choice: ['yes'] } },
    { id: 'ask-again', when: { step: 'answer', choice: ['no', 'silent'] }, wait: { after: 'answer', until: 'news' } },
    { id: 'after-again', when: { step: 'ask-again', choice: ['yes'] } },
    { id: 'countdown', wait: { after: 'ban', hours: 24, until: 'the countdown is over' } },
    { id: 'calm', wait: { after: 'unblock', hours: 0.5 } },
  ],
};

export const opening: Opening = {
  type: 'opened',
  label: 'Sales',
  kind: 'permanent',
  list: 'list',
  version: 1,
  steps: plan.steps.map(({ id }) => id),
};

/** Changes one after the other, a minute apart unless a time is given; entries are e0 (the opening), e1, e2, … */
export function incidentOf(...changes: (Change | [at: number, change: Change])[]): Incident {
  let at = START;
  let incident = openIncident('one', opening, { id: 'e0', at });
  for (const [index, item] of changes.entries()) {
    const [time, change] = Array.isArray(item) ? item : [at + 60_000, item];
    at = time;
    incident = record(incident, change, { id: `e${index + 1}`, at });
  }
  return incident;
}

export const done = (step: string, choice?: string): Change => ({
  type: 'done',
  list: 'list',
  step,
  ...(choice !== undefined && { choice }),
});

const step = fc.constantFrom(...plan.steps.map(({ id }) => id), 'gone-step');
const list = fc.constantFrom('list', 'other-list');
const where = fc.record({ list, step });
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((typed) => typed.toWellFormed());
const choice = fc.constantFrom('yes', 'no', 'silent');
const moment = fc.integer({ min: START - 30 * DAY, max: START + 30 * DAY });
const name = fc.constantFrom('olchat', 'whapi', 'first-ban');
const eventId = fc.nat(30).map((number) => `e${number}`);
const taken = fc.record({ list, version: fc.integer({ min: 1, max: 9 }), steps: fc.array(step, { maxLength: 4 }) });

const of = <Type extends Change['type']>(type: Type, fields: fc.Arbitrary<object>): fc.Arbitrary<Change> =>
  fields.map((values) => ({ type, ...values }) as Change);

const both = <A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>) =>
  fc.tuple(a, b).map(([one, other]) => ({ ...one, ...other }));

/** Any change that the site can enter. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  of('done', both(where, fc.record({ choice, happened: moment }, { requiredKeys: [] }))),
  of('done', where),
  of('skipped', both(where, fc.record({ reason: text }))),
  of('reopened', where),
  of('overridden', both(where, fc.record({ reason: text }))),
  of('wait-met', where),
  of('chosen', both(where, fc.record({ choice }))),
  of('noted', both(fc.record({ text }), fc.option(where, { nil: {} }))),
  of('dated', fc.record({ what: fc.constantFrom('ban', 'unblock'), happened: moment })),
  of('step-dated', both(where, fc.record({ happened: moment }))),
  of('renamed', fc.record({ label: text })),
  of('kind-set', fc.record({ kind: name })),
  of('list-taken', taken),
  of('list-seen', taken),
  of('vendor-off', fc.record({ vendor: name })),
  of('vendor-on', fc.record({ vendor: name })),
  of('told', fc.record({ about: fc.constantFrom('what-happened', 'cause', 'what-changes'), text })),
  of('appealed', fc.record({ via: name, language: fc.constantFrom('en', 'ru'), statements: fc.array(name) })),
  of('appeal-answered', fc.record({ appeal: eventId, answer: fc.constantFrom('refused', 'unblocked', 'no-answer') })),
  of('closed', fc.record({ outcome: fc.constantFrom('recovered', 'lost', 'other') })),
  of('resumed', fc.constant({})),
  of('clock-confirmed', fc.constant({})),
  of('undone', fc.record({ event: eventId })),
);

/** A change with what the clock said, which may be wrong by days. */
export const anyEntry = fc.tuple(moment, anyChange);

export const anyIncident = fc.array(anyEntry, { maxLength: 30 }).map((entries) => incidentOf(...entries));
