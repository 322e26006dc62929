import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsIn } from './axe.ts';
import { useSite } from './site.ts';

const site = useSite();
const LANGUAGES = ['en', 'pt', 'ru'] as const;
const NOON = Date.UTC(2026, 9, 5, 12) / 1000;

const open = (locale: string = 'en', options: BrowserContextOptions = {}) =>
  site.open(`/${locale}/tools/message-log/`, { timezoneId: 'UTC', ...options });

interface GivenFile {
  name: string;
  content: string | Buffer;
}

async function give(page: Page, ...files: readonly (GivenFile | string)[]): Promise<void> {
  await page.setInputFiles(
    '[name=log]',
    files.map((file) => {
      const { name, content } = typeof file === 'string' ? { name: 'log.csv', content: file } : file;
      return { name, mimeType: '', buffer: Buffer.from(content) };
    }),
  );
}

/** Waits until the page has said what it has to say. */
async function answered(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const tool = document.querySelector('message-log');
    return !tool?.hasAttribute('aria-busy') && tool?.querySelector('[role=progressbar]') === null;
  });
}

const figures = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('[data-figure]')
    .evaluateAll((found) =>
      Object.fromEntries(
        (found as HTMLElement[]).map(({ dataset }) => [
          dataset['figure'] ?? '',
          [dataset['value'] ?? '-', dataset['zone'] ?? ''].join(' ').trim(),
        ]),
      ),
    );
const error = async (page: Page) => (await page.textContent('[data-error-for=log]')) ?? '';

async function download(page: Page, action: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-action=${action}]`)]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

interface Row {
  /** Seconds after noon of 2026-10-05. */
  at: number;
  way: 'in' | 'out';
  chat: string;
  text?: string;
}

const lineOf = ({ at, way, chat, text = '' }: Row) =>
  `${new Date((NOON + at) * 1000).toISOString()},${way},${chat},"${text}"\n`;
const csv = (rows: readonly Row[], heading = 'time,direction,chat,text') => `${heading}\n${rows.map(lineOf).join('')}`;

/** Four people, each written to within a minute with the same words; two of them answer, one of them with a stop. */
const MAILING: Row[] = [
  ...['5511990000001', '5511990000002', '5511990000003', '5511990000004'].map((chat, k) => ({
    at: k * 10,
    way: 'out' as const,
    chat,
    text: `Sale ${k} http://shop.example/${k}`,
  })),
  { at: 3600, way: 'in', chat: '5511990000001', text: 'thank you' },
  { at: 3700, way: 'in', chat: '5511990000002', text: ' Stop!' },
  { at: 7200, way: 'out', chat: '5511990000002', text: 'Why? https://bit.ly/x' },
  { at: 3 * 86_400, way: 'in', chat: '5511990000009', text: 'hello' },
];

/** What the contract says of it, worked out by hand. */
const EXPECTED = {
  'rows-read': '8',
  'rows-bad': '0',
  'replies-messages': '40 safe',
  'replies-answered': '40 safe',
  'unanswered-48h': '3 none',
  'unanswered-48h-share': '60 none',
  'peak-hour': '4 safe',
  'peak-minute': '4 warning',
  'peak-day': '5 none',
  'active-window': '2 safe',
  'new-recipients-peak': '4 safe',
  'identical-batch': '4 safe',
  'stop-ignored': '1 none',
  'links-share': '100 none',
  'regular-spacing': '0 none',
};

describe('the figures of a log', () => {
  it.each(LANGUAGES)('are those worked out by hand, in %s', async (locale) => {
    const page = await open(locale);
    await give(page, csv(MAILING));
    await answered(page);
    expect(await figures(page)).toEqual(EXPECTED);
    expect(await page.locator('[data-error-for=log]').count()).toBe(0);
    expect(await page.locator('.log-figure').first().locator('[data-zone=warning]').count()).toBe(1);
    expect(await page.locator('tr[data-log-day]').count()).toBe(2);
    expect(await page.locator('.log-figure a[href*="/rules/"]').count()).toBe(13);
    expect(await page.getAttribute('a[href*="/reply-ratio/#"]', 'href')).toBe(
      `/${locale}/tools/reply-ratio/#sent=5&replies=2`,
    );
    expect(await page.locator(`a[href="/${locale}/recovery/find-the-cause/"]`).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('come from several files at once, of different kinds', async () => {
    const page = await open();
    const rows = MAILING.map(({ at, way, chat, text }) => ({ timestamp: NOON + at, direction: way, chat, text }));
    const lines = rows.slice(4).map((row) => JSON.stringify(row));
    await give(page, csv(MAILING.slice(0, 4)), { name: 'rest.txt', content: lines.join('\n') });
    await answered(page);
    expect(await figures(page)).toEqual(EXPECTED);
    await page.context().close();
  });

  it('have no value where nothing was sent, and the page says why', async () => {
    const page = await open();
    await give(page, csv(MAILING.filter(({ way }) => way === 'in')));
    await answered(page);
    expect(await figures(page)).toMatchObject({ 'rows-read': '3', 'peak-hour': '- none', 'links-share': '- none' });
    expect(await error(page)).toContain('no outgoing message');
    await page.context().close();
  });

  it('follow the dates and the zone without reading again', async () => {
    const page = await open();
    await give(page, csv(MAILING, 'sep=,\ntime,direction,chat,text').replaceAll('Z,', ','));
    await answered(page);
    await page.click('#choices > summary');
    await page.fill('[name=from]', '2026-10-06');
    await page.waitForSelector('[data-figure=peak-hour]:not([data-value])');
    expect(await figures(page)).toMatchObject({ 'rows-read': '8', 'peak-day': '- none' });
    await page.fill('[name=from]', '');
    await page.waitForSelector('[data-figure=peak-hour][data-value="4"]');
    await page.selectOption('[name=zone]', 'Pacific/Auckland');
    await page.waitForFunction(() => document.querySelector('#reading + ul')?.textContent?.includes('Auckland'));
    expect(await page.locator('tr[data-log-day="2026-10-05"]').count()).toBe(1);
    await page.fill('[name=to]', '2026-02-30');
    await page.waitForSelector('[data-error-for=to]');
    await page.fill('[name=to]', '');
    await page.fill('[name=registered]', '2026-10-04');
    await page.waitForSelector('[data-figure=peak-day][data-zone=safe]');
    expect(await page.locator('a[href$="/warm-up/#start=2026-10-04"]').count()).toBe(2);
    await page.context().close();
  });

  it('are shown for each of several numbers', async () => {
    const page = await open();
    const rows = MAILING.map(({ at, way, chat }, k) => ({
      ...{ timestamp: NOON + at, direction: way, chat, instance: `551100000000${k % 2}` },
    }));
    await give(page, { name: 'log.json', content: JSON.stringify(rows) });
    await page.waitForSelector('tr[data-number-total]');
    const sent = () => page.locator('tr[data-number]').evaluateAll((all) => all.map((row) => row.dataset['sent']));
    expect(await sent()).toEqual(['3', '2']);
    await page.click('#choices > summary');
    await page.selectOption('[name=number]', '5511000000001');
    await page.waitForSelector('[data-figure=peak-hour][data-value="2"]');
    await page.waitForSelector('tr[data-number-total][data-sent="5"]');
    await page.context().close();
  });
});

describe('what the page has to ask', () => {
  it('is which column is which, with the first rows beside it', async () => {
    const page = await open();
    await give(page, csv(MAILING, 'moment,way,person,words'));
    await page.waitForSelector('[name=map-time]');
    expect(await page.locator('.log-preview tbody tr').count()).toBeGreaterThan(2);
    await page.selectOption('[name=map-time]', 'moment');
    await page.selectOption('[name=map-direction]', 'way');
    await page.selectOption('[name=map-chat]', 'person');
    await answered(page);
    expect(await figures(page)).toMatchObject({ 'rows-read': '8', 'peak-hour': '4 safe', 'links-share': '0 none' });
    await page.selectOption('[name=map-text]', 'words');
    await page.waitForSelector('[data-figure=links-share][data-value="100"]');
    expect(await figures(page)).toEqual(EXPECTED);
    await page.context().close();
  });

  it('is who of the senders is the number itself', async () => {
    const page = await open();
    const chat = ['05/10/2026, 12:00 - Shop: hello', '05/10/2026, 12:05 - Ana: hi', '13/10/2026, 12:06 - Shop: bye'];
    await give(page, { name: 'chat.txt', content: chat.join('\n') });
    await page.selectOption('[name=me]', 'Shop');
    await answered(page);
    expect(await figures(page)).toMatchObject({ 'rows-read': '3', 'replies-answered': '50 target' });
    await page.context().close();
  });

  it('nothing where the name of the file tells who that is, which can be said otherwise', async () => {
    const page = await open();
    const chat = ['05/10/2026, 12:00 - Shop: hello', '05/10/2026, 12:05 - Ana: hi', '13/10/2026, 12:06 - Shop: bye'];
    await give(page, { name: 'WhatsApp Chat with Ana.txt', content: chat.join('\n') });
    await answered(page);
    expect(await figures(page)).toMatchObject({ 'rows-read': '3', 'replies-answered': '50 target' });
    expect(await page.locator('[name=me]').count()).toBe(0);
    await page.click('[data-action=choose-me]');
    expect(await page.locator('[name=me]').inputValue()).toBe('Shop');
    await page.selectOption('[name=me]', 'Ana');
    await page.waitForSelector('[data-figure=replies-messages][data-value="200"]');
    await page.context().close();
  });
});

describe('reading', () => {
  const row = `2026-10-05T12:00:00Z,out,5511990000001,${'x'.repeat(400)}\n`;
  const folder = mkdtempSync(join(tmpdir(), 'log-page-'));
  const large = join(folder, 'large.csv');
  beforeAll(() => writeFileSync(large, `time,direction,chat,text\n${row.repeat(240_000)}`));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is shown by a bar that rises, and can be cancelled at once', async () => {
    const page = await open();
    await page.evaluate(() => {
      const seen: number[] = [];
      new MutationObserver(() => {
        const now = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow');
        if (now && Number(now) !== seen.at(-1)) seen.push(Number(now));
        document.body.dataset['seen'] = seen.join();
        if (seen.length < 3 || document.body.dataset['cancelled']) return;
        document.querySelector<HTMLElement>('[data-action=cancel]')?.click();
        document.body.dataset['cancelled'] = String(document.querySelector('[role=progressbar]') === null);
      }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-valuenow'] });
    });
    await page.setInputFiles('[name=log]', large);
    await page.waitForSelector('body[data-cancelled]');
    expect(await page.getAttribute('body', 'data-cancelled')).toBe('true');
    expect(await page.textContent('[data-slot=progress]')).toContain('Cancelled');
    await page.waitForTimeout(3000);
    expect(await figures(page)).toEqual({});
    const seen = ((await page.getAttribute('body', 'data-seen')) ?? '').split(',').map(Number);
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
    await give(page, csv(MAILING));
    await answered(page);
    expect(await figures(page)).toEqual(EXPECTED);
    await page.context().close();
  });

  it('asks for nothing once the page is loaded, whatever is done', async () => {
    const page = await open();
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await page.click('[data-action=sample]');
    await answered(page);
    await page.setInputFiles('[name=log]', large);
    await page.click('[data-action=cancel]');
    await give(page, csv(MAILING));
    await answered(page);
    await page.click('#choices > summary');
    await page.check('[name=names]');
    await page.waitForFunction(() => document.querySelector('[data-figure=peak-hour]') !== null);
    await download(page, 'report');
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    await page.context().close();
  });

  it('never keeps the page from answering', async () => {
    const page = await open();
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        const longest = Math.max(...list.getEntries().map(({ duration }) => duration));
        document.body.dataset['longest'] = String(Math.max(longest, Number(document.body.dataset['longest'] ?? 0)));
      }).observe({ type: 'longtask' });
    });
    await page.setInputFiles('[name=log]', large);
    await page.waitForFunction(() => document.querySelector('[data-figure=peak-hour][data-value]') !== null);
    await answered(page);
    // A busy machine stretches everything; a page that reads on its own thread would be busy for seconds.
    expect(Number((await page.getAttribute('body', 'data-longest')) ?? 0)).toBeLessThan(200);
    await page.context().close();
  });

  it('takes files dropped anywhere', async () => {
    const page = await open();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.csv'));
      const drop = (kind: string) => new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector('h1')?.dispatchEvent(drop('dragover'));
      document.querySelector('h1')?.dispatchEvent(drop('drop'));
    }, csv(MAILING));
    await page.waitForSelector('[data-figure=peak-hour]');
    await answered(page);
    expect(await figures(page)).toEqual(EXPECTED);
    await page.context().close();
  });
});

describe('a file that is no log', () => {
  const png = Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0,
  ]);
  const page404 = '<!DOCTYPE html><html><body>not found</body></html>';
  const HOSTILE: [string, GivenFile][] = [
    ['nothing', { name: 'log.csv', content: '' }],
    ['a heading alone', { name: 'log.csv', content: 'time,direction,chat\n' }],
    ['a picture', { name: 'log.csv', content: png }],
    ['a web page', { name: 'log.json', content: page404 }],
    ['a letter', { name: 'log.txt', content: 'Dear Maria,\n\nthank you for your order.\n' }],
    ['other JSON', { name: 'log.json', content: '{"a":[1,2,{"b":3}]}' }],
    ['JSON nested deep', { name: 'log.json', content: '['.repeat(200_000) }],
    ['half an archive', { name: 'log.zip', content: zip('_chat.txt', Buffer.from('x')).subarray(0, 40) }],
    ['an archive without a chat', { name: 'log.zip', content: zip('photo.jpg', png) }],
    ['a zip bomb', { name: 'log.zip', content: zip('_chat.txt', Buffer.alloc(700_000_000)) }],
    ['rows that are all bad', { name: 'log.csv', content: 'time,direction,chat\nnever,out,a\nnow,in,b\n' }],
  ];

  it.each(HOSTILE)('gets a sentence: %s', async (_, file) => {
    const page = await open();
    for (const locale of LANGUAGES) {
      await page.goto(`${site.url}/${locale}/tools/message-log/`);
      await give(page, file);
      await page.waitForSelector('[data-error-for=log]', { timeout: 60_000 });
      expect((await error(page)).trim().length, locale).toBeGreaterThan(20);
      expect(await page.getAttribute('[name=log]', 'aria-invalid')).toBe('true');
      expect(await page.locator('[data-figure][data-value]').count()).toBe(0);
    }
    await page.context().close();
  });

  it('does not disturb the files beside it, and is named', async () => {
    const page = await open();
    await give(page, { name: '<b>photo</b>.png', content: png }, csv(MAILING));
    await answered(page);
    expect(await figures(page)).toEqual(EXPECTED);
    expect(await error(page)).toContain('<b>photo</b>.png: ');
    expect(await page.locator('[data-error-for=log] b').count()).toBe(0);
    await page.context().close();
  });

  it('loses the rows that cannot be read, and shows them with line and reason', async () => {
    const page = await open();
    const broken = `${csv(MAILING)}yesterday,out,a,x\n2026-10-05T12:00:00Z,sideways,a,x\n2026-10-06,out,"5511990000001,x\n`;
    await give(page, broken);
    await answered(page);
    expect((await figures(page))['rows-bad']).toBe('3');
    const rows = await page
      .locator('tr[data-bad-line]')
      .evaluateAll((all) => all.map((row) => `${row.dataset['badLine']} ${row.dataset['reason']}`));
    expect(rows).toEqual(['10 bad-time', '11 unknown-direction', '12 unclosed-quote']);
    await page.context().close();
  });
});

describe('names in a log', () => {
  const evil = '<img src=x onerror=alert(1)>';

  it('are never markup', async () => {
    const page = await open();
    await give(page, csv([{ at: 0, way: 'out', chat: `"${evil}"`, text: evil }, ...MAILING]));
    await answered(page);
    await page.click('#choices > summary');
    await page.check('[name=names]');
    await page.waitForFunction((name) => document.querySelector('.log-figures')?.textContent?.includes(name), evil);
    expect(await page.locator('message-log img').count()).toBe(0);
    const { text } = await download(page, 'report');
    expect(text).not.toContain('<img');
    await page.context().close();
  });

  it('are masked on the page and in the files, until somebody asks for them', async () => {
    const page = await open();
    await give(page, csv(MAILING));
    await answered(page);
    const shown = () => page.locator('message-log').innerHTML();
    const script = await page.locator('message-log script').innerHTML();
    expect((await shown()).replace(script, '')).not.toContain('551199000');
    for (const action of ['report', 'csv']) expect((await download(page, action)).text).not.toContain('551199000');
    await page.click('#choices > summary');
    await page.check('[name=names]');
    await page.waitForFunction(() => document.querySelector('.log-figures')?.textContent?.includes('bit.ly/x'));
    expect(await shown()).toContain('5511990000002');
    expect((await download(page, 'report')).text).toContain('5511990000002');
    await page.context().close();
  });
});

describe('the files to take away', () => {
  it.each([
    ['en', ','],
    ['pt', ';'],
    ['ru', ';'],
  ])('suit a spreadsheet in %s, and run no formula', async (locale, separator) => {
    const page = await open(locale);
    await give(
      page,
      csv([{ at: 0, way: 'out', chat: '"=HYPERLINK(1)"', text: 'Sale 7 http://a.example' }, ...MAILING]),
    );
    await answered(page);
    await page.click('#choices > summary');
    await page.check('[name=names]');
    await page.waitForFunction(() => document.querySelector('.log-figures')?.textContent?.includes('bit.ly/x'));
    const { name, text } = await download(page, 'csv');
    expect(name).toMatch(/^message-log-\d{4}-\d\d-\d\d\.csv$/);
    const [heading = '', ...lines] = text.replace('\ufeff', '').trim().split('\r\n');
    expect(heading.split(separator).length).toBe(15);
    expect(lines.length).toBeGreaterThan(5);
    expect(text).toContain("'=HYPERLINK(1)");
    expect(text).not.toMatch(/(^|[,;"])=HYPERLINK/m);
    const report = await download(page, 'report');
    expect(report.name).toMatch(/\.md$/);
    expect(report.text).toMatch(/^# /);
    expect(report.text.match(/^\| /gm)?.length).toBe(15);
    await page.context().close();
  });
});

describe('the page itself', () => {
  it.each(LANGUAGES)('has a sample that breaks some rules, in %s', async (locale) => {
    const page = await open(locale);
    await page.click('[data-action=sample]');
    await page.waitForSelector('[data-figure=peak-hour][data-zone=danger]');
    await answered(page);
    const found = await figures(page);
    expect(found['identical-batch']).toContain('danger');
    expect(Number.parseInt(found['stop-ignored'] ?? '', 10)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it.each(LANGUAGES)('is accessible with everything opened, in %s', async (locale) => {
    const page = await open(locale);
    await give(page, csv(MAILING, 'moment,way,person,words'));
    await page.waitForSelector('[name=map-time]');
    expect(await violationsIn(page, 'light', 390)).toEqual([]);
    await page.click('[data-action=sample]');
    await answered(page);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('message-log details')) details.setAttribute('open', '');
    });
    expect([...(await violationsIn(page, 'dark', 390)), ...(await violationsIn(page, 'light', 1280))]).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  it.each(LANGUAGES)('says without JavaScript what it does and what it needs, in %s', async (locale) => {
    const page = await open(locale, { javaScriptEnabled: false });
    expect(await page.locator('.caution').isVisible()).toBe(true);
    expect(await page.locator('[data-action=sample]').isVisible()).toBe(false);
    expect(await page.locator('.log-exports > div').count()).toBe(6);
    await page.context().close();
  });

  it('had no error and asked nobody else for anything', () => {
    expect(site.faults).toEqual([]);
  });
});

/** An archive of one file, as small as one can be. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 });
  const label = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(label.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(label.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + label.length, 12);
  end.writeUInt32LE(local.length + label.length + packed.length, 16);
  return Buffer.concat([local, label, packed, central, label, end]);
}
