import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesUnder } from '../scripts/files-under.ts';
import { writeOffline } from '../scripts/offline.ts';
import { violationsOf } from './axe.ts';
import { type Copy, copySite } from './copy.ts';
import { build, Deployment, untilKept } from './deployment.ts';
import { becomes, begin, linkOf, savedBy, tick } from './recovery-case.ts';

const dist = join(import.meta.dirname, '../dist');
const text = (page: Page) => page.locator('main').textContent();
const isCopy = (page: Page) => page.locator('.saved-copy').isVisible();

async function search(page: Page, term: string): Promise<number> {
  await page.keyboard.press('Control+k');
  await page.fill('.search-dialog input', term);
  await page.waitForSelector('.search-results a');
  return page.locator('.search-results a').count();
}

describe('after one visit, without a network', () => {
  let site: Deployment;
  let page: Page;
  beforeAll(async () => {
    site = await Deployment.of(dist);
    page = await site.visit('pt/guides/replies/');
    await site.goOffline();
  });
  afterAll(() => site.end());

  it('the search works in the page that was open', async () => {
    expect(await search(page, 'resposta')).toBeGreaterThan(2);
    await page.click('.search-results a >> nth=1');
    await page.waitForLoadState();
    expect(await isCopy(page)).toBe(true);
  });

  it('every page of its language opens, with all it loads', async () => {
    const pages = filesUnder(join(dist, 'pt')).filter((file) => file.endsWith('index.html'));
    expect(pages.length).toBeGreaterThan(100);
    const missing = await page.evaluate(async (files) => {
      const lost: string[] = [];
      for (const file of files) {
        const address = `/pt/${file.replace('index.html', '')}`;
        const answer = await fetch(address).catch(() => undefined);
        if (!answer?.ok) lost.push(address);
        const parsed = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html');
        for (const part of parsed.querySelectorAll('script[src], link[rel=stylesheet], link[rel=manifest]')) {
          const asset = part.getAttribute('src') ?? part.getAttribute('href') ?? '';
          if (!(await fetch(asset).catch(() => undefined))?.ok) lost.push(`${asset} of ${address}`);
        }
      }
      return [...new Set(lost)];
    }, pages);
    expect(missing).toEqual([]);
  });

  it('the calculator computes', async () => {
    await page.goto(`${site.url}pt/tools/reply-ratio/#sent=1000`);
    await page.fill('[name=replies]', '300');
    await page.waitForSelector('[data-figure=ratio][data-value="30"][data-zone=safe]');
    expect(await isCopy(page)).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('recovery opens, by an address with a query or without the slash at its end too', async () => {
    for (const address of ['pt/recovery/', 'pt/recovery/first-ban/?from=chat', 'pt/recovery/first-ban']) {
      await page.goto(site.url + address);
      expect(await page.locator('h1').textContent(), address).not.toBe('Sem conexão');
      expect(page.url(), address).toContain('/pt/recovery/');
    }
    expect(page.url()).toMatch(/first-ban\/$/);
  });

  it('a case is begun and a step ticked, and both are there after a reload', async () => {
    await page.goto(`${site.url}pt/recovery/`);
    expect(await isCopy(page)).toBe(true);
    await begin(page, 'Vendas');
    await page.click('[data-action=open-incident]');
    await page.waitForURL('**/pt/recovery/first-ban/#incident=*');
    await tick(page, 'appeal-in-app');
    await page.reload();
    await becomes(page, 'appeal-in-app', 'done');
    expect(await isCopy(page)).toBe(true);
    expect(await savedBy(page, 'report')).toContain('Vendas');
    expect(await linkOf(page)).toContain('#incident=');
  });

  it('the start address leads to the language that was read', async () => {
    await page.goto(site.url);
    await page.waitForURL('**/pt/');
  });

  it('a page that is not kept says so, in its own language first', async () => {
    await page.goto(`${site.url}ru/rules/`);
    const [first] = await page.locator('h1:visible').evaluateAll((found) =>
      found
        .map((h1) => ({ top: h1.getBoundingClientRect().top, said: h1.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ said }) => said),
    );
    expect(first).toBe('Нет связи');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('and with the network back pages come from there, and another language is kept once it is read', async () => {
    await site.goOnline();
    await page.goto(`${site.url}ru/rules/`);
    expect(await isCopy(page)).toBe(false);
    await untilKept(page, dist, 'shared', 'pt', 'ru');
    await site.goOffline();
    await page.goto(`${site.url}ru/recovery/`);
    expect(await page.getAttribute('html', 'lang')).toBe('ru');
    expect(await search(page, 'бан')).toBeGreaterThan(2);
  });
});

describe('a network that does not answer', () => {
  it('is waited for only for a while, and the page says that it is a copy', async () => {
    const site = await Deployment.of(dist);
    const page = await site.visit('en/');
    await site.goSilent();
    const began = performance.now();
    await page.goto(`${site.url}en/rules/reply-ratio/`);
    expect(performance.now() - began).toBeLessThan(8000);
    expect(await isCopy(page)).toBe(true);
    await site.end();
  });
});

describe('a new build', () => {
  let copy: Copy;
  let built: string;
  let site: Deployment;
  const change = (file: string, from: string, to: string) => {
    const path = join(copy.folder, file);
    const before = readFileSync(path, 'utf8');
    expect(before, `${file} holds ${from}`).toContain(from);
    writeFileSync(path, before.replaceAll(from, to));
  };
  beforeAll(async () => {
    copy = copySite();
    built = join(copy.folder, 'dist');
    await build(copy.folder, { BASE_PATH: '/kb/' });
    site = await Deployment.of(built, '/kb/');
  });
  afterAll(async () => {
    await site.end();
    copy.remove();
  });

  it('shows at once to who is online, disturbs no page that is open, and is the one that is kept', async () => {
    const guide = await site.visit('en/guides/replies/');
    expect(await text(guide)).toContain('30%');
    const calculator = await site.open('en/tools/reply-ratio/');
    await calculator.fill('[name=sent]', '100');
    await calculator.fill('[name=replies]', '30');
    await calculator.waitForSelector('[data-figure=ratio][data-zone=safe]');

    await site.goOffline();
    change('content/rules/reply-ratio.yaml', 'to: 30 }', 'to: 31 }');
    change('content/rules/reply-ratio.yaml', 'from: 30 }', 'from: 31 }');
    change('src/browser/search/dialog.ts', 'const SHOWN = 12', 'const SHOWN = 13');
    await build(copy.folder, { BASE_PATH: '/kb/' });
    await guide.reload();
    expect(await text(guide), 'the copy of the earlier build').toContain('30%');
    expect(await isCopy(guide)).toBe(true);

    await site.goOnline();
    await guide.reload();
    expect(await text(guide), 'the first visit online').toContain('31%');
    expect(await isCopy(guide)).toBe(false);
    await untilKept(guide, built, 'shared', 'en');

    expect(await calculator.inputValue('[name=replies]'), 'what was typed').toBe('30');
    expect(await calculator.locator('[data-figure=ratio]').getAttribute('data-zone')).toBe('safe');
    expect(await search(calculator, 'reply'), 'a script of the earlier build, loaded only now').toBeGreaterThan(0);
    await calculator.reload();
    expect(await calculator.inputValue('[name=replies]')).toBe('30');
    await calculator.waitForSelector('[data-figure=ratio][data-zone=warning]');

    await site.goOffline();
    await guide.goto(`${site.url}en/guides/replies/`);
    expect(await text(guide), 'the copy of the new build').toContain('31%');
    expect(await isCopy(guide)).toBe(true);
    expect(await search(guide, 'reply')).toBeGreaterThan(0);
    await site.goOnline();
  });

  it('lets the caches of builds before the last go', async () => {
    const page = await site.visit('en/');
    const home = join(built, 'en/index.html');
    for (const words of ['Second of all', 'Third of all']) {
      writeFileSync(home, readFileSync(home, 'utf8').replace(/<h1 id="_top">[^<]*/, `<h1 id="_top">${words}`));
      writeOffline(built);
      await page.reload();
      expect(await text(page)).toContain(words);
      await untilKept(page, built, 'shared', 'en');
    }
    const kept = await page.evaluate(() => caches.keys());
    expect(kept.filter((name) => name.includes(' en.'))).toHaveLength(2);
  });
});

describe('a cache storage', () => {
  it('that is damaged breaks no page and is mended', async () => {
    const site = await Deployment.of(dist);
    const page = await site.visit('en/');
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of (await cache.keys()).filter((_, index) => index % 2 === 0)) await cache.delete(request);
      }
    });
    await site.stopWorker(page);
    for (const path of ['en/tools/reply-ratio/', 'en/rules/', 'en/guides/warm-up/']) {
      await page.goto(site.url + path);
      expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth), path).not.toBe('none');
    }
    await untilKept(page, dist, 'shared', 'en');
    await site.goOffline();
    await page.goto(`${site.url}en/tools/reply-ratio/#sent=100&replies=10`);
    await page.waitForSelector('[data-figure=ratio][data-zone=danger]');
    await site.end();
  });

  it('that is full is left alone', async () => {
    const site = await Deployment.of(dist);
    const page = await site.open('favicon.svg');
    await site.limitStorage(page, 100_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${site.url}en/tools/reply-ratio/#sent=100&replies=10`);
    await page.waitForSelector('[data-figure=ratio][data-zone=danger]');
    await page.waitForTimeout(3000);
    expect(await search(page, 'reply')).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    await site.end();
  });
});
