import type { Change, Incident } from '../core/recovery/event.ts';
import { FieldFault } from '../core/recovery/field.ts';
import { type Opening, openIncident, record } from '../core/recovery/record.ts';
import type { TabMessage } from './incident-channel.ts';
import { readRecord, writeRecord } from './incident-record.ts';
import { type IncidentRecords, StorageFailure, type StorageReason, type StoredRecord } from './incident-records.ts';
import { KnownIncidents } from './known-incidents.ts';
import { StorageAccess } from './storage-access.ts';
import { browserParts, type StoreParts } from './store-parts.ts';

export type Saved =
  /** Kept; or held by the open tabs only, and the notice of the store says why. */
  | { state: 'saved' | 'held'; incident: Incident }
  /** Removed meanwhile. What this tab knew of it can be added again. */
  | { state: 'gone'; incident?: Incident }
  /** It could be kept but never be read again, for instance because a text is far too long. */
  | { state: 'refused'; fault: FieldFault };

/** What the page must say about the storage. */
export interface StorageNotice {
  reason: StorageReason;
  /** Incidents with changes that are lost when the last tab is closed. */
  held: string[];
}

/** Opens the store; where the browser keeps nothing, it works in memory and its notice says so at once. */
export async function openIncidentStore(parts: StoreParts = browserParts()): Promise<IncidentStore> {
  const store = new IncidentStore(parts);
  await store.load();
  return store;
}

export class IncidentStore {
  readonly #parts: StoreParts;
  readonly #access: StorageAccess;
  readonly #known = new KnownIncidents();
  readonly #newer = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #setAside: readonly StoredRecord[] = [];
  #isPersistent: boolean | undefined;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#access = new StorageAccess(parts.openRecords);
    parts.channel.listen((message) => void this.#hear(message));
  }

  /** Everything known, also what could not be saved. */
  get incidents(): Incident[] {
    return this.#known.all;
  }

  get notice(): StorageNotice | undefined {
    const reason = this.#access.failed ?? (this.#newer.size > 0 ? 'newer-version' : undefined);
    return reason && { reason, held: this.#known.held.map(({ id }) => id) };
  }

  /** Damaged records, for a download. */
  get setAside(): readonly StoredRecord[] {
    return this.#setAside;
  }

  /** Whether the browser promised to keep the data; unknown until the first incident is made. */
  get isPersistent(): boolean | undefined {
    return this.#isPersistent;
  }

  /** Calls the listener after every change, from here or from another tab; gives the way to stop it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<void> {
    let found: StoredRecord[] = [];
    await this.#access.attempt(async (records) => {
      found = await records.readAll();
    });
    const left: StoredRecord[] = [];
    for (const stored of found.filter((one) => this.#take(one) === 'damaged')) {
      if (!(await this.#access.attempt((records) => setAside(records, stored.key)))) left.push(stored);
    }
    this.#setAside = left;
    await this.#access.attempt(async (records) => {
      this.#setAside = [...(await records.readSetAside()), ...left];
    });
    this.#parts.channel.post({ type: 'hello' });
    this.#tell();
  }

  open(opening: Opening): Promise<Saved> {
    return this.add(openIncident(this.#parts.newId(), opening, this.#entry()));
  }

  record(id: string, change: Change): Promise<Saved> {
    const entry = this.#entry();
    return this.#change(id, (incident) => record(incident, change, entry));
  }

  /** Joins an incident from a file or a link to what is known of it. */
  async add(incident: Incident): Promise<Saved> {
    const isFirst = this.#known.all.length === 0;
    this.#known.bringBack(incident.id);
    const saved = await this.#change(incident.id, (known) => known, incident);
    if (isFirst && saved.state === 'saved') void this.#askToPersist();
    return saved;
  }

  /** Gives what was removed, so that it can be added again. */
  async remove(id: string): Promise<Incident | undefined> {
    const incident = this.#known.remove(id);
    await this.#access.attempt((records) => records.update(id, () => ({ remove: true })));
    // News of an earlier change may have brought it back meanwhile.
    this.#known.remove(id);
    this.#parts.channel.post({ type: 'removed', id });
    await this.#saveHeld();
    this.#tell();
    return incident;
  }

  /** Once the damaged records were downloaded. */
  async forgetSetAside(): Promise<void> {
    if (await this.#access.attempt((records) => records.forgetSetAside())) this.#setAside = [];
    this.#tell();
  }

  close(): void {
    this.#parts.channel.close();
  }

  async #change(id: string, change: (known: Incident) => Incident, added?: Incident): Promise<Saved> {
    const saved = await this.#write(id, change, added);
    if (saved.state === 'held') this.#parts.channel.post({ type: 'held', incident: saved.incident });
    if (saved.state === 'saved') await this.#saveHeld();
    this.#tell();
    return saved;
  }

  /** In one transaction, or in memory where that fails. */
  async #write(id: string, change: (known: Incident) => Incident, added?: Incident): Promise<Saved> {
    let next: Incident | FieldFault | undefined;
    const isSaved = await this.#access.attempt((records) =>
      records.update(id, (value) => {
        const stored = value === undefined ? undefined : readRecord(id, value);
        if (stored === 'newer-version') throw new StorageFailure(stored);
        next = this.#known.changed(id, change, [stored === 'damaged' ? undefined : stored, added]);
        if (!next || next instanceof FieldFault) return {};
        return { put: writeRecord(next), ...(stored === 'damaged' && { setAside: { key: id, value } }) };
      }),
    );
    if (!isSaved) next = this.#known.changed(id, change, [added]);
    if (next instanceof FieldFault) return { state: 'refused', fault: next };
    const removed = this.#known.removed(id);
    if (!next) return { state: 'gone', ...(removed && { incident: removed }) };
    if (isSaved) {
      this.#known.learnSaved(next);
      this.#parts.channel.post({ type: 'changed', id });
    } else {
      this.#known.learnHeld(next);
    }
    return { state: isSaved ? 'saved' : 'held', incident: next };
  }

  /** Tries again what could not be saved: space may have been freed. */
  async #saveHeld(): Promise<void> {
    for (const { id } of this.#known.held) await this.#write(id, (known) => known);
    if (this.#known.held.length === 0) this.#access.failed = undefined;
  }

  #take({ key, value }: StoredRecord): 'damaged' | undefined {
    const incident = readRecord(key, value);
    if (incident === 'damaged') return incident;
    if (incident === 'newer-version') this.#newer.add(key);
    else this.#known.learnSaved(incident);
    return undefined;
  }

  async #hear(message: TabMessage): Promise<void> {
    if (message.type === 'hello') {
      for (const incident of this.#known.held) this.#parts.channel.post({ type: 'held', incident });
      return;
    }
    if (message.type === 'removed') this.#known.remove(message.id);
    if (message.type === 'held') {
      this.#known.learnHeld(message.incident);
      this.#access.failed ??= 'full';
    }
    if (message.type === 'changed') await this.#readAgain(message.id);
    this.#tell();
  }

  async #readAgain(id: string): Promise<void> {
    await this.#access.attempt(async (records) => {
      const value = await records.read(id);
      if (value === undefined) return;
      this.#known.bringBack(id);
      this.#take({ key: id, value });
      if (this.#known.held.length === 0) this.#access.failed = undefined;
    });
  }

  async #askToPersist(): Promise<void> {
    this.#isPersistent = await this.#parts.persist().catch(() => false);
    this.#tell();
  }

  #entry(): { id: string; at: number } {
    return { id: this.#parts.newId(), at: this.#parts.now() };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Looked at again inside the transaction: another tab may have mended it. */
function setAside(records: IncidentRecords, key: string): Promise<void> {
  return records.update(key, (value) =>
    value !== undefined && readRecord(key, value) === 'damaged' ? { remove: true, setAside: { key, value } } : {},
  );
}
