import { decode, fingerprint } from './bytes.ts';
import type { ColumnSample } from './column-samples.ts';
import { type ColumnRoles, plainName, ROLES } from './columns.ts';
import { placeOf } from './row-fields.ts';

/** A field by its path through nested objects, such as `text.body`. */
export interface PathInfo {
  /** Path of plain names. */
  name: string;
  /** The names as they are written. */
  written: string;
  print: number;
  /** The role it fills, or -1; the lower its rank, the more it is preferred to other paths of that role. */
  place: number;
  rank: number;
  /** Whether it may hold the list of messages, and whether it does so even when the list is empty. */
  isList: boolean;
  isMessages: boolean;
  /** The first values, where somebody may have to be asked what they are. */
  samples?: string[];
}

/** Knows every path met so far, so that a key needs to be read as text only once. */
export class JsonPaths {
  readonly root: PathInfo;
  readonly #roles: ReadonlyMap<string, { place: number; rank: number }>;
  readonly #known = new Map<number, PathInfo>();

  readonly #takesSamples: boolean;

  constructor(roles: ColumnRoles, takesSamples = false) {
    this.#takesSamples = takesSamples;
    const wanted = ROLES.flatMap((role) =>
      (roles[role] ?? []).map((name, rank) => [name, { place: placeOf(role), rank }] as const),
    );
    this.#roles = new Map(wanted.toReversed());
    this.root = this.#info('', '', 0);
  }

  child(parent: PathInfo, bytes: Uint8Array, keyStart: number, keyEnd: number): PathInfo {
    const print = fingerprint(bytes, keyStart, keyEnd, parent.print);
    const known = this.#known.get(print);
    if (known) return known;
    const key = keyText(decode(bytes, keyStart, keyEnd));
    const isTop = parent === this.root;
    const name = isTop ? plainName(key) : `${parent.name}.${plainName(key)}`;
    const path = this.#info(name, isTop ? key : `${parent.written}.${key}`, print);
    // A file of ever new keys must not fill the memory.
    if (this.#known.size < MOST_PATHS) this.#known.set(print, path);
    return path;
  }

  /** The fields that held something else than objects and lists. */
  sampled(): ColumnSample[] {
    const paths = [...this.#known.values()].map(({ written, samples = [] }) => ({ name: written, samples }));
    return paths.filter(({ samples }) => samples.length > 0);
  }

  #info(name: string, written: string, print: number): PathInfo {
    const role = this.#roles.get(name) ?? { place: -1, rank: 0 };
    const isMessages = /(?:^|\.)messages$/.test(name);
    const path = { name, written, print, ...role, isList: isMessages || LISTS.has(name), isMessages };
    return this.#takesSamples ? { ...path, samples: [] } : path;
  }
}

const MOST_PATHS = 2000;

const LISTS = new Set(['data', 'items', 'result', 'results', 'rows', 'records', 'history', 'list', 'response']);

function keyText(raw: string): string {
  try {
    return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
  } catch {
    return raw;
  }
}
