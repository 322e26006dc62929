import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { FORMAT, VERSION } from '../src/core/recovery/exchange.ts';
import { anyHostile } from '../src/core/recovery/testing/hostile.ts';
import { act, becomes, begin, exported, opened as openedOn, put, state, tick } from './recovery-case.ts';
import { useSite } from './site.ts';

const site = useSite();
const opened = () => openedOn(site);
const DAY = 86_400_000;

async function tabBeside(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.waitForSelector('[data-step] [data-action]');
  return other;
}

/** Keeps so many notes, each as soon as the one before is kept. */
function keepNotes(page: Page, name: string, count: number): Promise<void> {
  return page.evaluate(
    async ([prefix, notes]) => {
      const said = document.querySelector('incident-steps [data-live]');
      for (let n = 0; n < (notes as number); n++) {
        const field = document.querySelector<HTMLTextAreaElement>('#note-');
        if (!field || !said) throw new Error('There is nothing to write into.');
        field.value = `${prefix} ${n}`;
        said.textContent = '';
        document.querySelector<HTMLElement>('[data-action=note-add][data-step-id=""]')?.click();
        while (said.textContent === '') await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [name, count] as const,
  );
}

const shownHistory = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.history li')].map(({ textContent }) => textContent));

describe('nothing is lost', () => {
  it('when two tabs make 500 changes at once', async () => {
    const { page } = await opened();
    const other = await tabBeside(page);
    await Promise.all([keepNotes(page, 'left', 250), keepNotes(other, 'right', 250)]);
    for (const tab of [page, other])
      await tab.waitForFunction(() => document.querySelectorAll('.history li').length === 501);
    const [left, right] = await Promise.all([shownHistory(page), shownHistory(other)]);
    expect(right).toEqual(left);
    const notes = (await exported(other))[0]?.events.flatMap(({ text }) => text ?? []) ?? [];
    for (const name of ['left', 'right'])
      expect(notes.filter((note) => note.startsWith(name))).toEqual(
        Array.from({ length: 250 }, (_, n) => `${name} ${n}`),
      );
    await page.reload();
    await page.waitForSelector('[data-step] [data-action]');
    expect(await shownHistory(page)).toEqual(left);
    await page.context().close();
  });

  it('when the tab is killed right after a change', async () => {
    const { page } = await opened();
    const context = page.context();
    const address = page.url();
    let tab = page;
    for (const step of ['stop-sending', 'write-appeal', 'appeal-in-app']) {
      await tick(tab, step);
      await tab.goto('chrome://crash').catch(() => {});
      tab = await context.newPage();
      await tab.goto(address);
      await becomes(tab, step, 'done');
    }
    await context.close();
  });

  it('when records are damaged: they are set aside for a download, and the others live', async () => {
    const { page } = await opened();
    await put(page, 'broken', { version: 1, id: 'broken', events: 'none' });
    await put(page, 'empty', null);
    await put(page, 'other', { version: 1, id: 'another', events: [] });
    await page.goto(`${site.url}/en/recovery/`);
    await page.waitForSelector('[data-set-aside="3"]');
    expect(await page.locator('[data-incident]').count()).toBe(1);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=set-aside]')]);
    expect((await file.createReadStream()) && file.suggestedFilename()).toBe('damaged.json');
    await page.reload();
    await page.waitForSelector('[data-set-aside="3"]');
    await page.click('[data-action=forget-set-aside]');
    await page.waitForSelector('[data-set-aside]', { state: 'detached' });
    await page.context().close();
  });

  it('when the storage is full: it says so at once, works on, and keeps everything once there is room', async () => {
    const page = await site.open('/en/');
    const session = await page.context().newCDPSession(page);
    const limit = (quotaSize?: number) =>
      session.send('Storage.overrideQuotaForOrigin', {
        origin: site.url,
        ...(quotaSize !== undefined && { quotaSize }),
      });
    await limit(1);
    await page.goto(`${site.url}/en/recovery/first-ban/`);
    await page.click('[data-begin] > summary');
    await page.fill('[name=label]', 'Sales');
    await page.click('[data-action=new-incident]');
    await tick(page, 'stop-sending');
    await page.waitForSelector('[data-storage=full]');
    const other = await tabBeside(page);
    await becomes(other, 'stop-sending', 'done');
    await limit();
    await tick(page, 'write-appeal');
    await page.waitForSelector('[data-storage]', { state: 'detached' });
    await other.close();
    await page.reload();
    await becomes(page, 'stop-sending', 'done');
    await becomes(page, 'write-appeal', 'done');
    await page.context().close();
  });

  it.each([
    ['is not there', () => Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined })],
    [
      'is forbidden',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('', 'SecurityError');
        };
      },
    ],
  ])('for as long as the page is open, where the storage %s, and it says so at once', async (_, script) => {
    const page = await site.open('/en/');
    await page.addInitScript(script);
    await page.goto(`${site.url}/en/recovery/`);
    await page.waitForSelector('[data-storage=forbidden]');
    await begin(page);
    expect(await page.locator('[data-incident]').count()).toBe(1);
    await page.context().close();
  });

  it('when hundreds of hostile files are imported', async () => {
    const page = await site.open('/en/recovery/');
    await begin(page);
    const before = await exported(page);
    const files = fc
      .sample(anyHostile, 300)
      .map((value) => JSON.stringify({ format: FORMAT, version: VERSION, incidents: [value] }).slice(0, 5000));
    const refused = await page.evaluate(async (texts) => {
      const input = document.querySelector<HTMLInputElement>('[name=import]');
      const board = document.querySelector('recovery-board > [data-live]');
      let sentences = 0;
      for (const text of texts) {
        const carrier = new DataTransfer();
        carrier.items.add(new File([text], 'x.json'));
        if (!input || !board) break;
        board.textContent = '';
        input.files = carrier.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        while (board.textContent === '') await new Promise((resolve) => setTimeout(resolve));
        sentences++;
      }
      return sentences;
    }, files);
    expect(refused).toBe(300);
    expect(await exported(page)).toEqual(before);
    await page.context().close();
  });
});

describe('the clock', () => {
  it('moved a day back and a day ahead ends no wait too soon, loses nothing, and is told', async () => {
    const { page } = await opened();
    const now = Date.now();
    const at = async (time: number) => {
      await page.clock.setFixedTime(time);
      await page.reload();
      await page.waitForSelector('[data-step] [data-action]');
    };
    await tick(page, 'appeal-in-app');
    await at(now - DAY);
    await page.waitForSelector('[data-action=clock-confirmed]');
    expect(await state(page, 'wait-for-answer')).toBe('waiting');
    await tick(page, 'stop-sending');
    await at(now + DAY + 600_000);
    expect(await state(page, 'wait-for-answer'), 'the wait is over by this clock').toBe('todo');
    await tick(page, 'write-appeal');
    await at(now + 60_000);
    await page.waitForSelector('[data-action=clock-confirmed]');
    for (const step of ['appeal-in-app', 'stop-sending', 'write-appeal']) expect(await state(page, step)).toBe('done');
    await page.click('[data-action=clock-confirmed]');
    await page.waitForSelector('[data-action=clock-confirmed]', { state: 'detached' });
    expect(await state(page, 'wait-for-answer')).toBe('waiting');
    expect((await exported(page))[0]?.events.map(({ type }) => type)).toEqual([
      'opened',
      'done',
      'done',
      'done',
      'clock-confirmed',
    ]);
    await page.context().close();
  });

  it('in another time zone shows other hours for the same times', async () => {
    const { page } = await opened();
    const session = await page.context().newCDPSession(page);
    const inZone = async (timezoneId: string) => {
      await session.send('Emulation.setTimezoneOverride', { timezoneId });
      await page.reload();
      await becomes(page, 'appeal-in-app', 'done');
      return page.textContent('[data-step=appeal-in-app] .ticked');
    };
    await tick(page, 'appeal-in-app');
    const [there, here] = [await inZone('America/Sao_Paulo'), await inZone('Asia/Vladivostok')];
    expect(there).not.toBe(here);
    const before = await exported(page);
    expect(await page.textContent('[data-step=wait-for-answer] .opens')).toContain('in 24 hours');
    await inZone('Europe/Lisbon');
    expect(await exported(page)).toEqual(before);
    await page.context().close();
  });
});

describe('a case begun with an older version of its list', () => {
  it('keeps its ticks, marks what is new, and keeps what the list no longer has', async () => {
    const page = await site.open('/en/recovery/');
    const stamp = (id: string, n: number) => ({ id, order: 1_700_000_000_000 + n, at: 1_700_000_000_000 + n });
    const at = { list: 'first-ban' };
    await begin(page, 'Now');
    await put(page, 'old', {
      version: 1,
      id: 'old',
      events: [
        {
          ...stamp('a', 0),
          type: 'opened',
          label: 'Old',
          kind: 'permanent',
          ...at,
          version: 0,
          steps: ['read-screen', 'x'],
        },
        { ...stamp('b', 1), type: 'done', ...at, step: 'read-screen' },
        { ...stamp('c', 2), type: 'done', ...at, step: 'x' },
        { ...stamp('d', 3), type: 'of-a-later-version', more: [1] },
      ],
    });
    await page.goto(`${site.url}/en/recovery/first-ban/#incident=old`);
    await page.reload();
    await becomes(page, 'read-screen', 'done');
    expect(await page.locator('[data-step=stop-sending] .new-step').count()).toBe(1);
    expect(await page.locator('[data-step=read-screen] .new-step').count()).toBe(0);
    expect(await page.locator('incident-steps').textContent()).toContain('x: done');
    await act(page, 'stop-sending', 'step-done');
    await becomes(page, 'stop-sending', 'done');
    expect((await exported(page))[0]?.events.map(({ type }) => type)).toEqual([
      'opened',
      'done',
      'done',
      'of-a-later-version',
      'done',
    ]);
    await page.context().close();
  });
});

describe('the recovery pages', () => {
  it('had no error and asked nobody else for anything', () => {
    expect(site.faults).toEqual([]);
  });
});
