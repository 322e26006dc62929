import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();
describe('the start address', () => {
  it.each([
    ['pt-BR', '/pt/'],
    ['ru-RU', '/ru/'],
    ['de-DE', '/en/'],
  ])('leads a browser in %s to %s', async (locale, path) => {
    const page = await site.open('/', { locale });
    await page.waitForURL(`**${path}`);
    await page.context().close();
  });

  it('remembers the language chosen last', async () => {
    const page = await site.open('/en/rules/#stance=adopt', { locale: 'en-GB' });
    await page.click('[data-language=ru]');
    await page.waitForURL('**/ru/rules/#stance=adopt');
    await page.goto(site.url);
    await page.waitForURL('**/ru/');
    await page.context().close();
  });

  it('switches language at the same heading', async () => {
    const page = await site.open('/en/guides/warm-up/#go-on-hold-or-pause');
    await page.click('[data-language=ru]');
    await page.waitForURL('**/ru/guides/warm-up/#go-on-hold-or-pause');
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    await page.context().close();
  });

  it('offers plain links without JavaScript', async () => {
    const page = await site.open('/', { javaScriptEnabled: false });
    expect(await page.locator('a[href="/pt/"]').isVisible()).toBe(true);
    await page.context().close();
  });
});

describe('the home page', () => {
  const RULES = ['reply-ratio', 'block-rate', 'new-recipients', 'hourly-pace', 'identical-batch'];

  it.each(['en', 'pt', 'ru'])(
    'has search, doors and the five limits on the first screen of a phone in %s',
    async (locale) => {
      const page = await site.open(`/${locale}/`, { viewport: { width: 390, height: 740 } });
      const boxes = await page
        .locator('[data-search-field], .doors a, .limits li')
        .evaluateAll((found) => found.map((element) => element.getBoundingClientRect().toJSON()));
      expect(boxes).toHaveLength(1 + 3 + RULES.length);
      for (const { width, height, bottom } of boxes) {
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
        expect(bottom).toBeLessThanOrEqual(740);
      }
      await page.context().close();
    },
  );

  it.each(['en', 'pt', 'ru'])(
    'leads from every limit to its rule, and says its zone in a word in %s',
    async (locale) => {
      const page = await site.open(`/${locale}/`, { viewport: { width: 320, height: 640 } });
      const links = page.locator('.limits a');
      expect(await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')))).toEqual(
        RULES.map((rule) => `/${locale}/rules/${rule}/`),
      );
      const zone = { en: 'Safe: ', pt: 'Seguro: ', ru: 'Безопасно: ' }[locale] ?? '';
      for (const value of await page.locator('.limits strong').allTextContents())
        expect(value.startsWith(zone)).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.context().close();
    },
  );
});

describe('an address that is not there', () => {
  it('is answered in three languages, the one of the address first', async () => {
    const page = await site.open('/ru/no-such-page/');
    const tops = await page
      .locator('section h1')
      .evaluateAll((found) => found.map((h1) => [h1.getBoundingClientRect().top, h1.textContent]));
    expect(tops).toHaveLength(3);
    const first = tops.toSorted(([a], [b]) => Number(a) - Number(b))[0]?.[1];
    expect(first).toBe('Такой страницы нет');
    await page.context().close();
    site.faults.length = 0;
  });
});

describe('the list of rules', () => {
  it('is filtered by topic, stance and evidence, in the address too', async () => {
    const page = await site.open('/en/rules/');
    const shown = () => page.locator('li[data-stance]:visible').count();
    const all = await shown();
    await page.selectOption('[name=stance]', 'record-only');
    const notAdvised = await shown();
    expect(notAdvised).toBeGreaterThan(0);
    expect(notAdvised).toBeLessThan(all);
    expect(page.url()).toContain('#stance=record-only');
    await page.selectOption('[name=topic]', 'appeal');
    expect(await shown()).toBe(1);
    await page.reload();
    expect(await shown()).toBe(1);
    await page.context().close();
  });
});

describe('a guide', () => {
  it.each(['en', 'pt', 'ru'])('is found by the task it belongs to, and leads on in %s', async (locale) => {
    const page = await site.open(`/${locale}/`, { viewport: { width: 390, height: 844 } });
    await page.click('.doors li:nth-child(3) a');
    await page.waitForURL(`**/${locale}/guides/`);
    expect(await page.locator('.guide-list li').count()).toBe(23);
    await page.click('.guide-list a[href$="/consent/"]');
    await page.waitForURL('**/guides/consent/');
    expect(await page.getAttribute('.breadcrumbs a', 'href')).toBe(`/${locale}/guides/#write`);
    expect(await page.getAttribute('.pager [rel=prev]', 'href')).toBe(`/${locale}/guides/first-message/`);
    await page.click('.on-this-page summary');
    expect(await page.locator('.on-this-page a').count()).toBeGreaterThan(2);
    expect(await page.locator('main').textContent()).not.toContain(':rule[');
    await page.context().close();
  });
});

describe('the search', () => {
  it.each([
    ['en', 'reply ratio'],
    ['pt', 'resposta'],
    ['ru', 'доля ответов'],
  ])('finds pages in %s, and is not loaded before it is opened', async (locale, term) => {
    const page = await site.open(`/${locale}/`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.keyboard.press('/');
    await page.fill('.search-dialog input', term);
    await page.waitForSelector('.search-results a');
    expect(asked.some((url) => url.includes('/pagefind/'))).toBe(true);
    expect(await page.locator('.search-results a').first().getAttribute('href')).toContain(`/${locale}/`);
    await page.context().close();
  });
});

describe('the data file', () => {
  it('fits its JSON Schema and cites every claim', async () => {
    const [data, schema] = await Promise.all(
      ['rules.json', 'rules.schema.json'].map(async (file) => (await fetch(`${site.url}/api/v1/${file}`)).json()),
    );
    const validate = new Ajv2020({ strict: false }).compile(schema);
    validate(data);
    expect(validate.errors).toBeNull();
    expect(
      data.claims.every((claim: { citedBy?: string[]; unused?: unknown }) => claim.citedBy?.length || claim.unused),
    ).toBe(true);
    expect(JSON.stringify(data)).not.toContain(':rule[');
  });

  it('is told to language models', async () => {
    const text = await (await fetch(`${site.url}/llms.txt`)).text();
    expect(text).toContain('/en/rules/reply-ratio/');
    expect(text).not.toContain(':rule[');
  });
});

it('no page had an error or asked anybody else for anything', () => {
  expect(site.faults).toEqual([]);
});
