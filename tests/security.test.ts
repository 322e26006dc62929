import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { filesUnder } from '../scripts/files-under.ts';
import { useSite } from './site.ts';

const site = useSite();
const dist = join(import.meta.dirname, '../dist');

/** Every tool, and one page of every other kind: those that differ only in their last name, or language, are of one kind. */
function kindsOfPages(): string[] {
  const files = filesUnder(dist).filter((file) => file.endsWith('.html') && !/^(pt|ru)\//.test(file));
  const kinds = new Map<string, string>();
  for (const file of files) {
    const kind = file.includes('/tools/') ? file : file.replace(/(?<=\/\w+\/)[\w-]+(?=\/index\.html$)/, '*');
    if (!kinds.has(kind)) kinds.set(kind, `/${file.replace(/index\.html$/, '')}`);
  }
  return [...kinds.values()];
}

declare global {
  interface Window {
    violations?: string[];
  }
}

const listen = () => {
  const violations: string[] = [];
  window.violations = violations;
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    violations.push(`${violatedDirective}: ${blockedURI} ${sourceFile}`),
  );
};
const violations = (page: Page) => page.evaluate(() => window.violations);

describe('the content security policy', () => {
  it.each(kindsOfPages())('forbids nothing that %s does', async (path) => {
    const page = await site.open('/favicon.svg');
    await page.addInitScript(listen);
    await page.goto(site.url + path);
    await page.waitForTimeout(200);
    await page.$$eval('summary', (folds) => {
      for (const fold of folds) fold.click();
    });
    if (await page.locator('[data-search]').isVisible()) {
      await page.click('[data-search]');
      await page.fill('.search-dialog input', 'Kinbox');
      await page.waitForSelector('.search-results a');
    }
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('forbids what was not there when the site was built, and any other host', async () => {
    const page = await site.open('/en/');
    await page.evaluate(listen);
    await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "not ours"';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<p style="color: red">');
      await fetch('https://example.org/').catch(() => undefined);
    });
    expect(await page.title()).not.toBe('not ours');
    expect((await violations(page))?.map((told) => told.split(':')[0])).toEqual(
      expect.arrayContaining(['script-src-elem', 'style-src-attr', 'connect-src']),
    );
    await page.context().close();
    site.faults.length = 0;
  });

  it('had no error', () => {
    expect(site.faults).toEqual([]);
  });
});
