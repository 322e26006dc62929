import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OfflineWorker, type PackContent, type Packs } from '../src/browser/offline-worker.ts';
import { LOCALES } from '../src/knowledge/schema.ts';
import { typeOf } from './file-store.ts';
import { filesUnder } from './files-under.ts';
import { projectRoot } from './run.ts';

/** Packs the files of a built site, a pack for each language and one for what they share, and writes the worker. */
export function writeOffline(folder: string): void {
  const packsFolder = join(folder, 'packs');
  rmSync(packsFolder, { recursive: true, force: true });
  mkdirSync(packsFolder);
  const packs: Packs = {};
  for (const [kind, files] of filesByKind(filesUnder(folder))) {
    const content = packFiles(files, (file) => readFileSync(join(folder, file)));
    const text = JSON.stringify(content);
    const file = `${kind}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.json`;
    packs[kind] = { file, count: files.length, bytes: text.length };
    writeFileSync(join(packsFolder, file), text);
  }
  writeFileSync(join(folder, 'sw.js'), workerText(packs));
}

/** What no page asks for, or nobody misses without a network. */
const LEFT_OUT = [
  /^(404\.html|sw\.js|_headers|_redirects)$/,
  /^(api|packs)\//,
  /\.(map|txt|xml)$/,
  /^(icons\/|screenshot\.png$)/,
];

export function filesByKind(files: readonly string[]): Map<string, string[]> {
  const kinds = new Map<string, string[]>([['shared', []]]);
  for (const file of files) {
    if (LEFT_OUT.some((pattern) => pattern.test(file))) continue;
    const kind = languageOf(file) ?? 'shared';
    const ofKind = kinds.get(kind);
    if (ofKind) ofKind.push(file);
    else kinds.set(kind, [file]);
  }
  return kinds;
}

/** A page lies in the folder of its language, and so does what is searched in it. */
function languageOf(file: string): string | undefined {
  return LOCALES.find((locale) => file.startsWith(`${locale}/`) || file.startsWith(`pagefind/${locale}/`));
}

export function packFiles(files: readonly string[], read: (file: string) => Buffer): PackContent {
  const content: PackContent = {};
  for (const file of files) {
    const { type, body } = packed(file, read(file));
    content[type] = Object.assign(content[type] ?? {}, { [file.replace(/(^|\/)index\.html$/, '$1')]: body });
  }
  return content;
}

function packed(file: string, bytes: Buffer): { type: string; body: string } {
  const type = typeOf(file);
  // A copy says of itself that it is one.
  if (file.endsWith('.html')) return { type, body: String(bytes).replace('<html', '<html data-saved') };
  return { type, body: bytes.toString(type.includes('charset') ? 'utf8' : 'base64') };
}

export function workerText(packs: Packs): string {
  const lines = String(OfflineWorker)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(\/\/|\/\*\*|\*)/.test(line));
  return `new (${lines.join('\n')})(self, ${JSON.stringify(packs)});\n`;
}

if (import.meta.main) writeOffline(join(projectRoot, 'dist'));
