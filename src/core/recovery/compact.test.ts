import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packIncident, unpackIncident } from './compact.ts';
import type { Incident } from './event.ts';
import { FIELDS } from './event-fields.ts';
import { readIncident, writeIncident } from './exchange.ts';
import { stateOf } from './incident.ts';
import { inOrder } from './record.ts';
import { anyDamage, anyHostile, damage } from './testing/hostile.ts';
import { anyIncident, DAY, done, incidentOf, plan, START } from './testing/incidents.ts';

const sorted = (incident: Incident) => ({ ...incident, events: inOrder(incident.events) });

describe('the compact form of an incident', () => {
  it('keeps every tick, note and time', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        expect(unpackIncident(packIncident(incident))).toEqual({ state: 'read', incident: sorted(incident) });
      }),
    );
  });

  it('keeps what a later version has entered', () => {
    const foreign = {
      type: 'foreign',
      was: 'sung',
      fields: { song: ['la', 1] },
      id: 'f',
      order: START + 9,
      at: 5,
    } as const;
    const incident = { id: 'one', events: [...incidentOf(done('look')).events, foreign] };
    expect(unpackIncident(packIncident(incident))).toEqual({ state: 'read', incident: sorted(incident) });
  });

  it('is the same link for the same incident, and one that links sent long ago rest on', () => {
    const incident = incidentOf(done('look'), { type: 'skipped', list: 'list', step: 'ask', reason: 'no "button"' }, [
      START,
      done('answer', 'yes'),
    ]);
    expect(packIncident({ ...incident, events: incident.events.toReversed() })).toBe(packIncident(incident));
    expect(packIncident(incident)).toBe(
      '[1,"one",[' +
        '["o","e0",1795165200000,0,"list",1,["look","ask","vendor-queue","answer","go-on","ask-again","after-again","countdown","calm"],"Sales","permanent"],' +
        '["d","e1",60000,0,"list","look"],' +
        '["s","e2",60000,0,"list","ask","no \\"button\\""],' +
        '["d","e3",-120000,0,"list","answer","yes"]]]',
    );
  });

  it('is much shorter than a file', () => {
    const incident = incidentOf(...plan.steps.map(({ id }) => done(id)));
    expect(packIncident(incident).length).toBeLessThan(JSON.stringify(writeIncident(incident)).length / 2);
  });

  it('has a code of its own for every kind of change', () => {
    const incident = incidentOf();
    const [opening] = incident.events;
    const codes = Object.keys(FIELDS).map((type) => {
      const packed = packIncident({ id: 'x', events: [{ ...opening, type } as never] });
      return JSON.parse(packed)[2][0][0];
    });
    expect(new Set(codes).size).toBe(Object.keys(FIELDS).length);
    expect(codes).not.toContain('?');
  });

  it.each([
    ['', 'not-ours'],
    ['{}', 'not-ours'],
    ['[]', 'not-ours'],
    ['[1,"one"]', 'not-ours'],
    ['["1","one",[]]', 'not-ours'],
    ['[2,"one",[]]', 'newer-version'],
    ['[1,"one",[]]', 'broken'],
    ['[1,"one",[["o"]]]', 'broken'],
    ['[1,"one",[7,null,["?","a",1,0,"new","text"]]]', 'broken'],
  ])('%s is refused: %s', (packed, reason) => {
    expect(unpackIncident(packed)).toMatchObject({ state: 'refused', reason });
  });

  it('names what is broken by its place', () => {
    const row = ['q', 'b', 1, 0, 'won'];
    const packed = JSON.stringify([1, 'one', [...JSON.parse(packIncident(incidentOf()))[2], row]]);
    expect(unpackIncident(packed)).toMatchObject({ fault: { path: 'events[1].outcome', expected: 'known-value' } });
    const longer = packed.replace('"won"', '"lost","more"');
    expect(unpackIncident(longer)).toMatchObject({ fault: { path: 'events[1].field-1', expected: 'known-field' } });
  });

  it('never throws, whatever a link holds', () => {
    fc.assert(
      fc.property(anyIncident, anyDamage, anyHostile, (incident, [path, how, by], value) => {
        const packed = JSON.stringify(damage(JSON.parse(packIncident(incident)), path, how, by)) ?? '';
        const read = unpackIncident(packed);
        if (read.state === 'read') {
          expect(readIncident(JSON.parse(JSON.stringify(writeIncident(read.incident))), '')).toEqual(read.incident);
          stateOf(read.incident, [plan], START + DAY);
        }
        expect(unpackIncident(JSON.stringify([1, 'x', value])).state).toBe('refused');
      }),
      { numRuns: 500 },
    );
  });
});
