import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from './event.ts';
import { aheadOfClock, historyOf, lastChange } from './history.ts';
import { stateOf } from './incident.ts';
import { record } from './record.ts';
import { anyIncident, DAY, done, HOUR, incidentOf, plan, START } from './testing/incidents.ts';

const undo = (event: string): Change => ({ type: 'undone', event });
const stateOfStep = (incident: ReturnType<typeof incidentOf>, id: string, now = START + HOUR) =>
  stateOf(incident, [plan], now).lists[0]?.steps.find((step) => step.id === id);

describe('undo', () => {
  it('takes back the newest change, and the history keeps it', () => {
    const incident = incidentOf(done('look'), done('ask'), undo('e2'));
    expect(stateOfStep(incident, 'ask')?.state).toBe('todo');
    expect(stateOfStep(incident, 'look')?.state).toBe('done');
    expect(historyOf(incident).map(({ isUndone }) => isUndone)).toEqual([false, false, true, false]);
  });

  it('goes back step by step to the opening, which stays', () => {
    let incident = incidentOf(done('look'), done('ask'), { type: 'noted', text: 'called' });
    const taken: string[] = [];
    for (let next = lastChange(historyOf(incident)); next !== undefined; next = lastChange(historyOf(incident))) {
      taken.push(next);
      incident = record(incident, undo(next), { id: `u${taken.length}`, at: START + HOUR });
    }
    expect(taken).toEqual(['e3', 'e2', 'e1']);
    expect(stateOf(incident, [plan], START + HOUR)).toMatchObject({ label: 'Sales', notes: [] });
    expect(stateOf(incident, [plan], START + HOUR)).not.toHaveProperty('undo');
  });

  it('can itself be undone', () => {
    const incident = incidentOf(done('look'), undo('e1'), undo('e2'));
    expect(stateOfStep(incident, 'look')?.state).toBe('done');
    expect(stateOfStep(record(incident, undo('e3'), { id: 'e4', at: START }), 'look')?.state).toBe('todo');
  });

  it('of the opening, of nothing or of itself changes nothing', () => {
    const incident = incidentOf(undo('e0'), undo('nothing'), undo('e3'));
    expect(
      historyOf(incident)
        .filter(({ isUndone }) => isUndone)
        .map(({ event }) => event.id),
    ).toEqual(['e3']);
    expect(stateOf(incident, [plan], START).label).toBe('Sales');
  });

  it('leaves alone what a later version of the site has entered', () => {
    const incident = incidentOf(done('look'));
    const foreign = { type: 'foreign', was: 'sung', fields: {}, id: 'f', order: START + DAY, at: START } as const;
    const grown = { ...incident, events: [...incident.events, foreign] };
    expect(lastChange(historyOf(grown))).toBe('e1');
    expect(historyOf(grown)).toHaveLength(3);
  });
});

describe('a clock that was moved', () => {
  const times = (incident: ReturnType<typeof incidentOf>) => historyOf(incident).map(({ at }) => at - START);

  it('back by a day: what follows did not happen before what was entered earlier', () => {
    expect(times(incidentOf([START, done('ask')], [START - DAY, done('look')], [START + HOUR, done('calm')]))).toEqual([
      0,
      0,
      0,
      HOUR,
    ]);
  });

  it('ahead by a day: no wait ends too soon, until somebody says that the clock is right now', () => {
    const wrong = incidentOf([START + DAY, done('ask')], [START + HOUR, done('look')]);
    expect(times(wrong)).toEqual([0, DAY, DAY]);
    expect(stateOfStep(wrong, 'answer')?.wait).toEqual({ for: 'time', opensAt: START + 2 * DAY });
    const confirmed = record(wrong, { type: 'clock-confirmed' }, { id: 'c', at: START + 2 * HOUR });
    expect(times(confirmed)).toEqual([0, 2 * HOUR, 2 * HOUR, 2 * HOUR]);
    expect(stateOfStep(confirmed, 'answer')?.wait).toEqual({ for: 'time', opensAt: START + DAY + 2 * HOUR });
    const later = record(confirmed, done('calm'), { id: 'd', at: START + 3 * HOUR });
    expect(times(later)).toEqual([0, 2 * HOUR, 2 * HOUR, 2 * HOUR, 3 * HOUR]);
  });

  it('is told when entries lie ahead of it by more than clocks differ', () => {
    const history = historyOf(incidentOf([START + DAY, done('ask')]));
    expect(aheadOfClock(history, START)).toBe(DAY);
    expect(aheadOfClock(history, START + DAY - 60_000)).toBeUndefined();
    expect(aheadOfClock(history, START + DAY - 121_000)).toBe(121_000);
    expect(aheadOfClock(history, START + 2 * DAY)).toBeUndefined();
    expect(aheadOfClock([], START)).toBeUndefined();
    expect(stateOf(incidentOf([START + DAY, done('ask')]), [plan], START).aheadOfClock).toBe(DAY);
    expect(stateOf(incidentOf(done('ask')), [plan], START + DAY)).not.toHaveProperty('aheadOfClock');
  });

  it('loses nothing and changes no tick, whatever it says now', () => {
    fc.assert(
      fc.property(anyIncident, fc.integer({ min: -3, max: 3 }), (incident, days) => {
        const settled = (now: number) =>
          stateOf(incident, [plan], now).lists.map(({ steps, gone }) => [...steps, ...gone].map(({ tick }) => tick));
        expect(settled(START + days * DAY)).toEqual(settled(START));
        expect(stateOf(incident, [plan], START + days * DAY).history).toHaveLength(incident.events.length);
      }),
    );
  });

  it('never lets time run back in the history', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const times = historyOf(incident).map(({ at }) => at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });
});
