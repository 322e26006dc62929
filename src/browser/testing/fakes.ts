import type { TabChannel, TabMessage } from '../incident-channel.ts';
import type { IncidentRecords, StoredRecord } from '../incident-records.ts';
import type { StoreParts } from '../store-parts.ts';

/** A browser's storage and its channel between tabs, as small as the store needs them; only for tests. */

/** Transactions come one after the other; between them anything may happen. */
export class FakeRecords implements IncidentRecords {
  readonly values = new Map<string, unknown>();
  readonly aside: StoredRecord[] = [];
  /** What the next writes or reads fail with. */
  writeFailure: Error | undefined;
  readFailure: Error | undefined;
  writes = 0;
  #last: Promise<unknown> = Promise.resolve();

  readAll(): Promise<StoredRecord[]> {
    return this.#read(() => [...this.values].map(([key, value]) => ({ key, value: structuredClone(value) })));
  }

  read(key: string): Promise<unknown> {
    return this.#read(() => structuredClone(this.values.get(key)));
  }

  readSetAside(): Promise<StoredRecord[]> {
    return this.#read(() => structuredClone(this.aside));
  }

  update: IncidentRecords['update'] = (key, change) =>
    this.#queue(() => {
      const { put, remove, setAside } = change(structuredClone(this.values.get(key)));
      if (this.writeFailure) throw this.writeFailure;
      if (setAside) this.aside.push(structuredClone(setAside));
      if (remove) this.values.delete(key);
      if (put !== undefined) this.values.set(key, structuredClone(put));
      this.writes++;
    });

  forgetSetAside(): Promise<void> {
    return this.#queue(() => {
      if (this.writeFailure) throw this.writeFailure;
      this.aside.length = 0;
    });
  }

  #read<T>(read: () => T): Promise<T> {
    return this.#queue(() => {
      if (this.readFailure) throw this.readFailure;
      return read();
    });
  }

  #queue<T>(work: () => T): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}

/** Tabs that hear each other a little later. */
export class FakeTabs {
  readonly #listeners = new Map<symbol, (message: TabMessage) => void>();

  channel(): TabChannel {
    const own = Symbol('tab');
    return {
      post: (message) => {
        for (const [tab, listener] of this.#listeners) {
          if (tab !== own) setTimeout(() => this.#listeners.has(tab) && listener(structuredClone(message)));
        }
      },
      listen: (listener) => this.#listeners.set(own, listener),
      close: () => this.#listeners.delete(own),
    };
  }
}

let count = 0;

export function fakeParts(
  records: IncidentRecords | Error,
  tabs = new FakeTabs(),
  now = 1_795_165_200_000,
): StoreParts {
  return {
    openRecords: () => (records instanceof Error ? Promise.reject(records) : Promise.resolve(records)),
    channel: tabs.channel(),
    newId: () => `id${count++}`,
    now: () => now++,
    persist: () => Promise.resolve(true),
  };
}

/** Until messages between tabs and what they set off have come to rest. */
export async function allHeard(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
}

export function domException(name: string): Error {
  return new DOMException('', name);
}
