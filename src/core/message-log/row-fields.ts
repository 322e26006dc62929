import { ROLES, type Role } from './columns.ts';

/** Where in the bytes the fields of one row lie, by role. */
export class RowFields {
  #starts: Int32Array = new Int32Array(ROLES.length);
  #ends: Int32Array = new Int32Array(ROLES.length);
  /** Which of the starts and ends belong to a role. */
  readonly #slots = new Int32Array(ROLES.length).map((_, place) => place);

  /** Looks at cells where somebody else notes them; `empty` is one that holds nothing. */
  lookAt(starts: Int32Array, ends: Int32Array, empty: number): void {
    this.#starts = starts;
    this.#ends = ends;
    this.#slots.fill(empty);
  }

  point(place: number, slot: number): void {
    this.#slots[place] = slot;
  }

  clear(): void {
    for (let slot = 0; slot < this.#ends.length; slot++) this.#ends[slot] = 0;
  }

  set(place: number, start: number, end: number): void {
    const slot = this.#slots[place] ?? 0;
    this.#starts[slot] = start;
    this.#ends[slot] = end;
  }

  has(place: number): boolean {
    return this.start(place) < this.end(place);
  }

  start(place: number): number {
    return this.#starts[this.#slots[place] ?? 0] ?? 0;
  }

  end(place: number): number {
    return this.#ends[this.#slots[place] ?? 0] ?? 0;
  }
}

export function placeOf(role: Role): number {
  return ROLES.indexOf(role);
}

export const TIME = placeOf('time');
export const CLOCK = placeOf('clock');
export const DIRECTION = placeOf('direction');
export const CHAT = placeOf('chat');
export const TEXT = placeOf('text');
export const ID = placeOf('id');
export const KIND = placeOf('kind');
export const ACTION = placeOf('action');
export const NOTICE = placeOf('notice');
export const GROUP = placeOf('group');
export const NUMBER = placeOf('number');
export const OUT_MARK = placeOf('outMark');
export const IN_MARK = placeOf('inMark');
