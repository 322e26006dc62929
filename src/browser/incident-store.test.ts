import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Incident } from '../core/recovery/event.ts';
import { stateOf } from '../core/recovery/incident.ts';
import { mergeIncidents } from '../core/recovery/record.ts';
import { anyChange, DAY, done, incidentOf, opening, plan, START } from '../core/recovery/testing/incidents.ts';
import { readRecord, recordsAsFile, writeRecord } from './incident-record.ts';
import { type IncidentStore, openIncidentStore, type Saved } from './incident-store.ts';
import { allHeard, domException, FakeRecords, FakeTabs, fakeParts } from './testing/fakes.ts';

const note = (text: string): Change => ({ type: 'noted', text });
const incidentIn = (saved: Saved): Incident => {
  if (saved.state !== 'saved' && saved.state !== 'held') throw new Error(saved.state);
  return saved.incident;
};
const notesOf = (store: IncidentStore, id: string) => {
  const incident = store.incidents.find((one) => one.id === id);
  return incident ? stateOf(incident, [plan], START).notes.map(({ text }) => text) : undefined;
};
const stored = (records: FakeRecords, id: string) => readRecord(id, records.values.get(id));

describe('the store of incidents', () => {
  it('has every change in the database when it says so', async () => {
    const records = new FakeRecords();
    const store = await openIncidentStore(fakeParts(records));
    const { id } = incidentIn(await store.open(opening));
    const saved = await store.record(id, done('look'));
    expect(saved.state).toBe('saved');
    expect(stored(records, id)).toEqual(incidentIn(saved));
    expect(store.incidents).toEqual([incidentIn(saved)]);
    expect(store.notice).toBeUndefined();
  });

  it('writes one transaction a change', async () => {
    const records = new FakeRecords();
    const store = await openIncidentStore(fakeParts(records));
    const { id } = incidentIn(await store.open(opening));
    await store.record(id, done('look'));
    await store.record(id, note('a'));
    expect(records.writes).toBe(3);
  });

  it('finds everything again when the page is opened anew', async () => {
    const records = new FakeRecords();
    const store = await openIncidentStore(fakeParts(records));
    const { id } = incidentIn(await store.open(opening));
    await store.record(id, note('kept'));
    expect((await openIncidentStore(fakeParts(records))).incidents).toEqual(store.incidents);
  });

  it('asks the browser to keep the data when the first incident is made, and only then', async () => {
    let asked = 0;
    const persist = async () => ++asked === 1;
    const store = await openIncidentStore({ ...fakeParts(new FakeRecords()), persist });
    expect([asked, store.isPersistent]).toEqual([0, undefined]);
    await store.open(opening);
    await store.open(opening);
    await allHeard();
    expect([asked, store.isPersistent]).toEqual([1, true]);
    const refused = await openIncidentStore({
      ...fakeParts(new FakeRecords()),
      persist: () => Promise.reject(new Error()),
    });
    await refused.open(opening);
    await allHeard();
    expect(refused.isPersistent).toBe(false);
  });

  it('joins an incident from a file to what it knows', async () => {
    const store = await openIncidentStore(fakeParts(new FakeRecords()));
    const [one, two] = [incidentOf(done('look')), incidentOf(note('n'))];
    await store.add(one);
    expect(await store.add(two)).toEqual({ state: 'saved', incident: mergeIncidents(one, two) });
    expect(store.incidents).toHaveLength(1);
  });

  it('removes an incident, which can be added again as it was', async () => {
    const records = new FakeRecords();
    const store = await openIncidentStore(fakeParts(records));
    const incident = incidentIn(await store.open(opening));
    const removed = await store.remove(incident.id);
    expect([removed, store.incidents, records.values.size]).toEqual([incident, [], 0]);
    expect(await store.record(incident.id, note('late'))).toEqual({ state: 'gone', incident });
    expect(records.values.size).toBe(0);
    await store.add(incident);
    expect(store.incidents).toEqual([incident]);
    expect(await store.remove('no-such-incident')).toBeUndefined();
    expect(await store.record('another', note('x'))).toEqual({ state: 'gone' });
  });

  it('refuses what it could never read again, and keeps what it has', async () => {
    const records = new FakeRecords();
    const store = await openIncidentStore(fakeParts(records));
    const incident = incidentIn(await store.open(opening));
    const refused = await store.record(incident.id, note('x'.repeat(100_001)));
    expect(refused).toMatchObject({ state: 'refused', fault: { path: 'events[1].text', expected: 'text' } });
    expect(stored(records, incident.id)).toEqual(incident);
    expect(store.incidents).toEqual([incident]);
  });

  it('tells its listeners of every change until they have heard enough', async () => {
    const store = await openIncidentStore(fakeParts(new FakeRecords()));
    let heard = 0;
    const stop = store.subscribe(() => heard++);
    const { id } = incidentIn(await store.open(opening));
    await allHeard();
    const before = heard;
    await store.record(id, note('a'));
    expect(heard).toBe(before + 1);
    stop();
    await store.record(id, note('b'));
    expect(heard).toBe(before + 1);
  });
});

describe('two tabs', () => {
  async function twoTabs(records = new FakeRecords()) {
    const tabs = new FakeTabs();
    return [
      await openIncidentStore(fakeParts(records, tabs)),
      await openIncidentStore(fakeParts(records, tabs)),
    ] as const;
  }

  it('hear at once what the other does, until they are closed', async () => {
    const [left, right] = await twoTabs();
    const { id } = incidentIn(await left.open(opening));
    await allHeard();
    await right.record(id, note('from the right'));
    await allHeard();
    expect(notesOf(left, id)).toEqual(['from the right']);
    expect(left.incidents).toEqual(right.incidents);
    left.close();
    await right.remove(id);
    await allHeard();
    expect(notesOf(left, id)).toEqual(['from the right']);
  });

  it('both forget a removed incident; a change that comes too late says so and can be kept', async () => {
    const [left, right] = await twoTabs();
    const incident = incidentIn(await left.open(opening));
    await allHeard();
    await left.remove(incident.id);
    await allHeard();
    expect(right.incidents).toEqual([]);
    expect(await right.record(incident.id, note('late'))).toEqual({ state: 'gone', incident });
    await right.add(incident);
    await allHeard();
    expect(left.incidents).toEqual([incident]);
  });

  it('lose none of 500 changes made at the same time', async () => {
    const records = new FakeRecords();
    const [left, right] = await twoTabs(records);
    const { id } = incidentIn(await left.open(opening));
    const texts = Array.from({ length: 500 }, (_, index) => `note ${index}`);
    await Promise.all(texts.map((text, index) => (index % 2 ? left : right).record(id, note(text))));
    await allHeard();
    for (const store of [left, right]) expect(new Set(notesOf(store, id))).toEqual(new Set(texts));
    expect(await openIncidentStore(fakeParts(records)).then((store) => notesOf(store, id)?.length)).toBe(500);
  });

  it('agree after any changes in any order', async () => {
    const work = fc.array(fc.tuple(fc.boolean(), fc.boolean(), anyChange), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(work, async (changes) => {
        const records = new FakeRecords();
        const [left, right] = await twoTabs(records);
        const { id } = incidentIn(await left.open(opening));
        await allHeard();
        for (const [isLeft, waits, change] of changes) {
          const writing = (isLeft ? left : right).record(id, change);
          if (waits) await writing;
        }
        await allHeard();
        const states = [left, right].map(
          ({ incidents: [incident] }) => incident && stateOf(incident, [plan], START + DAY),
        );
        expect(states[0]?.history).toHaveLength(changes.length + 1);
        expect(states[1]).toEqual(states[0]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a record that is damaged', () => {
  it('is set aside and offered, and the others live', async () => {
    const records = new FakeRecords();
    const good = incidentOf(done('look'));
    records.values.set('one', writeRecord(good));
    records.values.set('broken', { version: 1, id: 'broken', events: 'none' });
    records.values.set('other-name', { ...writeRecord(good) });
    const store = await openIncidentStore(fakeParts(records));
    expect(store.incidents).toEqual([good]);
    expect(store.setAside.map(({ key }) => key)).toEqual(['broken', 'other-name']);
    expect([...records.values.keys()]).toEqual(['one']);
    expect(store.notice).toBeUndefined();
    const again = await openIncidentStore(fakeParts(records));
    expect(again.setAside).toEqual(store.setAside);
    expect(JSON.parse(recordsAsFile(again.setAside))[0].value.events).toBe('none');
    await again.forgetSetAside();
    expect([again.setAside, records.aside]).toEqual([[], []]);
  });

  it('while it is worked on is set aside, and what the tab knows is written', async () => {
    const records = new FakeRecords();
    const store = await openIncidentStore(fakeParts(records));
    const { id } = incidentIn(await store.open(opening));
    records.values.set(id, 'rubbish');
    const saved = await store.record(id, note('kept'));
    expect(stored(records, id)).toEqual(incidentIn(saved));
    expect(records.aside).toEqual([{ key: id, value: 'rubbish' }]);
  });

  it('is offered even where it cannot be set aside', async () => {
    const records = new FakeRecords();
    records.values.set('broken', 7);
    records.writeFailure = domException('QuotaExceededError');
    const store = await openIncidentStore(fakeParts(records));
    expect(store.setAside).toEqual([{ key: 'broken', value: 7 }]);
    expect(records.values.get('broken')).toBe(7);
    expect(store.notice).toEqual({ reason: 'full', held: [] });
  });

  it('may hold things that no file can', () => {
    const value: Record<string, unknown> = { big: 1n, call: () => 1, sign: Symbol('s') };
    value['self'] = value;
    const file = JSON.parse(recordsAsFile([{ key: 'a', value }]));
    expect(file[0].value).toMatchObject({ big: '1', sign: 'Symbol(s)', self: '(again)' });
  });

  it('of a later version of the site is left as it is', async () => {
    const records = new FakeRecords();
    const later = { version: 2, id: 'later', wonder: true };
    records.values.set('later', later);
    const store = await openIncidentStore(fakeParts(records));
    expect(store.notice).toEqual({ reason: 'newer-version', held: [] });
    await store.open(opening);
    expect(store.notice?.reason).toBe('newer-version');
    expect(records.values.get('later')).toEqual(later);
    expect(await store.add({ ...incidentOf(), id: 'later' })).toMatchObject({ state: 'held' });
    expect(records.values.get('later')).toEqual(later);
  });
});

describe('storage that is full or forbidden', () => {
  it.each([
    ['SecurityError', 'forbidden'],
    ['InvalidStateError', 'forbidden'],
    ['UnknownError', 'broken'],
    ['QuotaExceededError', 'full'],
  ])('%s: works in memory and says at once that it is %s', async (name, reason) => {
    const store = await openIncidentStore(fakeParts(domException(name)));
    expect(store.notice).toEqual({ reason, held: [] });
    const { id } = incidentIn(await store.open(opening));
    expect(await store.record(id, note('only here'))).toMatchObject({ state: 'held' });
    expect(notesOf(store, id)).toEqual(['only here']);
    expect(store.notice).toEqual({ reason, held: [id] });
    expect(store.isPersistent).toBeUndefined();
    expect((await store.remove(id))?.id).toBe(id);
    expect(store.incidents).toEqual([]);
  });

  it('that becomes full while working loses nothing, and takes everything once there is room again', async () => {
    const records = new FakeRecords();
    const store = await openIncidentStore(fakeParts(records));
    const first = incidentIn(await store.open(opening));
    const second = incidentIn(await store.open(opening));
    records.writeFailure = domException('QuotaExceededError');
    expect((await store.record(first.id, note('a'))).state).toBe('held');
    expect((await store.record(first.id, note('b'))).state).toBe('held');
    expect((await store.record(second.id, note('c'))).state).toBe('held');
    expect(store.notice).toEqual({ reason: 'full', held: [first.id, second.id] });
    expect(stored(records, first.id)).toEqual(first);
    records.writeFailure = undefined;
    expect((await store.record(first.id, note('d'))).state).toBe('saved');
    expect(store.notice).toBeUndefined();
    const reopened = await openIncidentStore(fakeParts(records));
    expect(notesOf(reopened, first.id)).toEqual(['a', 'b', 'd']);
    expect(notesOf(reopened, second.id)).toEqual(['c']);
  });

  it('that is full when it is opened takes everything once there is room', async () => {
    const records = new FakeRecords();
    let full: Error | undefined = domException('QuotaExceededError');
    const parts = fakeParts(records);
    const openRecords = () => (full ? Promise.reject(full) : parts.openRecords());
    const store = await openIncidentStore({ ...parts, openRecords });
    expect(store.notice).toEqual({ reason: 'full', held: [] });
    const { id } = incidentIn(await store.open(opening));
    full = undefined;
    expect((await store.record(id, note('a'))).state).toBe('saved');
    expect(store.notice).toBeUndefined();
    expect(stored(records, id)).toEqual(store.incidents[0]);
  });

  it('keeps what was not saved in every open tab, also in one opened later', async () => {
    const records = new FakeRecords();
    const tabs = new FakeTabs();
    const left = await openIncidentStore(fakeParts(records, tabs));
    const right = await openIncidentStore(fakeParts(records, tabs));
    const { id } = incidentIn(await left.open(opening));
    await allHeard();
    records.writeFailure = domException('QuotaExceededError');
    await left.record(id, note('not saved'));
    await allHeard();
    const late = await openIncidentStore(fakeParts(records, tabs));
    await allHeard();
    for (const store of [left, right, late]) {
      expect(notesOf(store, id)).toEqual(['not saved']);
      expect(store.notice).toEqual({ reason: 'full', held: [id] });
    }
    records.writeFailure = undefined;
    left.close();
    await right.record(id, note('saved'));
    await allHeard();
    expect(notesOf(await openIncidentStore(fakeParts(records)), id)).toEqual(['not saved', 'saved']);
    for (const store of [right, late]) expect(store.notice).toBeUndefined();
  });

  it('that was wiped while a tab was open gets back what the tab knows', async () => {
    const records = new FakeRecords();
    const store = await openIncidentStore(fakeParts(records));
    const { id } = incidentIn(await store.open(opening));
    records.values.clear();
    expect((await store.record(id, note('a'))).state).toBe('saved');
    expect(stored(records, id)).toEqual(store.incidents[0]);
  });

  it('that cannot be read at the beginning does not stop the page', async () => {
    const records = new FakeRecords();
    records.readFailure = domException('UnknownError');
    const store = await openIncidentStore(fakeParts(records));
    expect(store.notice).toEqual({ reason: 'broken', held: [] });
    await store.forgetSetAside();
    expect((await store.open(opening)).state).toBe('saved');
  });
});
