import { ROLES, type Role } from './columns.ts';

/** Where in the bytes the fields of one row lie, by role. */
export class RowFields {
  readonly #spans = new Int32Array(ROLES.length * 2);

  clear(): void {
    this.#spans.fill(0);
  }

  set(place: number, start: number, end: number): void {
    this.#spans[place * 2] = start;
    this.#spans[place * 2 + 1] = end;
  }

  has(place: number): boolean {
    return this.start(place) < this.end(place);
  }

  start(place: number): number {
    return this.#spans[place * 2] ?? 0;
  }

  end(place: number): number {
    return this.#spans[place * 2 + 1] ?? 0;
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
