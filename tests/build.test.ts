import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Copy, copySite, plainEnvironment } from './copy.ts';

let site: Copy;
beforeAll(() => {
  site = copySite();
});
afterAll(() => site.remove());

function change(file: string, from: string, to: string): void {
  const path = join(site.folder, 'content', file);
  const before = readFileSync(path, 'utf8');
  expect(before, `${file} holds ${from}`).toContain(from);
  writeFileSync(path, before.replace(from, to));
}

function build(env: Record<string, string> = {}): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['scripts/build.ts'],
      { cwd: site.folder, env: plainEnvironment(env) },
      (error, out, err) => {
        done({ code: error ? Number(error.code ?? 1) : 0, said: `${out}${err}` });
      },
    );
  });
}

const page = (path: string) => readFileSync(join(site.folder, 'dist', path), 'utf8');

describe('one value', () => {
  it('is the same in prose, on its rule page, in the calculator and in the data file, and follows a change at once', async () => {
    expect(await build()).toMatchObject({ code: 0 });
    expect(page('en/guides/replies/index.html')).toMatch(/data-value="30"[^>]*>30%</);
    expect(page('ru/guides/replies/index.html')).toMatch(/data-value="30"[^>]*>30\u00a0%</);
    expect(page('pt/guides/replies/index.html')).toContain('>15–30%<');

    change('rules/reply-ratio.yaml', 'from: 15, to: 30 }', 'from: 15, to: 31 }');
    change('rules/reply-ratio.yaml', 'zone: safe, from: 30 }', 'zone: safe, from: 31 }');
    change('rules/reply-ratio.yaml', 'en: Keep enough replies', 'en: Keep plenty of replies');
    expect(await build()).toMatchObject({ code: 0 });
    for (const locale of ['en', 'pt', 'ru']) {
      expect(page(`${locale}/guides/replies/index.html`), 'prose').toMatch(/data-rule="reply-ratio" data-value="31"/);
      expect(page(`${locale}/rules/reply-ratio/index.html`), 'rule page').toMatch(/data-value="31"/);
      expect(page(`${locale}/tools/reply-ratio/index.html`), 'calculator').toContain('"zone":"safe","from":31');
    }
    expect(page('api/v1/rules.json'), 'data file').toContain('"zone":"safe","from":31');
    expect(page('llms.txt'), 'text for language models').toContain('Keep plenty of replies');
    site.freshContent();
  });

  it('keeps its links under a base path', async () => {
    expect(await build({ BASE_PATH: '/kb/' })).toMatchObject({ code: 0 });
    const guide = page('en/guides/replies/index.html');
    expect(guide).toContain('href="/kb/en/rules/reply-ratio/"');
    expect(
      [...guide.matchAll(/(?:href|src)="(\/[^"]*)"/g)]
        .map(([, address]) => address)
        .filter((address) => !address?.startsWith('/kb/')),
    ).toEqual([]);
  });
});

describe('a fault in the content ends the build, naming file and line', () => {
  it.each([
    [
      'an unknown rule in prose',
      'docs/pt/guides/replies.md',
      ':rule[reply-ratio.safe]',
      ':rule[reply-ration.safe]',
      /docs\/pt\/guides\/replies\.md:7: expected the id of a rule, found "reply-ration"\. Did you mean "reply-ratio"\?/,
    ],
    [
      'an unknown value in prose',
      'docs/en/guides/replies.md',
      '[reply-ratio.safe]',
      '[reply-ratio.save]',
      /docs\/en\/guides\/replies\.md:7: expected a zone or a value of the rule "reply-ratio", found "save"\. Did you mean "safe"\?/,
    ],
    [
      'an unknown form of a value',
      'docs/en/guides/replies.md',
      'as=range',
      'as=rnage',
      /replies\.md:7: expected one of value, range, limit, number, unit after as=, found "rnage"/,
    ],
    [
      'an unknown block',
      'docs/ru/guides/replies.md',
      '::bands',
      '::band',
      /docs\/ru\/guides\/replies\.md:13: expected one of .*, found "::band"\. Did you mean "::bands"\?/,
    ],
    [
      'a block of an unknown rule',
      'docs/en/guides/replies.md',
      '::bands[reply-ratio]',
      '::bands[replies]',
      /replies\.md:13: expected the id of a rule, found "replies"/,
    ],
    [
      'an unknown directive',
      'docs/en/guides/replies.md',
      'see :rule[block-rate]',
      'see :role[block-rate]',
      /replies\.md:7: expected one of :rule, found ":role"/,
    ],
    [
      'an unknown topic of a page',
      'docs/en/guides/replies.md',
      'topics: [reply-ratio]',
      'topics: [reply-ratios]',
      /replies/,
    ],
    [
      'a missing translation',
      'rules/block-rate.yaml',
      '  ru: Пусть блокировок будет мало\n',
      '',
      /content\/rules\/block-rate\.yaml:4 at title\.ru/,
    ],
    ['broken YAML', 'rules/block-rate.yaml', 'terms: []', 'terms: [', /content\/rules\/block-rate\.yaml:\d+/],
    [
      'a dangling claim',
      'rules/block-rate.yaml',
      'for: [alpha-2]',
      'for: [alpha-3]',
      /content\/rules\/block-rate\.yaml:25 at claims\.for\[0\]/,
    ],
  ])('%s', async (_, file, from, to, message) => {
    change(file, from, to);
    const { code, said } = await build();
    expect(said).toMatch(message);
    expect(code).not.toBe(0);
    site.freshContent();
  });
});
