import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueList, dueTimes, nextDue } from './due.ts';
import type { Change, Incident } from './event.ts';
import { stateOf } from './incident.ts';
import { anyIncident, DAY, done, HOUR, incidentOf, plan, START } from './testing/incidents.ts';

const at = (incident: Incident, now: number, id = 'one') => stateOf({ ...incident, id }, [plan], now);
const asked = incidentOf([START, done('look')], [START, done('ask')]);
const banned: Change = { type: 'dated', what: 'ban', happened: START - HOUR };

describe('what is due', () => {
  it('is the first step that can be done, then every wait by the time it ends', () => {
    const incident = incidentOf([START, done('look')], [START, done('ask')], [START, banned]);
    expect(dueList([at(incident, START)])).toEqual([
      { incident: 'one', label: 'Sales', list: 'list', step: 'vendor-queue', when: 'now' },
      { incident: 'one', label: 'Sales', list: 'list', step: 'countdown', when: 'later', opensAt: START + 23 * HOUR },
      { incident: 'one', label: 'Sales', list: 'list', step: 'answer', when: 'later', opensAt: START + DAY },
    ]);
  });

  it('names waits without a time last, and says nothing of steps that hang on other steps', () => {
    const incident = incidentOf([START, done('ask')], [START, done('answer', 'no')], [START, banned]);
    expect(dueList([at(incident, START)]).map(({ step, when }) => [step, when])).toEqual([
      ['look', 'now'],
      ['countdown', 'later'],
      ['ask-again', 'open'],
    ]);
  });

  it('is only the wait when there is nothing to do before it ends', () => {
    const busy = incidentOf([START, done('look')], [START, done('ask')], [START, done('vendor-queue')]);
    expect(nextDue(at(busy, START))).toMatchObject({ step: 'answer', when: 'later' });
    expect(nextDue(at(busy, START + DAY))).toMatchObject({ step: 'answer', when: 'now' });
  });

  it('over several incidents is in one order, and leaves closed ones out', () => {
    const closed = incidentOf({ type: 'closed', outcome: 'lost' });
    const dues = dueList([at(asked, START, 'a'), at(closed, START, 'b'), at(incidentOf(), START, 'c')]);
    expect(dues.map(({ incident, step }) => [incident, step])).toEqual([
      ['a', 'vendor-queue'],
      ['c', 'look'],
      ['a', 'answer'],
    ]);
    expect(nextDue(at(closed, START))).toBeUndefined();
  });

  it('comes from the list being worked on; waits also from the others', () => {
    const second = { id: 'second', version: 1, steps: [{ id: 'only' }] };
    const moved = incidentOf([START, done('ask')], { type: 'list-taken', list: 'second', version: 1, steps: ['only'] });
    expect(dueList([stateOf(moved, [plan, second], START)]).map(({ list, step }) => [list, step])).toEqual([
      ['second', 'only'],
      ['list', 'answer'],
    ]);
  });
});

describe('the times for a calendar', () => {
  it('are those at which waits end', () => {
    expect(dueTimes([at(asked, START)])).toEqual([
      { uid: 'one-list-answer', at: START + DAY, label: 'Sales', list: 'list', step: 'answer' },
    ]);
    expect(dueTimes([at(asked, START + DAY)])).toEqual([]);
  });

  it('lie ahead, each once', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const times = dueTimes([at(incident, START)]);
        for (const time of times) expect(time.at).toBeGreaterThan(START);
        expect(new Set(times.map(({ uid }) => uid)).size).toBe(times.length);
      }),
    );
  });
});
