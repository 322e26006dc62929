import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fingerprintInputs, isUpToDate, noteBuild } from './built-from.ts';

let root = '';
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const upToDate = (env = {}, today?: Date) => isUpToDate(root, fingerprintInputs(root, env, today));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-from-'));
  write('content/rules/a.yaml', 'a: 1');
  write('package-lock.json', '{}');
  write('dist/index.html', '<p>1');
  noteBuild(root, fingerprintInputs(root, {}));
});

describe('a built site', () => {
  it('is up to date after the build', () => {
    expect(upToDate()).toBe(true);
  });

  it.each([
    ['an input has changed', () => write('content/rules/a.yaml', 'a: 2')],
    ['an input was added', () => write('src/core/new.ts', '')],
    ['an input was renamed', () => renameSync(join(root, 'content/rules/a.yaml'), join(root, 'content/rules/b.yaml'))],
    ['a page has gone', () => rmSync(join(root, 'dist/index.html'))],
    ['somebody else has built there', () => write('dist/index.html', '<p>other')],
    ['the note of the build is broken', () => write('reports/built-from.json', '{"inputs":')],
  ])('is not when %s', (_, change) => {
    change();
    expect(upToDate()).toBe(false);
  });

  it('is not below another base path', () => {
    expect(upToDate({ BASE_PATH: '/kb/' })).toBe(false);
  });

  it('is not on another day', () => {
    expect(upToDate({}, new Date(2001, 0, 1))).toBe(false);
  });

  it('of a content folder elsewhere follows that folder', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'content-'));
    const env = { CONTENT_DIR: elsewhere };
    noteBuild(root, fingerprintInputs(root, env));
    expect(upToDate(env)).toBe(true);
    writeFileSync(join(elsewhere, 'a.yaml'), 'a: 3');
    expect(upToDate(env)).toBe(false);
  });
});
