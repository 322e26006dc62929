import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Fault } from './fault.ts';

export type Path = readonly (string | number)[];

/** One entry as it stands in a file, before anything about it is believed. */
export interface RawEntry {
  file: string;
  /** The file's name without its ending. */
  stem: string;
  /** Whether the entry is one of a list, or the whole file. */
  inList: boolean;
  value: unknown;
  lineOf(path: Path): number;
}

/** Every entry of one folder of YAML files, in the order of file names, and what could not be read. */
export function readFolder(root: string, folder: string): { entries: RawEntry[]; faults: Fault[] } {
  const directory = join(root, folder);
  const names = existsSync(directory) ? readdirSync(directory).filter((name) => /\.ya?ml$/.test(name)) : [];
  const files = names.sort().map((name) => readYaml(join(directory, name), `${basename(root)}/${folder}/${name}`));
  return { entries: files.flatMap((file) => file.entries), faults: files.flatMap((file) => file.faults) };
}

function readYaml(path: string, file: string): { entries: RawEntry[]; faults: Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      path: '',
      expected: 'valid YAML',
      found: error.message,
    }));
    return { entries: [], faults };
  }
  const stem = basename(path).replace(/\.ya?ml$/, '');
  const lineAt = (full: Path): number => {
    for (let length = full.length; length >= 0; length--) {
      const start = startOf(document.contents, full.slice(0, length));
      if (start !== undefined) return lines.linePos(start).line;
    }
    return 1;
  };
  const entry = (prefix: Path, value: unknown): RawEntry => ({
    file,
    stem,
    inList: prefix.length > 0,
    value,
    lineOf: (path) => lineAt([...prefix, ...path]),
  });
  const value: unknown = document.toJS();
  const entries = Array.isArray(value) ? value.map((item, index) => entry([index], item)) : [entry([], value)];
  return { entries, faults: [] };
}

/** Offset of the key (in a map) or the item (in a list) that the path names. */
function startOf(root: unknown, path: Path): number | undefined {
  let node = root;
  let start = rangeStart(root);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(step));
      if (!pair) return undefined;
      node = pair.value;
      start = rangeStart(pair.key) ?? rangeStart(pair.value);
    } else if (isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step];
      start = rangeStart(node);
    } else {
      return undefined;
    }
  }
  return start;
}

function rangeStart(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

export function showPath(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
