import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSite } from './site.ts';

const site = useSite();
const BANNED = '2026-11-20T09:15';

async function begin(page: Page, label = 'Sales', list = 'first-ban'): Promise<string> {
  await page.fill('[name=label]', label);
  await page.fill('[name=banned-at]', BANNED);
  await page.selectOption('[name=kind]', 'permanent');
  await page.selectOption('[name=list]', list);
  await page.click('[data-action=new-incident]');
  await page.waitForSelector('[data-incident] [data-action=open-incident]');
  return (await page.getAttribute('[data-incident]', 'data-incident')) ?? '';
}

async function opened(path = '/en/recovery/', label = 'Sales'): Promise<{ page: Page; id: string }> {
  const page = await site.open(path);
  const id = await begin(page, label);
  await page.click('[data-action=open-incident]');
  await page.waitForURL('**/recovery/first-ban/#incident=*');
  await page.waitForSelector('[data-step=read-screen] [data-action=step-done]');
  return { page, id };
}

const state = (page: Page, step: string) => page.getAttribute(`[data-step=${step}]`, 'data-state');
const act = (page: Page, step: string, action: string) => page.click(`[data-step=${step}] [data-action=${action}]`);

async function becomes(page: Page, step: string, wanted: string): Promise<void> {
  await page.waitForSelector(`[data-step=${step}][data-state=${wanted}]`);
}

async function skip(page: Page, step: string, reason: string): Promise<void> {
  await act(page, step, 'step-skip');
  await page.fill('[name=reason]', reason);
  await page.click('[data-action=confirm]');
  await becomes(page, step, 'skipped');
}

async function linkOf(page: Page): Promise<string> {
  await page.click('[data-action=share]');
  await page.waitForSelector('[name=share-link]');
  return page.inputValue('[name=share-link]');
}

describe('the recovery page', () => {
  it.each([
    ['en', 'blocked, no countdown', 'no-countdown'],
    ['pt', 'sem contagem', 'no-countdown'],
    ['ru', 'таймера нет', 'no-countdown'],
    ['en', '463', 'new-chats-fail'],
  ])('finds in %s what people see as “%s”', async (locale, typed, symptom) => {
    const page = await site.open(`/${locale}/recovery/`);
    await page.fill('[name=symptom]', typed);
    expect(await page.locator('[data-symptom]').first().getAttribute('data-symptom')).toBe(symptom);
    await page.fill('[name=symptom]', 'qqqqzzzz');
    expect(await page.locator('[data-symptom]').count()).toBe(0);
    await page.context().close();
  });

  it('leads a new user from the home page to the first step, without a countdown', async () => {
    const page = await site.open('/en/');
    await page.click('.urgent a, a[href="/en/recovery/"]');
    await page.check('[name=countdown][value=blocked]');
    await page.check('[name=unblocked][value=not-yet]');
    await page.check('[name=first-ban][value=first]');
    await page.waitForSelector('[data-triage-result=first-ban][data-settled=yes]');
    await page.click('[data-triage-result] a');
    await page.waitForURL('**/recovery/first-ban/');
    expect(await page.locator('[data-step]').first().isVisible()).toBe(true);
    await page.context().close();
  });

  it('says what a new case lacks, and keeps it once it has a name', async () => {
    const page = await site.open('/en/recovery/');
    await page.click('[data-action=new-incident]');
    expect(await page.locator('[data-error-for=label]').isVisible()).toBe(true);
    await begin(page, '<b>Blue</b>');
    expect(await page.textContent('[data-incident] h3')).toBe('<b>Blue</b>');
    await page.reload();
    await page.waitForSelector('[data-incident]');
    await page.click('[data-action=delete-incident]');
    await page.waitForSelector('[data-incident]', { state: 'detached' });
    await page.click('[data-action=undo]');
    await page.waitForSelector('[data-incident]');
    await page.context().close();
  });
});

describe('a checklist', () => {
  it('remembers every change at once, also when the tab is closed right after', async () => {
    const { page } = await opened();
    await page.check('[data-step=read-screen] [value=no-countdown]');
    await act(page, 'read-screen', 'step-done');
    await becomes(page, 'read-screen', 'done');
    await page.reload();
    await becomes(page, 'read-screen', 'done');
    expect(await page.locator('[data-step=countdown-go-on]').isVisible(), 'a branch not taken').toBe(false);
    expect(await page.locator('[data-not-applicable] li').count()).toBeGreaterThan(0);
    await skip(page, 'write-appeal', 'the lead wrote it');
    await page.reload();
    await becomes(page, 'write-appeal', 'skipped');
    expect(await page.textContent('[data-step=write-appeal] .ticked')).toContain('the lead wrote it');
    await act(page, 'write-appeal', 'step-reopen');
    await becomes(page, 'write-appeal', 'todo');
    await page.click('[data-action=undo]');
    await becomes(page, 'write-appeal', 'skipped');
    expect(await page.textContent('[data-live]')).toContain('Undone');
    await page.context().close();
  });

  it('needs a reason to skip', async () => {
    const { page } = await opened();
    await act(page, 'stop-sending', 'step-skip');
    await page.click('[data-action=confirm]');
    expect(await page.locator('[data-error-for=reason]').isVisible()).toBe(true);
    expect(await state(page, 'stop-sending')).toBe('todo');
    await page.context().close();
  });

  it('counts a wait from when the step was done, and lets it be set aside with a reason', async () => {
    const { page } = await opened();
    expect(await state(page, 'wait-for-answer')).toBe('waiting');
    await act(page, 'appeal-in-app', 'step-done');
    await becomes(page, 'appeal-in-app', 'done');
    expect(await page.textContent('[data-step=wait-for-answer] .opens')).toMatch(/Opens .+ \(in 24 hours\)/);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=calendar]')]);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART:\d{8}T\d{6}Z/);
    await act(page, 'wait-for-answer', 'step-override');
    await page.fill('[name=reason]', 'WhatsApp answered');
    await page.keyboard.press('Enter');
    await becomes(page, 'wait-for-answer', 'todo');
    await page.context().close();
  });

  it('opens waits as time passes', async () => {
    const { page } = await opened();
    await page.clock.install();
    await page.reload();
    await act(page, 'appeal-in-app', 'step-done');
    await becomes(page, 'appeal-in-app', 'done');
    expect(await state(page, 'wait-for-answer')).toBe('waiting');
    await page.clock.fastForward('24:00:30');
    await becomes(page, 'wait-for-answer', 'todo');
    await page.context().close();
  });

  it('is told to the other tab at once', async () => {
    const { page } = await opened();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.waitForSelector('[data-step=read-screen] [data-action=step-done]');
    await Promise.all([act(page, 'stop-sending', 'step-done'), act(other, 'tell-customers', 'step-done')]);
    for (const tab of [page, other]) {
      await becomes(tab, 'stop-sending', 'done');
      await becomes(tab, 'tell-customers', 'done');
    }
    await page.context().close();
  });

  it('keeps what is being typed while another tab changes something', async () => {
    const { page } = await opened();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await page.click('[data-step=read-screen] .notes summary');
    await page.fill('[data-step=read-screen] [name=note]', 'half a sent');
    await act(other, 'read-screen', 'step-done');
    await becomes(page, 'read-screen', 'done');
    expect(await page.inputValue('[data-step=read-screen] [name=note]')).toBe('half a sent');
    await page.context().close();
  });

  it('can be worked by keyboard alone', async () => {
    const { page } = await opened();
    const press = async (selector: string, key = 'Enter') => {
      await page.focus(selector);
      await page.keyboard.press(key);
    };
    await press('[data-step=read-screen] [type=radio]', 'Space');
    await press('[data-step=read-screen] [data-action=step-done]');
    await becomes(page, 'read-screen', 'done');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-step]')?.getAttribute('data-step'))).toBe(
      'read-screen',
    );
    await press('[data-step=stop-sending] [data-action=step-skip]');
    await page.keyboard.type('nothing runs');
    await page.keyboard.press('Enter');
    await becomes(page, 'stop-sending', 'skipped');
    await page.context().close();
  });

  it('leaves out what only customers of a vendor need, once for all', async () => {
    const page = await site.open('/en/recovery/');
    await begin(page, 'Sales', 'reconnect');
    await page.click('[data-action=open-incident]');
    await page.waitForSelector('[data-step=queue-age] [data-action=step-done]');
    await page.uncheck('[name=vendor][value=olchat]');
    await page.waitForSelector('[data-step=queue-age]', { state: 'hidden' });
    await page.goto(`${site.url}/en/recovery/`);
    await begin(page, 'Second', 'reconnect');
    await page.click('li:has-text("Second") [data-action=open-incident]');
    await page.waitForSelector('[data-step=queue-age]', { state: 'hidden' });
    await page.context().close();
  });

  it('fits into 320 px with a case open, in every language', async () => {
    const { page } = await opened();
    for (const locale of ['en', 'pt', 'ru']) {
      await page.setViewportSize({ width: 320, height: 700 });
      for (const path of [`/${locale}/recovery/`, page.url().slice(site.url.length).replace(/^\/../, `/${locale}`)]) {
        await page.goto(site.url + path);
        await page.waitForSelector('[data-ready]');
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      }
    }
    await page.context().close();
  });

  it('reads and prints as before without JavaScript', async () => {
    const page = await site.open('/ru/recovery/first-ban/', { javaScriptEnabled: false });
    expect(await page.locator('[data-step]').count()).toBeGreaterThan(8);
    expect(await page.locator('.new-case').isVisible()).toBe(false);
    await page.goto(`${site.url}/ru/recovery/`);
    expect(await page.locator('[data-symptom]').count()).toBeGreaterThan(10);
    expect(await page.locator('[name=symptom]').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('handing over', () => {
  it('keeps every tick, note and time from English to Portuguese to Russian', async () => {
    const { page, id } = await opened();
    await page.check('[data-step=read-screen] [value=no-countdown]');
    await act(page, 'read-screen', 'step-done');
    await page.click('[data-step=read-screen] .notes summary');
    await page.fill('[data-step=read-screen] [name=note]', 'Красный экран, «ação»');
    await page.click('[data-step=read-screen] [data-action=note-add]');
    await skip(page, 'stop-sending', 'nada roda');
    await act(page, 'appeal-in-app', 'step-done');
    await becomes(page, 'appeal-in-app', 'done');
    const link = await linkOf(page);
    const exported = async (from: Page) => {
      const [file] = await Promise.all([from.waitForEvent('download'), from.click('[data-action=export-one]')]);
      return JSON.parse(readFileSync(await file.path(), 'utf8')).incidents;
    };
    const first = await exported(page);
    await page.context().close();
    let carried = link;
    for (const locale of ['pt', 'ru']) {
      const there = await site.open(
        carried.slice(site.url.length).replace('/en/', `/${locale}/`).replace('/pt/', `/${locale}/`),
      );
      await there.waitForSelector('.offer');
      expect(await there.locator('[data-incident]').count(), 'nothing is taken silently').toBe(0);
      await there.click('[data-action=import]');
      await there.waitForSelector(`[data-incident="${id}"]`);
      await there.click('[data-action=open-incident]');
      await becomes(there, 'read-screen', 'done');
      await becomes(there, 'stop-sending', 'skipped');
      await becomes(there, 'wait-for-answer', 'waiting');
      expect(await there.textContent('[data-step=read-screen] .note-list')).toContain('Красный экран, «ação»');
      expect(await exported(there)).toEqual(first);
      carried = await linkOf(there);
      await there.context().close();
    }
  });

  it('exports all, and a file brings them back beside what is there', async () => {
    const { page } = await opened();
    await page.goto(`${site.url}/en/recovery/`);
    await begin(page, 'Second');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=export-all]')]);
    const path = await file.path();
    const there = await site.open('/ru/recovery/');
    await begin(there, 'Своё');
    await there.setInputFiles('[name=import]', path);
    await there.waitForFunction(() => document.querySelectorAll('[data-incident]').length === 3);
    await there.setInputFiles('[name=import]', {
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('<html>'),
    });
    await there.waitForSelector('[data-error-for=import]');
    expect(await there.locator('[data-incident]').count()).toBe(3);
    await there.context().close();
    await page.context().close();
  });

  it.each(['incident=zzz', 'incident=%00', `incident=${'A'.repeat(5000)}`])(
    'refuses the broken link #%s in a sentence',
    async (hash) => {
      const page = await site.open(`/en/recovery/#${hash}`);
      await page.waitForSelector('[data-error-for=incident]');
      expect((await page.textContent('[data-error-for=incident]'))?.length).toBeGreaterThan(10);
      await page.context().close();
    },
  );

  it('sets a damaged record aside for a download, and keeps the others', async () => {
    const { page } = await opened();
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('number-care', 1);
          request.onsuccess = () => {
            const change = request.result.transaction('incidents', 'readwrite');
            change.objectStore('incidents').put({ version: 1, id: 'broken', events: 'none' }, 'broken');
            change.oncomplete = resolve;
          };
        }),
    );
    await page.goto(`${site.url}/en/recovery/`);
    await page.waitForSelector('[data-set-aside]');
    expect(await page.locator('[data-incident]').count()).toBe(1);
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=set-aside]')]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('none');
    await page.context().close();
  });

  it('works in memory where the browser keeps nothing, and says so at once', async () => {
    const page = await site.open('/en/');
    await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined }));
    await page.goto(`${site.url}/en/recovery/`);
    await page.waitForSelector('[data-storage=forbidden]');
    await begin(page);
    expect(await page.locator('[data-incident]').count()).toBe(1);
    await page.context().close();
  });

  it('ends in a report in Markdown', async () => {
    const { page } = await opened();
    await act(page, 'stop-sending', 'step-done');
    await becomes(page, 'stop-sending', 'done');
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-action=report]')]);
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^# .*Sales[\s\S]*- \[x\] Stop everything/);
    await page.context().close();
  });
});

describe('the appeal composer', () => {
  it('writes ticked statements and nothing else, in the language chosen', async () => {
    const page = await site.open('/en/recovery/first-ban/');
    const text = () => page.textContent('[data-figure=appeal-text]');
    expect(await text()).toBe('');
    await page.check('[name=statement][value=number-blocked]');
    expect(await text()).toBe('My WhatsApp number [Phone number] is blocked.');
    await page.fill('[name=fact-number]', '+55 11 5555-0000');
    await page.selectOption('[name=appeal-language]', 'ru');
    expect(await text()).toBe('Мой номер WhatsApp +55 11 5555-0000 заблокирован.');
    await page.check('[name=statement][value=by-hand]');
    await page.check('[name=statement][value=through-a-service]');
    expect(await page.locator('[data-contradiction]').count()).toBe(1);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('[data-figure=appeal-text]')?.textContent?.includes('+55'));
    await page.context().close();
  });

  it('logs what was sent for the case, and its answer', async () => {
    const { page } = await opened();
    await page.click('[data-action=appealed-app]');
    await page.waitForSelector('[data-appeal][data-state=open]');
    await page.click('[data-action=appeal-refused]');
    await page.waitForSelector('[data-appeal][data-state=refused]');
    await page.context().close();
  });
});

describe('finding the cause', () => {
  it('leads from a yes to the rules that were broken', async () => {
    const page = await site.open('/en/recovery/');
    await begin(page, 'Sales', 'find-the-cause');
    await page.click('[data-action=open-incident]');
    await page.waitForSelector('[data-step=few-replies] [data-action=step-done]');
    await page.check('[data-step=few-replies] [value=yes]');
    await page.waitForSelector('[data-cause=few-replies] a[href*="/rules/"]');
    await page.context().close();
  });
});

describe('the recovery pages', () => {
  it('had no error and asked nobody else for anything', () => {
    expect(site.faults).toEqual([]);
  });
});
