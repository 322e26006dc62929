import type { Incident } from '../core/recovery/event.ts';
import { readIncident, writeIncident } from '../core/recovery/exchange.ts';
import type { FieldFault } from '../core/recovery/field.ts';
import { addsTo, mergeIncidents } from '../core/recovery/record.ts';

/** What one tab knows: all incidents, those of them that are not saved, and those removed while it was open. */
export class KnownIncidents {
  readonly #all = new Map<string, Incident>();
  readonly #held = new Map<string, Incident>();
  readonly #removed = new Map<string, Incident | undefined>();

  get all(): Incident[] {
    return [...this.#all.values()];
  }

  get held(): Incident[] {
    return [...this.#held.values()];
  }

  get(id: string): Incident | undefined {
    return this.#all.get(id);
  }

  /** An incident that was removed here or in another tab. */
  removed(id: string): Incident | undefined {
    return this.#removed.get(id);
  }

  isRemoved(id: string): boolean {
    return this.#removed.has(id);
  }

  bringBack(id: string): void {
    this.#removed.delete(id);
  }

  remove(id: string): Incident | undefined {
    const incident = this.#all.get(id) ?? this.#removed.get(id);
    this.#removed.set(id, incident);
    this.#all.delete(id);
    this.#held.delete(id);
    return incident;
  }

  /** Learns of a copy that the storage has. */
  learnSaved(copy: Incident): void {
    this.#learn(copy);
    const held = this.#held.get(copy.id);
    if (held && !addsTo(copy, held)) this.#held.delete(copy.id);
  }

  /** Learns of a copy that no storage has. */
  learnHeld(copy: Incident): void {
    if (this.isRemoved(copy.id)) return;
    this.#learn(copy);
    const held = this.#held.get(copy.id);
    this.#held.set(copy.id, held ? mergeIncidents(held, copy) : copy);
  }

  /**
   * The change made to everything known and to the other copies given: nothing where there is none or where it was
   * removed, a fault where the outcome could be written and never be read again.
   */
  changed(
    id: string,
    change: (incident: Incident) => Incident,
    copies: readonly (Incident | undefined)[],
  ): Incident | FieldFault | undefined {
    if (this.isRemoved(id)) return undefined;
    const [first, ...others] = [this.#all.get(id), ...copies].filter((copy) => copy !== undefined);
    return first && readIncident(writeIncident(change(others.reduce(mergeIncidents, first))), '');
  }

  #learn(copy: Incident): void {
    if (this.isRemoved(copy.id)) return;
    const known = this.#all.get(copy.id);
    this.#all.set(copy.id, known ? mergeIncidents(known, copy) : copy);
  }
}
