import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident } from './event.ts';
import { exportIncidents, FORMAT, importIncidents, readIncident, VERSION, writeIncident } from './exchange.ts';
import { FieldFault } from './field.ts';
import { stateOf } from './incident.ts';
import { mergeIncidents } from './record.ts';
import { anyDamage, anyHostile, damage } from './testing/hostile.ts';
import { anyIncident, DAY, done, incidentOf, plan, START } from './testing/incidents.ts';

const file = (incidents: unknown, version: unknown = VERSION) => JSON.stringify({ format: FORMAT, version, incidents });
const plainOf = (incident: Incident) => JSON.parse(JSON.stringify(writeIncident(incident)));
const stamp = { id: 'a', order: 1, at: 1 };
const opened = { ...stamp, type: 'opened', list: 'first-ban', version: 1, steps: [], label: 'x', kind: 'permanent' };
const withEvent = (event: unknown) => file([{ id: 'one', events: [opened, event] }]);

describe('export and import', () => {
  it('keep every tick, note and time of every incident', () => {
    fc.assert(
      fc.property(fc.array(anyIncident, { minLength: 1, maxLength: 4 }), (some) => {
        const incidents = some.map((incident, index) => ({ ...incident, id: `i${index}` }));
        expect(importIncidents(exportIncidents(incidents, START))).toEqual({ state: 'read', incidents, faults: [] });
      }),
    );
  });

  it('give the same state as before', () => {
    fc.assert(
      fc.property(anyIncident, (incident) => {
        const read = importIncidents(exportIncidents([incident], START));
        const back = read.state === 'read' ? read.incidents[0] : undefined;
        expect(back && stateOf(back, [plan], START + DAY)).toEqual(stateOf(incident, [plan], START + DAY));
      }),
    );
  });

  it('write a file that says what it is and when it was made', () => {
    expect(JSON.parse(exportIncidents([incidentOf()], START))).toMatchObject({
      format: 'number-care-incidents',
      version: 1,
      exported: START,
      incidents: [{ id: 'one', events: [{ type: 'opened', label: 'Sales' }] }],
    });
  });

  it('keep what a later version has entered, without understanding it', () => {
    const foreign = { ...stamp, id: 'b', type: 'photo-added', size: 12, more: { list: ['x', null] } };
    const read = importIncidents(withEvent(foreign));
    const incident = read.state === 'read' ? read.incidents[0] : undefined;
    expect(incident?.events[1]).toEqual({
      ...stamp,
      id: 'b',
      type: 'foreign',
      was: 'photo-added',
      fields: { size: 12, more: { list: ['x', null] } },
    });
    expect(JSON.parse(exportIncidents(incident ? [incident] : [], 1)).incidents[0].events[1]).toEqual(foreign);
  });

  it('keep ids of steps, lists and choices that nobody knows', () => {
    const event = { ...stamp, id: 'b', type: 'done', list: 'no-such-list', step: 'no-such-step', choice: 'none' };
    expect(importIncidents(withEvent(event))).toMatchObject({ incidents: [{ events: [opened, event] }], faults: [] });
  });

  it('take the same incident twice in a file as one', () => {
    const [one, two] = [incidentOf(done('look')), incidentOf({ type: 'noted', text: 'n' })];
    expect(importIncidents(exportIncidents([one, two], START))).toEqual({
      state: 'read',
      incidents: [mergeIncidents(one, two)],
      faults: [],
    });
  });

  it('read a file with a byte order mark', () => {
    expect(importIncidents(`\uFEFF${exportIncidents([incidentOf()], 1)}`).state).toBe('read');
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['['.repeat(200_000), 'not-json'],
    ['[]', 'not-ours'],
    ['null', 'not-ours'],
    ['"text"', 'not-ours'],
    ['{"incidents":[]}', 'not-ours'],
    [file({}), 'not-ours'],
    [file([], '1'), 'not-ours'],
    [file([], 0), 'not-ours'],
    [file([], 2), 'newer-version'],
    [file([]), 'empty'],
    [' '.repeat(50_000_001), 'too-big'],
  ])('%.40s is refused: %s', (text, reason) => {
    expect(importIncidents(text)).toEqual({ state: 'refused', reason });
  });

  it.each([
    ['a text', 'incidents[0]', 'group', file(['a'])],
    ['no id', 'incidents[0].id', 'id', file([{ events: [] }])],
    ['no events', 'incidents[0].events', 'list', file([{ id: 'one' }])],
    ['no opening', 'incidents[0].events', 'opening', file([{ id: 'one', events: [{ ...stamp, type: 'resumed' }] }])],
    ['the same entry twice', 'incidents[0].events[1].id', 'other-id', withEvent(opened)],
    ['an entry that is no group', 'incidents[0].events[1]', 'group', withEvent(7)],
    ['an entry without a kind', 'incidents[0].events[1].type', 'id', withEvent(stamp)],
    ['a bad time', 'incidents[0].events[1].at', 'time', withEvent({ ...stamp, at: -1, type: 'resumed' })],
    [
      'a time no date can have',
      'incidents[0].events[1].at',
      'time',
      withEvent({ ...stamp, at: 8.64e15 + 1, type: 'resumed' }),
    ],
    [
      'a broken number',
      'incidents[0].events[1].order',
      'whole-number',
      withEvent({ ...stamp, order: 1.5, type: 'resumed' }),
    ],
    [
      'a negative number',
      'incidents[0].events[1].order',
      'whole-number',
      withEvent({ ...stamp, order: -1, type: 'resumed' }),
    ],
    [
      'a missing field',
      'incidents[0].events[1].reason',
      'text',
      withEvent({ ...stamp, type: 'skipped', list: 'l', step: 's' }),
    ],
    [
      'a field too many',
      'incidents[0].events[1].extra',
      'known-field',
      withEvent({ ...stamp, type: 'resumed', extra: 1 }),
    ],
    [
      'a bad id',
      'incidents[0].events[1].step',
      'id',
      withEvent({ ...stamp, type: 'reopened', list: 'l', step: 'a b' }),
    ],
    [
      'a long id',
      'incidents[0].events[1].step',
      'id',
      withEvent({ ...stamp, type: 'reopened', list: 'l', step: 'a'.repeat(81) }),
    ],
    [
      'an unknown word',
      'incidents[0].events[1].outcome',
      'known-value',
      withEvent({ ...stamp, type: 'closed', outcome: 'won' }),
    ],
    [
      'a list with a bad item',
      'incidents[0].events[1].statements[1]',
      'id',
      withEvent({ ...stamp, type: 'appealed', via: 'app', language: 'en', statements: ['a', ''] }),
    ],
    [
      'a text without end',
      'incidents[0].events[1].text',
      'text',
      withEvent({ ...stamp, type: 'noted', text: 'x'.repeat(100_001) }),
    ],
    ['a list without end', 'incidents[0].events', 'list', file([{ id: 'one', events: Array(10_001).fill(0) }])],
    [
      'foreign data nested deeply',
      'incidents[0].events[1]',
      'plain-data',
      withEvent({ ...stamp, type: 'new', deep: [[[[[[[]]]]]]] }),
    ],
    [
      'a prototype',
      'incidents[0].events[1].__proto__',
      'known-field',
      withEvent(JSON.parse('{"id":"b","order":1,"at":1,"type":"resumed","__proto__":{}}')),
    ],
  ])('%s is named by its place', (_, path, expected, text) => {
    expect(importIncidents(text)).toEqual({
      state: 'read',
      incidents: [],
      faults: [new FieldFault(path, expected as never)],
    });
  });

  it('does not keep the good incidents out', () => {
    const read = importIncidents(file([7, plainOf(incidentOf()), { id: 'two' }]));
    expect(read).toMatchObject({ state: 'read', incidents: [{ id: 'one' }] });
    expect(read.state === 'read' && read.faults.map(({ path }) => path)).toEqual([
      'incidents[0]',
      'incidents[2].events',
    ]);
  });

  it('never throws and never lets anything in that could not be written again', () => {
    fc.assert(
      fc.property(anyIncident, anyDamage, (incident, [path, how, by]) => {
        const whole = {
          format: FORMAT,
          version: VERSION,
          incidents: [plainOf(incident), plainOf({ ...incident, id: 'b' })],
        };
        const read = importIncidents(JSON.stringify(damage(whole, path, how, by)) ?? '');
        if (read.state === 'refused') return;
        for (const { path: place, expected } of read.faults)
          expect([typeof place, typeof expected]).toEqual(['string', 'string']);
        for (const one of read.incidents) {
          expect(readIncident(plainOf(one), '')).toEqual(one);
          stateOf(one, [plan], START);
        }
        expect(Object.prototype).not.toHaveProperty('polluted');
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on anything at all', () => {
    fc.assert(
      fc.property(anyHostile, fc.string(), (value, text) => {
        expect(['read', 'refused']).toContain(importIncidents(file([value])).state);
        expect(importIncidents(text).state).toBe('refused');
        expect(readIncident(value, '')).toBeInstanceOf(FieldFault);
      }),
    );
  });
});
