import { describe, expect, it } from 'vitest';
import { messageLogRules } from '../testing/message-log-rules.ts';
import { analyseLog, analyseShelvedLog } from './analyse-log.ts';
import { encode } from './bytes.ts';
import { LINK, OUTGOING, SHAPED, stopBits } from './flags.ts';
import { type Columns, MessageStore, SEGMENT, type Shelve } from './message-store.ts';

const ROWS = 6 * SEGMENT + 1000;
const CHATS = 50;
const BEGINNING = Date.UTC(2025, 0, 1) / 1000;
const choice = { timeZone: 'America/Sao_Paulo' };

/** Puts aside what it is given, and counts how often that is asked for again. */
function shelf() {
  const count = { shelved: 0, fetched: 0 };
  const shelve: Shelve = ({ millis, ...columns }) => {
    count.shelved++;
    const kept = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.slice()]));
    // What was handed over may be written to again.
    for (const column of Object.values(columns)) column.fill(0xffff_ffff);
    return {
      fetch: async () => {
        count.fetched++;
        return { ...(kept as unknown as Omit<Columns, 'millis'>), millis: millis?.slice() };
      },
    };
  };
  return { count, shelve };
}

/** A log with rows of every kind, half a minute apart. */
function filled(store: MessageStore, isBackwards = false): MessageStore {
  for (let chat = 0; chat < CHATS; chat++) {
    const name = encode(`chat ${chat}`);
    store.chats.intern(name, 0, name.length);
  }
  const file = store.beginFile('log.csv');
  for (let k = 0; k < ROWS; k++) {
    const n = isBackwards ? ROWS - 1 - k : k;
    const isOut = n % 3 !== 0;
    const flags = isOut ? OUTGOING | (n % 5 === 0 ? LINK : 0) | SHAPED : n % 997 === 0 ? stopBits(1) : 0;
    const seconds = BEGINNING + n * 30 + (n % 7 === 0 ? 11 : 0);
    store.add(seconds, 0, (n * 7) % CHATS, flags, k + 2, isOut ? n % 11 : 0, n % 2);
  }
  file.end = store.count;
  return store;
}

describe('a long log', () => {
  it.each([false, true])(
    'gives the same figures when most of it was put aside (backwards: %s)',
    async (isBackwards) => {
      const { count, shelve } = shelf();
      const shelved = filled(new MessageStore(shelve), isBackwards);
      const whole = filled(new MessageStore(), isBackwards);
      expect(count.shelved).toBe(2);
      expect(await analyseShelvedLog(shelved, messageLogRules, choice)).toEqual(
        analyseLog(whole, messageLogRules, choice),
      );
      expect(count.fetched).toBeGreaterThan(0);
    },
  );

  it('does so for a part of its days too', async () => {
    const day = Math.floor(BEGINNING / 86_400) + 300;
    const range = { from: day, to: day + 100 };
    const shelved = filled(new MessageStore(shelf().shelve));
    const whole = filled(new MessageStore());
    const looked = await analyseShelvedLog(shelved, messageLogRules, { ...choice, range });
    expect(looked).toEqual(analyseLog(whole, messageLogRules, { ...choice, range }));
    expect(looked.messages).toBeLessThan(ROWS);
    expect(looked.messages).toBeGreaterThan(0);
  });

  it('stays in memory where it may still have to be changed', () => {
    const { count, shelve } = shelf();
    const store = new MessageStore(shelve);
    store.keepAll();
    filled(store);
    expect(count.shelved).toBe(0);
    expect(store.time(0)).toBe((BEGINNING + 11) * 1000);
  });

  it('says that it cannot be analysed at once when a part of it was put aside', () => {
    const store = filled(new MessageStore(shelf().shelve));
    expect(() => analyseLog(store, messageLogRules, choice)).toThrow('A part of the log was put aside.');
  });
});

it('messages can be cut off and others added in their place', () => {
  const store = new MessageStore();
  store.beginFile('log.csv');
  for (let k = 0; k < SEGMENT + 10; k++) store.add(k, k % 2, 0, 0, k, 0, 0);
  store.cutAt(SEGMENT - 5);
  for (let k = 0; k < 10; k++) store.add(1_000_000 + k, 0, 0, 0, k, 0, 0);
  expect(store.count).toBe(SEGMENT + 5);
  expect([SEGMENT - 6, SEGMENT - 5, SEGMENT + 4].map((index) => store.time(index))).toEqual([
    (SEGMENT - 6) * 1000,
    1_000_000_000,
    1_000_009_000,
  ]);
});
