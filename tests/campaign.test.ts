import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { describeCalculator } from './calculator.ts';
import { useSite } from './site.ts';

const site = useSite();
const LANGUAGES = ['en', 'pt', 'ru'] as const;
const CALM = 'audience=300&cold=50&age=12&start=2026-11-23';

const open = (hash = '', locale: string = 'en') => site.open(`/${locale}/tools/campaign/${hash && `#${hash}`}`);
const figureValue = async (page: Page, id: string) => {
  const found = page.locator(`[data-figure="${id}"]`);
  return (await found.count()) === 0 ? undefined : await found.getAttribute('data-value');
};
const rows = (page: Page) =>
  page
    .locator('tr[data-day]')
    .evaluateAll((found) =>
      found.map((row) => ['day', 'messages', 'boundBy'].map((name) => (row as HTMLElement).dataset[name]).join(' ')),
    );

describe('the campaign check', () => {
  it.each(LANGUAGES)('answers in %s how long it takes, until when and what binds each day', async (locale) => {
    const page = await open(CALM, locale);
    expect(await figureValue(page, 'days')).toBe('8');
    expect(await figureValue(page, 'finish')).toBe('2026-11-30');
    expect(await rows(page)).toEqual([
      '1 166 day recipients',
      '2 24 recipients',
      ...[3, 4, 5, 6, 7].map((day) => `${day} 20 recipients`),
      '8 10 audience',
    ]);
    await page.context().close();
  });

  it('answers at every keystroke, and names the start in the address', async () => {
    const page = await open();
    expect(await page.locator('.empty-state').isVisible()).toBe(true);
    expect(await figureValue(page, 'days')).toBeUndefined();
    expect(await page.inputValue('[name=hours]')).toBe('8');
    expect(await page.inputValue('[name=per]')).toBe('1');
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    expect(await page.inputValue('[name=start]')).toBe(today);
    await page.fill('[name=audience]', '464');
    await page.fill('[name=cold]', '0');
    await page.fill('[name=age]', '100');
    expect(await figureValue(page, 'days')).toBe('2');
    expect(await rows(page)).toEqual(['1 232 hour', '2 232 hour']);
    expect(page.url()).toContain(`#audience=464&cold=0&age=100&start=${today}`);
    await page.fill('[name=hours]', '');
    expect(await figureValue(page, 'days')).toBeUndefined();
    await page.context().close();
  });

  it('keeps the number of a day in no time zone but the reader’s', async () => {
    for (const timezoneId of ['Pacific/Kiritimati', 'America/Sao_Paulo', 'Asia/Kathmandu']) {
      const page = await site.open('/en/tools/campaign/#audience=500&cold=0&age=100&start=2026-10-24', { timezoneId });
      expect(await figureValue(page, 'finish')).toBe('2026-10-26');
      await page.context().close();
    }
  });

  it('follows only the sources chosen', async () => {
    const page = await open('audience=7000&cold=0&age=100&sources=kinbox');
    expect(await rows(page)).toEqual(['1 6000 day', '2 1000 audience']);
    await page.check('[name=sources][value=whapi]');
    expect(page.url()).toContain('sources=kinbox,whapi');
    expect(await figureValue(page, 'days')).toBe('31');
    await page.uncheck('[name=sources][value=whapi]');
    await page.uncheck('[name=sources][value=kinbox]');
    expect(await figureValue(page, 'days')).toBeUndefined();
    expect(await page.locator('[data-error-for=sources]').count()).toBe(1);
    await page.context().close();
  });

  it.each(LANGUAGES)('says in %s what is wrong with each field, and shows nothing it cannot know', async (locale) => {
    const page = await open(
      'audience=0&cold=101&age=-1&hours=25&per=1.5&start=2026-02-30&sources=nobody&weather=fine',
      locale,
    );
    const wrong = await page
      .locator('[data-error-for]')
      .evaluateAll((found) => found.map((error) => (error as HTMLElement).dataset['errorFor']));
    expect(wrong.sort()).toEqual(['age', 'audience', 'cold', 'hours', 'per', 'sources', 'start']);
    for (const sentence of await page.locator('[data-error-for]').allTextContents()) {
      expect(sentence.length).toBeGreaterThan(20);
    }
    expect(await page.inputValue('[name=start]'), 'the bad value stays to be mended').toBe('2026-02-30');
    expect(await page.getAttribute('[name=start]', 'aria-invalid')).toBe('true');
    expect(await page.locator('tr[data-day]').count()).toBe(0);
    await page.fill('[name=start]', '2026-02-28');
    expect(await page.locator('[data-error-for]').count()).toBe(6);
    await page.context().close();
  });

  it('says so where no year is enough, instead of an endless table', async () => {
    const page = await open('audience=84681&cold=0&age=100');
    expect(await figureValue(page, 'days')).toBeUndefined();
    expect(await figureValue(page, 'finish')).toBeUndefined();
    expect(await page.locator('tr[data-day]').count()).toBe(0);
    expect(await page.locator('.answer .verdict').textContent()).toContain('365');
    await page.fill('[name=audience]', '84680');
    expect(await figureValue(page, 'days')).toBe('365');
    expect(await page.locator('tr[data-day]').count()).toBe(365);
    await page.context().close();
  });

  it('names honest ways to make it shorter', async () => {
    const page = await open(CALM);
    const hints = () =>
      page.locator('[data-hint]').evaluateAll((found) => found.map((hint) => (hint as HTMLElement).dataset['hint']));
    expect(await hints()).toEqual(['ask-opt-in', 'let-customers-write', 'wait']);
    await page.fill('[name=hours]', '4');
    await page.fill('[name=cold]', '0');
    await page.fill('[name=age]', '90');
    expect(await hints()).toEqual(['more-hours']);
    await page.context().close();
  });

  it.each([
    ['en', ',', 'Day,Date,'],
    ['pt', ';', 'Dia;Data;'],
    ['ru', ';', 'День;Дата;'],
  ])('hands out a spreadsheet in %s', async (locale, separator, heading) => {
    const page = await open(CALM, locale);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=csv]')]);
    expect(file.suggestedFilename()).toBe('campaign-2026-11-23.csv');
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
    expect(lines[0]?.startsWith(`\uFEFF${heading}`)).toBe(true);
    expect(lines[1]?.startsWith(['1', '2026-11-23', '12', '166', '20', '146', ''].join(separator))).toBe(true);
    expect(lines).toHaveLength(10);
    await page.fill('[name=age]', '');
    expect(await page.isDisabled('[data-action=csv]')).toBe(true);
    await page.context().close();
  });

  it.each(LANGUAGES)('hands out a calendar in %s', async (locale) => {
    const page = await open(CALM, locale);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=ics]')]);
    expect(file.suggestedFilename()).toBe('campaign-2026-11-23.ics');
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
    const days = lines.filter((line) => /^DT(START|END)/.test(line)).map((line) => line.replace(/.*:/, ''));
    expect(days).toEqual([
      '20261123',
      '20261124',
      '20261124',
      '20261125',
      '20261125',
      '20261130',
      '20261130',
      '20261201',
    ]);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    await page.context().close();
  });

  it('loses nothing when somebody follows a link to a heading, and copies the inputs all the same', async () => {
    const page = await site.open(`/en/tools/campaign/#${CALM}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.evaluate(() => {
      location.hash = 'limits';
    });
    await page.waitForTimeout(50);
    expect(await page.inputValue('[name=audience]')).toBe('300');
    await page.click('[data-action=link]');
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent !== '');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      `${site.url}/en/tools/campaign/#${CALM}&rules=`,
    );
    await page.context().close();
  });

  it('can be read without JavaScript: what a day may carry, and what campaigns come to', async () => {
    const page = await site.open('/pt/tools/campaign/', { javaScriptEnabled: false });
    expect(await page.locator('table.limits tbody tr').count()).toBeGreaterThan(10);
    expect(await page.locator('.examples li').count()).toBe(3);
    await page.context().close();
  });

  describeCalculator(site, {
    tool: 'campaign',
    inputs: CALM,
    change: (page) => page.fill('[name=audience]', '301'),
    longest: ['audience=20000&cold=0&age=100', 'audience=84681&cold=0&age=100', 'audience=400&cold=50&age=0&hours=9'],
  });

  it('had no error and asked nobody else for anything', () => {
    expect(site.faults).toEqual([]);
  });
});
