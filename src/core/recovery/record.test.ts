import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident, IncidentEvent } from './event.ts';
import { stateOf } from './incident.ts';
import { addsTo, inOrder, mergeIncidents, openIncident, record } from './record.ts';
import { anyChange, anyEntry, anyIncident, DAY, done, incidentOf, opening, plan, START } from './testing/incidents.ts';

const ids = (incident: Incident) => incident.events.map(({ id }) => id);

describe('entering changes', () => {
  it('keeps everything entered before, in the order of entering, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 20 }), (entries) => {
        const incident = incidentOf(...entries);
        expect(inOrder(incident.events).map(({ id }) => id)).toEqual(ids(incident));
        expect(incident.events.slice(1).map(({ at }) => at)).toEqual(entries.map(([at]) => at));
      }),
    );
  });

  it('does not change the incident it was given', () => {
    const before = openIncident('one', opening, { id: 'a', at: START });
    record(before, done('look'), { id: 'b', at: START });
    expect(ids(before)).toEqual(['a']);
  });

  it('numbers entries by the clock, and one after the other where the clock stands still or goes back', () => {
    const { events } = incidentOf([START, done('look')], [START - DAY, done('ask')], [START + DAY, done('calm')]);
    expect(events.map(({ order }) => order)).toEqual([START, START + 1, START + 2, START + DAY]);
  });

  it('mends half a character, which no file could hold', () => {
    const { events } = incidentOf({ type: 'noted', text: 'a\uD83D' });
    expect(events[1]).toMatchObject({ text: 'a\uFFFD' });
  });
});

describe('two copies of one incident', () => {
  const copies = fc
    .tuple(anyIncident, fc.array(anyEntry, { maxLength: 9 }), fc.array(anyEntry, { maxLength: 9 }))
    .map(([base, here, there]) => [grow(base, here, 'h'), grow(base, there, 't')] as const);

  function grow(
    incident: Incident,
    entries: (typeof anyEntry extends fc.Arbitrary<infer T> ? T : never)[],
    by: string,
  ) {
    return entries.reduce((grown, [at, change], i) => record(grown, change, { id: `${by}${i}`, at }), incident);
  }

  it('come together as everything that either knows', () => {
    fc.assert(
      fc.property(copies, ([here, there]) => {
        const merged = mergeIncidents(here, there);
        expect(new Set(ids(merged))).toEqual(new Set([...ids(here), ...ids(there)]));
        for (const event of [...here.events, ...there.events]) expect(merged.events).toContainEqual(event);
      }),
    );
  });

  it('give the same incident whichever comes first, however often they meet', () => {
    fc.assert(
      fc.property(copies, ([here, there]) => {
        const merged = mergeIncidents(here, there);
        expect(mergeIncidents(there, here)).toEqual(merged);
        expect(mergeIncidents(merged, there)).toEqual(merged);
        expect(mergeIncidents(merged, merged)).toEqual(merged);
      }),
    );
  });

  it('come together in any grouping', () => {
    fc.assert(
      fc.property(copies, fc.array(anyEntry, { maxLength: 5 }), ([here, there], more) => {
        const third = grow(here, more, 'x');
        const left = mergeIncidents(mergeIncidents(here, there), third);
        expect(mergeIncidents(here, mergeIncidents(there, third))).toEqual(left);
      }),
    );
  });

  it('agree even where somebody has tampered with an entry', () => {
    const one = incidentOf({ type: 'noted', text: 'true' });
    const tampered = { ...one, events: one.events.map((event): IncidentEvent => ({ ...event, at: event.at + 1 })) };
    expect(mergeIncidents(one, tampered)).toEqual(mergeIncidents(tampered, one));
    const reordered = {
      ...one,
      events: one.events.map((event) => Object.fromEntries(Object.entries(event).reverse())),
    };
    expect(mergeIncidents(one, reordered as unknown as Incident)).toEqual(one);
  });

  it('know whether the other has anything new', () => {
    const base = incidentOf(done('look'));
    const more = record(base, done('ask'), { id: 'new', at: START });
    expect(addsTo(base, more)).toBe(true);
    expect(addsTo(more, base)).toBe(false);
    expect(addsTo(base, base)).toBe(false);
  });

  it('stand the same after 500 changes in two tabs that hear of each other at any time', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('left', 'right', 'left hears', 'right hears'), anyEntry), {
      minLength: 500,
      maxLength: 500,
    });
    fc.assert(
      fc.property(steps, (sequence) => {
        let left = incidentOf();
        let right = left;
        const made = new Set<string>();
        for (const [index, [who, [at, change]]] of sequence.entries()) {
          const entry = { id: `n${index}`, at };
          if (who === 'left') left = record(left, change, entry);
          else if (who === 'right') right = record(right, change, entry);
          else if (who === 'left hears') left = mergeIncidents(left, right);
          else right = mergeIncidents(right, left);
          if (who === 'left' || who === 'right') made.add(entry.id);
        }
        const merged = mergeIncidents(left, right);
        expect(merged).toEqual(mergeIncidents(right, left));
        expect(made.isSubsetOf(new Set(ids(merged)))).toBe(true);
        expect(stateOf(merged, [plan], START)).toEqual(stateOf(mergeIncidents(right, left), [plan], START));
      }),
      { numRuns: 20 },
    );
  });

  it('stand the same after each of 500 interleavings of two tabs', () => {
    const interleaving = fc.array(fc.tuple(fc.boolean(), fc.boolean(), anyChange), { maxLength: 25 });
    fc.assert(
      fc.property(interleaving, (sequence) => {
        const tabs = [incidentOf(), incidentOf()];
        for (const [index, [isFirst, hears, change]] of sequence.entries()) {
          const [own, other] = isFirst ? [0, 1] : [1, 0];
          const grown = record(tabs[own] ?? incidentOf(), change, { id: `n${index}`, at: START + index });
          tabs[own] = grown;
          if (hears) tabs[other] = mergeIncidents(tabs[other] ?? incidentOf(), grown);
        }
        const [one = incidentOf(), two = incidentOf()] = tabs;
        const first = stateOf(mergeIncidents(one, two), [plan], START + DAY);
        expect(stateOf(mergeIncidents(two, one), [plan], START + DAY)).toEqual(first);
        expect(first.history).toHaveLength(sequence.length + 1);
      }),
      { numRuns: 500 },
    );
  });
});
