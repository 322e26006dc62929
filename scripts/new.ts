import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LOCALES } from '../src/knowledge/schema.ts';
import { projectRoot } from './run.ts';
import { entryFiles, KINDS } from './templates.ts';

/** `npm run new -- rule|guide|checklist {id}`: the files of a new entry, in all three languages. */
function make([kind = '', id = '']: string[]): void {
  if (!KINDS.includes(kind))
    throw new Error(`Say what to make: npm run new -- ${KINDS.join('|')} some-id (found "${kind}").`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    throw new Error(`Give it a permanent id in kebab-case, such as "reply-ratio" (found "${id}").`);
  }
  const files = entryFiles(kind, id, new Date().toLocaleDateString('sv'), LOCALES);
  const taken = files.find(({ path }) => existsSync(join(projectRoot, path)));
  if (taken) throw new Error(`${taken.path} is there already; choose another id.`);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(projectRoot, path)), { recursive: true });
    writeFileSync(join(projectRoot, path), text);
    console.log(`Made ${path}`);
  }
  console.log('Write the texts in every language; `npm run check` names what is still missing.');
}

try {
  make(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
