import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change, Incident } from './event.ts';
import { stateOf, untouchedSteps } from './incident.ts';
import { openIncident, record } from './record.ts';
import type { ChecklistPlan, StepState } from './step-state.ts';
import { checklists } from './testing/drafts.ts';
import { anyIncident, DAY, done, HOUR, incidentOf, opening, plan, START } from './testing/incidents.ts';

const listOf = (incident: Incident, now = START + HOUR, plans = [plan]) => stateOf(incident, plans, now).lists[0];
const stepOf = (incident: Incident, id: string, now?: number, plans?: ChecklistPlan[]): Partial<StepState> =>
  listOf(incident, now, plans)?.steps.find((step) => step.id === id) ?? {};
const on = (step: string) => ({ list: 'list', step });

describe('a step', () => {
  it('is to do, done, and to do again when it is opened again', () => {
    const ticked = incidentOf([START + HOUR, done('look')]);
    expect(stepOf(incidentOf(), 'look')).toMatchObject({ state: 'todo', isNew: false, notes: [] });
    expect(stepOf(ticked, 'look')).toMatchObject({ state: 'done', tick: { state: 'done', at: START + HOUR } });
    expect(stepOf(record(ticked, { type: 'reopened', ...on('look') }, { id: 'r', at: START }), 'look').state).toBe(
      'todo',
    );
  });

  it('is skipped with a reason', () => {
    const skipped = incidentOf([START + HOUR, { type: 'skipped', ...on('look'), reason: 'no button' }]);
    expect(stepOf(skipped, 'look')).toMatchObject({
      state: 'skipped',
      tick: { at: START + HOUR, reason: 'no button' },
    });
  });

  it('keeps its notes when it is opened again, and forgets its answer', () => {
    const note: Change = { type: 'noted', text: 'red notice', ...on('look') };
    const again = incidentOf(
      note,
      done('look', 'yes'),
      { type: 'overridden', ...on('look'), reason: 'x' },
      { type: 'reopened', ...on('look') },
    );
    expect(stepOf(again, 'look')).toEqual({
      id: 'look',
      state: 'todo',
      isNew: false,
      notes: [{ id: 'e1', at: START + 60_000, text: 'red notice' }],
    });
  });

  it('may have been done earlier than it was ticked', () => {
    const early = incidentOf({ type: 'done', ...on('ask'), happened: START - 5 * HOUR });
    expect(stepOf(early, 'ask').tick?.at).toBe(START - 5 * HOUR);
    expect(stepOf(early, 'answer').wait).toEqual({ for: 'time', opensAt: START + 19 * HOUR });
    const dated = incidentOf(done('ask'), { type: 'step-dated', ...on('ask'), happened: START - DAY });
    expect(stepOf(dated, 'answer').state).toBe('todo');
    expect(stepOf(incidentOf({ type: 'step-dated', ...on('ask'), happened: START }), 'ask').state).toBe('todo');
  });

  it('stays done though its list, its branch or its vendor no longer holds', () => {
    const incident = incidentOf(done('vendor-queue'), done('go-on'), { type: 'vendor-off', vendor: 'olchat' });
    expect(stepOf(incident, 'vendor-queue').state).toBe('done');
    expect(stepOf(incident, 'go-on').state).toBe('done');
  });
});

describe('a wait', () => {
  it('is computed from when the step before was done', () => {
    const asked = incidentOf([START, done('ask')]);
    expect(stepOf(incidentOf(), 'answer')).toMatchObject({ state: 'waiting', wait: { for: 'step', step: 'ask' } });
    expect(stepOf(asked, 'answer', START + DAY - 1)).toMatchObject({
      state: 'waiting',
      wait: { for: 'time', opensAt: START + DAY },
    });
    expect(stepOf(asked, 'answer', START + DAY).state).toBe('todo');
    expect(stepOf(asked, 'answer', START + DAY)).not.toHaveProperty('wait');
  });

  it('begins as well when the step before was skipped', () => {
    const skipped = incidentOf([START, { type: 'skipped', ...on('ask'), reason: 'x' }]);
    expect(stepOf(skipped, 'answer').wait).toEqual({ for: 'time', opensAt: START + DAY });
  });

  it('begins with the ban or the unblocking, once it is known when that was', () => {
    expect(stepOf(incidentOf(), 'countdown').wait).toEqual({ for: 'step', step: 'ban' });
    const banned = openIncident(
      'one',
      { ...opening, banned: START - DAY + HOUR, unblocked: START },
      { id: 'a', at: START },
    );
    expect(stepOf(banned, 'countdown', START).wait).toEqual({ for: 'time', opensAt: START + HOUR });
    expect(stepOf(banned, 'countdown', START + HOUR).state).toBe('todo');
    expect(stepOf(banned, 'calm', START).wait).toEqual({ for: 'time', opensAt: START + HOUR / 2 });
    const dated = incidentOf(
      { type: 'dated', what: 'unblock', happened: START },
      { type: 'dated', what: 'ban', happened: START - DAY },
    );
    expect(stepOf(dated, 'calm', START + 1).wait).toEqual({ for: 'time', opensAt: START + HOUR / 2 });
    expect(stepOf(dated, 'countdown', START).state).toBe('todo');
  });

  it('for something only a person can see ends when somebody says so', () => {
    const waiting = incidentOf(done('answer', 'no'));
    expect(stepOf(waiting, 'ask-again')).toMatchObject({ state: 'waiting', wait: { for: 'condition' } });
    const met = record(waiting, { type: 'wait-met', ...on('ask-again') }, { id: 'm', at: START });
    expect(stepOf(met, 'ask-again').state).toBe('todo');
  });

  it('can be overridden with a reason', () => {
    const reason = 'WhatsApp has answered already';
    const incident = incidentOf([START, done('ask')], [START + HOUR, { type: 'overridden', ...on('answer'), reason }]);
    expect(stepOf(incident, 'answer')).toMatchObject({ state: 'todo', override: { reason, at: START + HOUR } });
  });

  it('for a step that does not apply, or that the list does not have, never holds anything up', () => {
    const steps = [
      { id: 'a', vendor: 'olchat' },
      { id: 'b', wait: { after: 'a', hours: 1 } },
      { id: 'c', wait: { after: 'no-such-step', hours: 1 } },
    ];
    const incident = incidentOf({ type: 'vendor-off', vendor: 'olchat' });
    expect(stepOf(incident, 'b', START, [{ ...plan, steps }]).state).toBe('todo');
    expect(stepOf(incident, 'c', START, [{ ...plan, steps }]).state).toBe('todo');
    expect(stepOf(incidentOf(), 'b', START, [{ ...plan, steps }]).wait).toEqual({ for: 'step', step: 'a' });
  });

  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('does not change with the time zone', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const states = ['America/Sao_Paulo', 'Asia/Vladivostok', 'Pacific/Kiritimati'].map((name) => {
          process.env['TZ'] = name;
          return stateOf(incident, [plan], START);
        });
        expect(states[1]).toEqual(states[0]);
        expect(states[2]).toEqual(states[0]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a branch', () => {
  const states = (incident: Incident) => ['go-on', 'ask-again', 'after-again'].map((id) => stepOf(incident, id));

  it('does not apply before the question is answered', () => {
    for (const step of states(incidentOf())) {
      expect(step).toMatchObject({ state: 'not-applicable', because: 'not-answered' });
    }
  });

  it('is opened and closed by the answer, whether ticked with it or chosen first', () => {
    for (const answer of [done('answer', 'yes'), { type: 'chosen', ...on('answer'), choice: 'yes' } as const]) {
      expect(states(incidentOf(answer))).toMatchObject([
        { state: 'todo' },
        { state: 'not-applicable', because: 'other-choice' },
        { state: 'not-applicable', because: 'other-choice' },
      ]);
    }
    expect(states(incidentOf(done('answer', 'no'))).map(({ state }) => state)).toEqual([
      'not-applicable',
      'waiting',
      'not-applicable',
    ]);
  });

  it('changes with a changed answer; an answer no longer known closes it', () => {
    const changed = incidentOf(done('answer', 'yes'), { type: 'chosen', ...on('answer'), choice: 'silent' });
    expect(stepOf(changed, 'go-on').because).toBe('other-choice');
    expect(stepOf(changed, 'answer').choice).toBe('silent');
    expect(stepOf(incidentOf(done('answer', 'removed-choice')), 'go-on').because).toBe('other-choice');
  });

  it('keeps the answer when the step is ticked after choosing', () => {
    const incident = incidentOf({ type: 'chosen', ...on('answer'), choice: 'yes' }, done('answer'));
    expect(stepOf(incident, 'answer')).toMatchObject({ state: 'done', choice: 'yes' });
  });

  it('of a vendor that was switched off is closed, and open once it is switched on', () => {
    const off = incidentOf({ type: 'vendor-off', vendor: 'olchat' });
    expect(stepOf(off, 'vendor-queue')).toMatchObject({ state: 'not-applicable', because: 'vendor-off' });
    expect(stateOf(off, [plan], START).vendorsOff).toEqual(new Set(['olchat']));
    expect(
      stepOf(record(off, { type: 'vendor-on', vendor: 'olchat' }, { id: 'v', at: START }), 'vendor-queue').state,
    ).toBe('todo');
    expect(stepOf(incidentOf({ type: 'vendor-off', vendor: 'whapi' }), 'vendor-queue').state).toBe('todo');
  });
});

describe('an incident', () => {
  it('says what was told at its opening and since', () => {
    const banned = openIncident('one', { ...opening, banned: 1, unblocked: 2, rules: 'v7' }, { id: 'a', at: START });
    expect(stateOf(banned, [plan], START)).toMatchObject({
      id: 'one',
      label: 'Sales',
      kind: 'permanent',
      opened: START,
      changed: START,
      banned: 1,
      unblocked: 2,
      rules: 'v7',
      current: 'list',
    });
    const renamed = incidentOf({ type: 'renamed', label: 'Support' }, { type: 'kind-set', kind: 'temporary' });
    expect(stateOf(renamed, [plan], START)).toMatchObject({
      label: 'Support',
      kind: 'temporary',
      changed: START + 120_000,
      undo: 'e2',
    });
  });

  it('is opened once, even if a file says twice', () => {
    expect(stateOf(incidentOf({ ...opening, label: 'Other', list: 'other' }), [plan], START)).toMatchObject({
      label: 'Sales',
      current: 'list',
    });
  });

  it('keeps notes of its own, one after the other, each of which can be taken back', () => {
    const incident = incidentOf(
      { type: 'noted', text: 'first' },
      { type: 'noted', text: 'second' },
      { type: 'undone', event: 'e1' },
    );
    expect(stateOf(incident, [plan], START).notes).toEqual([{ id: 'e2', at: START + 120_000, text: 'second' }]);
    expect(stateOf(incidentOf({ type: 'noted', text: 'x', list: 'list' }), [plan], START).notes).toHaveLength(1);
  });

  it('goes on with another list and keeps the ticks of the first', () => {
    const taken: Change = { type: 'list-taken', list: 'second', version: 3, steps: ['look'] };
    const second = { id: 'second', version: 3, steps: [{ id: 'look' }] };
    const state = stateOf(incidentOf(done('look'), taken), [plan, second], START);
    expect(state.current).toBe('second');
    expect(state.lists.map(({ id, settled, total }) => [id, settled, total])).toEqual([
      ['list', 1, 9],
      ['second', 0, 1],
    ]);
    const back: Change = { type: 'list-taken', list: 'list', version: 1, steps: [] };
    expect(stateOf(incidentOf(taken, back), [plan, second], START).current).toBe('list');
  });

  it('counts what is settled of what applies', () => {
    const incident = incidentOf(
      done('look'),
      { type: 'skipped', ...on('ask'), reason: 'x' },
      { type: 'vendor-off', vendor: 'olchat' },
      done('answer', 'yes'),
    );
    expect(listOf(incident)).toMatchObject({ settled: 3, total: 6 });
  });

  it('remembers what was told for the report, the last word last', () => {
    const incident = incidentOf(
      { type: 'told', about: 'cause', text: 'links' },
      { type: 'told', about: 'cause', text: 'bulk send' },
      { type: 'told', about: 'what-changes', text: 'slower' },
    );
    expect(Object.fromEntries(stateOf(incident, [plan], START).report)).toEqual({
      cause: { text: 'bulk send', at: START + 120_000 },
      'what-changes': { text: 'slower', at: START + 180_000 },
    });
  });

  it('is closed with an outcome and can be resumed', () => {
    const closed = incidentOf([START + HOUR, { type: 'closed', outcome: 'recovered' }]);
    expect(stateOf(closed, [plan], START).closed).toEqual({ outcome: 'recovered', at: START + HOUR });
    expect(stateOf(record(closed, { type: 'resumed' }, { id: 'r', at: START }), [plan], START)).not.toHaveProperty(
      'closed',
    );
  });
});

describe('a checklist that has changed since', () => {
  const newer: ChecklistPlan = { id: 'list', version: 2, steps: [{ id: 'fresh' }, { id: 'ask' }] };

  it('keeps done steps done, marks new ones, and keeps what is no longer in it', () => {
    const incident = incidentOf(done('look'), done('ask'), { type: 'noted', text: 'n', ...on('calm') });
    const list = listOf(incident, START, [newer]);
    expect(list).toMatchObject({ version: 1, newVersion: 2 });
    expect(list?.steps.map(({ id, state, isNew }) => [id, state, isNew])).toEqual([
      ['fresh', 'todo', true],
      ['ask', 'done', false],
    ]);
    expect(list?.gone.map(({ id, state, notes }) => [id, state, notes.length])).toEqual([
      ['look', 'done', 0],
      ['calm', 'todo', 1],
    ]);
  });

  it('is no longer marked once somebody has seen it, and stays the list it was', () => {
    const seen: Change = { type: 'list-seen', list: 'list', version: 2, steps: ['fresh', 'ask'] };
    const state = stateOf(incidentOf({ type: 'list-taken', list: 'b', version: 1, steps: [] }, seen), [newer], START);
    expect(state.current).toBe('b');
    expect(state.lists[0]?.steps.map(({ isNew }) => isNew)).toEqual([false, false]);
    expect(state.lists[0]).not.toHaveProperty('newVersion');
  });

  it('marks nothing in a list that was worked on without being taken', () => {
    const incident = incidentOf({ type: 'done', list: 'side', step: 'a' });
    const side = { id: 'side', version: 4, steps: [{ id: 'a' }, { id: 'b' }] };
    const list = stateOf(incident, [plan, side], START).lists[1];
    expect(list).toMatchObject({ id: 'side', version: 0, steps: [{ state: 'done', isNew: false }, { isNew: false }] });
    expect(list).not.toHaveProperty('newVersion');
  });

  it('or that is gone altogether leaves all ticks in the history', () => {
    const list = listOf(incidentOf(done('look'), done('ask')), START, []);
    expect(list).toMatchObject({ id: 'list', steps: [], total: 0, settled: 0 });
    expect(list?.gone.map(({ id }) => id)).toEqual(['look', 'ask']);
    expect(list).not.toHaveProperty('newVersion');
  });

  it('loses no tick and no note, whatever the data become', () => {
    const plans = fc.subarray([...plan.steps]).map((steps) => ({ ...plan, version: 2, steps }));
    const told = (incident: Incident, one: ChecklistPlan) =>
      stateOf(incident, [one], START)
        .lists.flatMap(({ id, steps, gone }) => [...steps, ...gone].map((step) => ({ list: id, ...step })))
        .filter(({ tick, notes }) => tick || notes.length > 0)
        .map(({ list, id, tick, notes }) => JSON.stringify([list, id, tick, notes]))
        .sort();
    fc.assert(
      fc.property(anyIncident, plans, (incident, changed) => {
        expect(told(incident, changed)).toEqual(told(incident, plan));
      }),
    );
  });
});

describe('the real checklists', () => {
  it('can be read before anything is entered', () => {
    for (const checklist of checklists) {
      const states = untouchedSteps(checklist);
      expect(states.map(({ id }) => id)).toEqual(checklist.steps.map(({ id }) => id));
      expect(states[0]?.state).toBe('todo');
    }
  });

  it('of a first ban wait 24 hours after the appeal and then lead to the next list', () => {
    const firstBan = checklists.find(({ id }) => id === 'first-ban');
    const start: Change = { type: 'list-taken', list: 'first-ban', version: 1, steps: [] };
    const tick = (step: string, choice?: string): Change => ({
      type: 'done',
      list: 'first-ban',
      step,
      ...(choice && { choice }),
    });
    const stateAt = (incident: Incident, now: number) =>
      Object.fromEntries(
        stateOf(incident, firstBan ? [firstBan] : [], now).lists[1]?.steps.map(({ id, state }) => [id, state]) ?? [],
      );
    const asked = incidentOf(start, tick('read-screen', 'no-countdown'), [START + HOUR, tick('appeal-in-app')]);
    expect(stateAt(asked, START + HOUR)).toMatchObject({
      'wait-for-answer': 'waiting',
      'countdown-go-on': 'not-applicable',
    });
    expect(stateAt(asked, START + HOUR + DAY)).toMatchObject({
      'wait-for-answer': 'todo',
      'unblocked-go-on': 'not-applicable',
    });
    const answered = record(asked, tick('wait-for-answer', 'no-answer'), { id: 'x', at: START + HOUR + DAY });
    expect(stateAt(answered, START + HOUR + DAY)).toMatchObject({
      'unblocked-go-on': 'not-applicable',
      'follow-up': 'waiting',
      'decide-outcome': 'waiting',
    });
  });
});
