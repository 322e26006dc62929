import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { formatDay, localDay } from '../src/core/calendar/day.ts';
import { describeCalculator } from './calculator.ts';
import { useSite } from './site.ts';

const site = useSite();
const LANGUAGES = ['en', 'pt', 'ru'] as const;
const START = '2026-08-03';

const open = (hash = '', locale: string = 'en', options: BrowserContextOptions = {}) =>
  site.open(`/${locale}/tools/warm-up/${hash}`, options);
const daysAgo = (days: number) => formatDay(localDay(new Date()) - days);
const day = (page: Page, n: number) =>
  page.locator(`tr[data-day="${n}"]`).evaluate((row) => ({ ...(row as HTMLElement).dataset }));
const milestones = (page: Page) =>
  page
    .locator('[data-milestone]')
    .evaluateAll((found) => found.map((item) => Object.values({ ...(item as HTMLElement).dataset }).join(' ')));
const advice = async (page: Page) => ({
  level: await page.locator('[data-figure=advice]').getAttribute('data-level'),
  planDay: await page.locator('[data-figure=plan-day]').getAttribute('data-value'),
});
async function download(page: Page, action: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-action=${action}]`)]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe('the plan', () => {
  it('names on each day the limits, who sets them, and what is allowed', async () => {
    const page = await open(`#start=${START}&target=300`);
    expect(await day(page, 0)).toEqual({
      day: '0',
      date: START,
      messages: '0',
      messagesBy: 'green-api kinbox olchat whapi',
      recipients: '0',
      recipientsBy: 'green-api kinbox olchat whapi',
      hourly: '29',
      channel: 'phone',
      groups: 'no',
    });
    expect(await day(page, 8)).toEqual({
      day: '8',
      date: '2026-08-11',
      messages: '100',
      messagesBy: 'olchat whapi',
      recipients: '20',
      recipientsBy: 'green-api',
      hourly: '29',
      channel: 'phone-web',
      groups: 'no',
    });
    expect(await day(page, 30)).toEqual({
      day: '30',
      date: '2026-09-02',
      messages: '300',
      messagesBy: 'target',
      recipients: 'none',
      recipientsBy: '',
      hourly: '29',
      channel: 'service',
      groups: 'yes',
    });
    expect(await page.locator('tr[data-day]').count()).toBe(31);
    expect(await milestones(page)).toEqual([
      'first-message 2026-08-04',
      'connect 2026-08-13',
      'age-10 2026-08-13',
      'target 2026-08-26',
      'green-light 2026-08-28',
    ]);
    await page.context().close();
  });

  it('follows the sources, the way of connecting and the target as they are chosen, in the address too', async () => {
    const page = await open(`#start=${START}`);
    for (const id of ['green-api', 'kinbox', 'olchat', 'z-api']) await page.uncheck(`[name=sources][value=${id}]`);
    expect(page.url()).toContain(`#start=${START}&sources=whapi`);
    expect(await day(page, 1)).toMatchObject({
      messages: '20',
      messagesBy: 'whapi',
      channel: 'service',
      groups: 'yes',
    });
    await page.check('[name=connect][value=phone]');
    expect(await day(page, 10)).toMatchObject({ channel: 'phone-web' });
    expect(await milestones(page)).not.toContain('connect 2026-08-04');
    await page.fill('[name=target]', '100000');
    expect(await page.locator('tr[data-day]').count()).toBe(49);
    await page.uncheck('[name=sources][value=whapi]');
    expect(await page.locator('tr[data-day]').count()).toBe(0);
    expect(await page.locator('[data-milestone]').count()).toBe(0);
    expect(await page.locator('[data-error-for=sources]').count()).toBe(1);
    await page.context().close();
  });

  it('says in the headline what may be sent today', async () => {
    const page = await open(`#start=${daysAgo(5)}`);
    expect((await page.textContent('[data-figure=today]'))?.replaceAll('\u00a0', ' ')).toBe(
      'Today is day 5: 56 messages, 20 new people, phone and web only',
    );
    expect(await page.getAttribute('tr[data-day="5"]', 'aria-current')).toBe('date');
    await page.context().close();
  });

  it('keeps what was typed when a link leads to a place on the page', async () => {
    const page = await open(`#start=${START}&target=300`);
    await page.click('a[href="#board"]');
    await page.waitForFunction(() => location.hash === '#board');
    expect(await page.inputValue('[name=target]')).toBe('300');
    expect(await page.inputValue('[name=start]')).toBe(START);
    await page.context().close();
  });

  it('starts today, and a copied link says so', async () => {
    const page = await open('', 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    expect(await page.inputValue('[name=start]')).toBe(daysAgo(0));
    expect(await day(page, 0)).toMatchObject({ date: daysAgo(0) });
    const { version } = await (await fetch(`${site.url}/api/v1/rules.json`)).json();
    await page.click('[data-action=link]');
    await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent !== '');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${site.url}/en/tools/warm-up/#start=${daysAgo(0)}&rules=${version}`,
    );
    await page.context().close();
  });

  it.each([
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04'],
    ['Asia/Kathmandu', '2024-02-28', '2024-02-29'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30'],
  ])('moves no date in %s', async (timezoneId, start, next) => {
    const page = await open(`#start=${start}`, 'en', { timezoneId });
    expect(await day(page, 0)).toMatchObject({ date: start });
    expect(await day(page, 1)).toMatchObject({ date: next });
    await page.context().close();
  });

  it.each(LANGUAGES)('says in %s what is wrong with each field, and the rest works', async (locale) => {
    const page = await open('#start=2026-02-30&target=0&connect=cable&sources=whapi,nobody', locale);
    for (const name of ['start', 'target', 'connect', 'sources']) {
      expect((await page.textContent(`[data-error-for=${name}]`))?.length, name).toBeGreaterThan(10);
      expect(await page.locator(`[name=${name}]`).first().getAttribute('aria-invalid'), name).toBe('true');
    }
    expect(await page.inputValue('[name=start]')).toBe('2026-02-30');
    expect(await page.locator('tr[data-day]').count()).toBe(0);
    await page.fill('[name=start]', START);
    expect(await page.locator('tr[data-day]').count()).toBe(31);
    expect(await page.locator('[data-error-for=start]').count()).toBe(0);
    await page.context().close();
  });

  it.each(LANGUAGES)('can be read in %s without JavaScript', async (locale) => {
    const page = await open('', locale, { javaScriptEnabled: false });
    expect(await page.locator('tr[data-day]').first().isVisible()).toBe(true);
    expect(await page.locator('tr[data-day]').count()).toBe(31);
    expect(await page.locator('.plan-chart').isVisible()).toBe(true);
    expect(await page.locator('noscript').count()).toBe(1);
    await page.context().close();
  });
});

describe('what happened', () => {
  const page = (days: number, log: string) =>
    open(`#start=${daysAgo(days)}`).then(async (opened) => {
      await opened.fill('[name=log]', log);
      return opened;
    });

  it.each([
    ['1, 12, 1\n2, 12, 2', 3, 'pause', '2'],
    ['1, 12, 2\n2, 12, 3', 3, 'hold', '2'],
    ['day;sent;replies\n1;12;6\n2;12;6', 3, 'go-on', '3'],
    ['1\t12\t6', 20, 'restart', '0'],
  ])('%j on day %i: %s', async (log, today, level, planDay) => {
    const opened = await page(today, log);
    expect(await advice(opened)).toEqual({ level, planDay });
    await opened.context().close();
  });

  it('moves the dates of what comes after a day that was held, and never the address', async () => {
    const opened = await page(3, '1, 12, 2\n2, 12, 3');
    await opened.locator('[data-figure=advice]').waitFor();
    expect(await day(opened, 1)).toMatchObject({ date: daysAgo(2) });
    expect(await day(opened, 2)).toMatchObject({ date: daysAgo(0) });
    expect(await day(opened, 10)).toMatchObject({ date: daysAgo(-8) });
    expect(opened.url()).not.toContain('12');
    await opened.context().close();
  });

  it('is not judged by too few messages', async () => {
    const opened = await page(2, '1, 12, 0');
    expect(await opened.locator('[data-figure=plan-day]').getAttribute('data-value')).toBe('2');
    expect(await opened.locator('[data-figure=advice]').count()).toBe(0);
    await opened.context().close();
  });

  it('names bad lines and goes on with the others', async () => {
    const opened = await page(3, '1, 12, 6\n\nx, 1, 2\n2, 12, 6');
    expect(await advice(opened)).toEqual({ level: 'go-on', planDay: '3' });
    expect(await opened.getAttribute('[data-bad-line]', 'data-bad-line')).toBe('3');
    expect(await opened.locator('[data-error-for=log]').count()).toBe(1);
    await opened.reload();
    expect(await opened.inputValue('[name=log]'), 'nothing typed is lost').toContain('x, 1, 2');
    await opened.context().close();
  });

  it('starts again on the date of a move', async () => {
    const opened = await open(`#start=${daysAgo(40)}`);
    await opened.check('[name=moved]');
    expect(await advice(opened)).toEqual({ level: 'restart', planDay: '0' });
    await opened.fill('[name=moved-on]', daysAgo(3));
    expect(await day(opened, 0)).toMatchObject({ date: daysAgo(3) });
    expect(opened.url()).toContain(`moved=on&moved-on=${daysAgo(3)}`);
    await opened.context().close();
  });
});

describe('the files', () => {
  it('are a calendar that an independent parser reads, folded at 75 octets in Russian', async () => {
    const page = await open(`#start=${START}&target=300&sources=olchat,whapi`, 'ru');
    const { name, text } = await download(page, 'ics');
    expect(name).toBe(`warm-up-${START}.ics`);
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent').map((found) => new ICAL.Event(found));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const saved = events.find(({ uid }) => uid.includes('olchat-saved-contacts'));
    expect(saved?.summary).toBe('OLChat: Первые сообщения сохранённым контактам');
    expect(`${saved?.startDate} ${saved?.endDate}`).toBe('2026-08-04 2026-08-05');
    expect(saved?.description).toContain('каждые 2 часа');
    expect(events.filter(({ uid }) => uid.includes('milestone'))).toHaveLength(5);
    expect(calendar.getFirstPropertyValue('x-rules-version')).toMatch(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/);
    await page.context().close();
  });

  it.each([
    ['en', ','],
    ['pt', ';'],
    ['ru', ';'],
  ])('are a table with a row a day in %s', async (locale, separator) => {
    const page = await open(`#start=${START}&target=6000&sources=whapi`, locale);
    const { text } = await download(page, 'csv');
    const lines = text.split('\r\n');
    expect(lines[0]?.startsWith('\uFEFF')).toBe(true);
    expect(lines).toHaveLength(1 + (await page.locator('tr[data-day]').count()) + 1);
    expect(lines[31]).toMatch(new RegExp(`^30${separator}2026-09-02${separator}1600${separator}Whapi${separator}`));
    expect(lines[31]).toMatch(/[0-9a-f]{8}$/);
    await page.context().close();
  });
});

describe('several numbers', () => {
  const keep = async (page: Page, name: string) => {
    await page.fill('[data-nickname]', name);
    await page.click('[data-action=keep-number]');
    await page.locator(`[data-kept=${JSON.stringify(name)}]`).waitFor();
  };
  const board = (page: Page) =>
    page
      .locator('[data-kept]')
      .evaluateAll((rows) =>
        rows.map(({ dataset }) => `${dataset['kept']}: day ${dataset['planDay']}, ${dataset['messages']} messages`),
      );

  it('are kept under nicknames in this browser, and tell what each may send today', async () => {
    const page = await open(`#start=${daysAgo(5)}`);
    await keep(page, 'Shop "1" <b>');
    await page.fill('[name=start]', daysAgo(2));
    await page.fill('[name=log]', '1, 30, 0');
    await keep(page, 'Support');
    await page.reload();
    await page.locator('[data-kept]').first().waitFor();
    expect(await board(page)).toEqual(['Support: day 1, 12 messages', 'Shop "1" <b>: day 5, 56 messages']);

    await page.click('[data-kept^=Shop] [data-action=open-number]');
    expect(await page.inputValue('[name=start]')).toBe(daysAgo(5));
    expect(await page.inputValue('[name=log]')).toBe('');
    await page.click('[data-kept=Support] [data-action=forget-number]');
    expect(await board(page)).toHaveLength(1);
    await page.click('[data-action=undo]');
    expect(await board(page)).toHaveLength(2);
    await page.context().close();
  });

  it('need a nickname', async () => {
    const page = await open(`#start=${START}`);
    await page.click('[data-action=keep-number]');
    expect(await page.locator('[data-nickname-error]').isVisible()).toBe(true);
    expect(await page.locator('[data-kept]').count()).toBe(0);
    await page.context().close();
  });
});

describeCalculator(site, {
  tool: 'warm-up',
  inputs: `start=${START}&target=300`,
  change: (page) => page.fill('[name=target]', '301'),
  longest: [`start=${START}&target=100000`, `start=${START}&target=10000&sources=kinbox`],
});

it('had no error and asked nobody else for anything', () => {
  expect(site.faults).toEqual([]);
});
