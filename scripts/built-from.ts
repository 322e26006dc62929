import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What the pages are made from. A folder stands for all the files in it. */
const INPUTS = [
  'content',
  'i18n',
  'public',
  'scripts',
  'src',
  'astro.config.mjs',
  'content.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const VARIABLES = ['BASE_PATH', 'CONTENT_DIR'];
const NOTE = 'reports/built-from.json';

interface BuildNote {
  inputs: string;
  output: string;
}

/** The inputs of a build as one short text; a build of today is not one of tomorrow, for pages say what is overdue. */
export function fingerprintInputs(root: string, env: NodeJS.ProcessEnv, today = new Date()): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([today.toDateString(), ...VARIABLES.map((name) => env[name] ?? null)]));
  const contentElsewhere = env['CONTENT_DIR'] === undefined ? [] : [env['CONTENT_DIR']];
  for (const input of [...INPUTS, ...contentElsewhere]) {
    for (const file of filesUnder(root, input)) addEntry(hash, file, readFileSync(resolve(root, file)));
  }
  return hash.digest('hex');
}

/** Whether `dist/` is what a build of these inputs left there, untouched since. */
export function isUpToDate(root: string, inputs: string): boolean {
  const note = readNote(root);
  return note?.inputs === inputs && note.output === fingerprintOutput(root);
}

export function noteBuild(root: string, inputs: string): void {
  const note: BuildNote = { inputs, output: fingerprintOutput(root) };
  mkdirSync(dirname(join(root, NOTE)), { recursive: true });
  writeFileSync(join(root, NOTE), JSON.stringify(note));
}

/** Sizes and times are enough to see that somebody else has written there, and are quick for thousands of pages. */
function fingerprintOutput(root: string): string {
  const hash = createHash('sha256');
  for (const file of filesUnder(root, 'dist')) {
    const { size, mtimeMs } = statSync(join(root, file));
    addEntry(hash, file, `${size} ${mtimeMs}`);
  }
  return hash.digest('hex');
}

function addEntry(hash: Hash, name: string, content: string | Buffer): void {
  hash.update(`${name}\0${content.length}\0`).update(content);
}

function filesUnder(root: string, path: string): string[] {
  const full = resolve(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => statSync(resolve(root, name)).isFile())
    .sort();
}

function readNote(root: string): Partial<BuildNote> | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(join(root, NOTE), 'utf8'));
    return typeof note === 'object' && note !== null ? note : undefined;
  } catch {
    // no note, or half of one, is no proof of a build
    return undefined;
  }
}
