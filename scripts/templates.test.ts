import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentError } from '../src/knowledge/fault.ts';
import { loadCollections } from '../src/knowledge/load.ts';
import { LOCALES } from '../src/knowledge/schema.ts';
import { entryFiles } from './templates.ts';

/** What the loader says of the fixture content with the new files in it. */
function faultsWith(kind: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'number-care-new-'));
  cpSync('tests/fixture/content', join(root, 'content'), { recursive: true });
  for (const { path, text } of entryFiles(kind, 'brand-new', '2026-11-20', LOCALES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  try {
    loadCollections(join(root, 'content'));
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.faults.map(({ path, expected }) => `${path}: ${expected}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('a new entry', () => {
  it.each(['rule', 'checklist'])('of the kind %s lacks nothing but its texts and claims', (kind) => {
    const faults = faultsWith(kind);
    expect(faults.length).toBeGreaterThan(5);
    expect(faults.filter((fault) => !/a text that is not empty|claims\.for: a list of at least 1/.test(fault))).toEqual(
      [],
    );
  });

  it('is a page in every language if it is a guide', () => {
    expect(entryFiles('guide', 'brand-new', '2026-11-20', LOCALES).map(({ path }) => path)).toEqual(
      LOCALES.map((locale) => `content/docs/${locale}/guides/brand-new.md`),
    );
  });
});
