import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { describeCalculator } from './calculator.ts';
import { useSite } from './site.ts';

const site = useSite();
const LANGUAGES = ['en', 'pt', 'ru'] as const;

const open = (hash = '', locale: string = 'en') => site.open(`/${locale}/tools/reply-ratio/${hash}`);
const figure = (page: Page, id: string) => page.locator(`[data-figure="${id}"]`);
const data = async (page: Page, id: string) => {
  const found = figure(page, id);
  if ((await found.count()) === 0) return undefined;
  return { value: await found.getAttribute('data-value'), zone: await found.getAttribute('data-zone') };
};

describe('the reply-ratio check', () => {
  it.each([
    ['100', '30', '30', 'safe'],
    ['100', '29', '29', 'warning'],
    ['100', '15', '15', 'warning'],
    ['100', '14', '14', 'danger'],
    ['100', '50', '50', 'target'],
    ['10', '3', '30', 'safe'],
    ['100', '250', '250', 'target'],
    ['10000000', '10000000', '100', 'target'],
  ])('answers %s sent and %s replies with %s %% and the zone %s', async (sent, replies, value, zone) => {
    const page = await open();
    await page.fill('[name=sent]', sent);
    await page.fill('[name=replies]', replies);
    expect(await data(page, 'ratio')).toEqual({ value, zone });
    expect(page.url()).toContain(`#sent=${sent}&replies=${replies}`);
    await page.context().close();
  });

  it.each(LANGUAGES)('says in %s what is wrong with a field, and shows no figure', async (locale) => {
    const page = await open('#sent=100&replies=30', locale);
    expect(await data(page, 'ratio')).toEqual({ value: '30', zone: 'safe' });
    for (const bad of ['-1', '1.5', 'abc', '1e3', '１００', '<script>alert(1)</script>', '10000001']) {
      await page.fill('[name=sent]', bad);
      expect(await figure(page, 'ratio').count(), bad).toBe(0);
      expect(await page.getAttribute('[name=sent]', 'aria-invalid')).toBe('true');
      expect((await page.textContent('[data-error-for=sent]'))?.length).toBeGreaterThan(20);
      expect(await page.locator('[data-error-for]').count()).toBe(1);
    }
    await page.fill('[name=sent]', '100');
    expect(await page.locator('[data-error-for]').count()).toBe(0);
    expect(await page.getAttribute('[name=sent]', 'aria-invalid')).toBeNull();
    await page.context().close();
  });

  it('keeps the rest working when one field is bad', async () => {
    const page = await open('#sent=100&replies=30&blocked=abc&more=x&rate=101');
    expect(await data(page, 'ratio')).toEqual({ value: '30', zone: 'safe' });
    expect(await page.locator('[data-error-for]').count()).toBe(3);
    expect(await page.inputValue('[name=blocked]')).toBe('abc');
    expect(await page.locator('[data-error-for=more]').isVisible(), 'the group with the bad field is open').toBe(true);
    await page.context().close();
  });

  it('gives no ratio before anything was sent, and says what to do first', async () => {
    const page = await open('#sent=0&replies=0&more=10&rate=30');
    expect(await data(page, 'ratio')).toBeUndefined();
    expect(await page.locator('.empty-state').isVisible()).toBe(true);
    expect(await data(page, 'projected-ratio')).toEqual({ value: '30', zone: 'safe' });
    await page.context().close();
  });

  it('answers the inverse questions', async () => {
    const page = await open('#sent=100&replies=10');
    expect((await data(page, 'replies-to-warning'))?.value).toBe('5');
    expect((await data(page, 'replies-to-safe'))?.value).toBe('20');
    expect((await data(page, 'replies-to-target'))?.value).toBe('40');
    expect(await data(page, 'headroom-safe')).toBeUndefined();
    await page.fill('[name=replies]', '40');
    expect((await data(page, 'headroom-safe'))?.value).toBe('33');
    expect(await data(page, 'replies-to-safe')).toBeUndefined();
    await page.context().close();
  });

  it('says how sure so few messages can make anyone', async () => {
    const page = await open('#sent=40&replies=12');
    expect((await data(page, 'interval-low'))?.value).toBe('18.1');
    expect((await data(page, 'interval-high'))?.value).toBe('45.4');
    expect(await figure(page, 'interval-caution').count()).toBe(1);
    await page.fill('[name=sent]', '10000');
    await page.fill('[name=replies]', '4000');
    expect(await figure(page, 'interval-caution').count()).toBe(0);
    await page.context().close();
  });

  it("shows every source's own verdict", async () => {
    const page = await open('#sent=400&replies=100&blocked=12');
    const verdicts = await page
      .locator('[data-verdict-of]')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('data-verdict-of')} ${row.getAttribute('data-zone')}`),
      );
    expect(verdicts.sort()).toEqual([
      'green-api warning',
      'kinbox danger',
      'olchat warning',
      'whapi warning',
      'z-api danger',
    ]);
    expect(await data(page, 'block-rate')).toEqual({ value: '3', zone: 'danger' });
    await page.context().close();
  });

  it('leaves open what was opened, however the list around it changes', async () => {
    const page = await open('#sent=400&replies=100&blocked=12');
    await page.click('#why-blocks summary');
    for (const replies of ['10', '300', '130']) {
      await page.fill('[name=replies]', replies);
      expect(await page.locator('details.why[open]').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
        'why-blocks',
      ]);
    }
    await page.context().close();
  });

  it('follows a changed address, and forgets what it no longer says', async () => {
    const page = await open('#sent=100&replies=10&unknown=1');
    await page.evaluate(() => {
      location.hash = 'sent=100';
    });
    await page.waitForFunction(() => !document.querySelector('[data-figure=ratio]'));
    expect(await page.inputValue('[name=replies]')).toBe('');
    await page.context().close();
  });

  it('compares several numbers, worst first, and names bad lines', async () => {
    const page = await open();
    await page.fill('[name=numbers]', 'name sent replies\nA 100 50\nB 100 10\n\nbad line here\nC 0 0\n<b>D</b>\t10\t3');
    const rows = await page
      .locator('tr[data-number]')
      .evaluateAll((found) => found.map((row) => ({ ...(row as HTMLElement).dataset })));
    expect(rows).toEqual([
      { number: 'B', sent: '100', replies: '10', value: '10', zone: 'danger' },
      { number: '<b>D</b>', sent: '10', replies: '3', value: '30', zone: 'safe' },
      { number: 'A', sent: '100', replies: '50', value: '50', zone: 'target' },
      { number: 'C', sent: '0', replies: '0', zone: 'none' },
    ]);
    expect(await page.getAttribute('[data-number-total]', 'data-value')).toBe('30');
    expect(await page.locator('[data-bad-line]').getAttribute('data-bad-line')).toBe('5');
    await page.reload();
    expect(await page.inputValue('[name=numbers]'), 'nothing pasted is lost').toContain('<b>D</b>');
    expect(await page.locator('tr[data-number]').count()).toBe(4);
    await page.context().close();
  });

  it('can be read without JavaScript', async () => {
    const page = await site.open('/ru/tools/reply-ratio/', { javaScriptEnabled: false });
    expect(await page.locator('.band-scale').isVisible()).toBe(true);
    expect(await page.locator('[data-verdict-of]').count()).toBe(5);
    await page.context().close();
  });

  describeCalculator(site, {
    tool: 'reply-ratio',
    inputs: 'sent=100&replies=30',
    change: (page) => page.fill('[name=replies]', '31'),
    longest: ['sent=500&replies=50&blocked=16&more=100&rate=20'],
  });

  it('had no error and asked nobody else for anything', () => {
    expect(site.faults).toEqual([]);
  });
});
