import { describe, expect, it } from 'vitest';
import { isThere } from '../src/components/tool/tool-pages.ts';
import {
  act,
  becomes,
  begin,
  exported,
  linkOf,
  opened as openedOn,
  savedBy,
  skip,
  state,
  tick,
} from './recovery-case.ts';
import { useSite } from './site.ts';

const site = useSite();
const opened = (path?: string, label?: string, list?: string) => openedOn(site, path, label, list);

describe('the recovery page', () => {
  it.each([
    ['en', ['blocked, no countdown', 'banned']],
    ['pt', ['sem contagem', 'bloqueado']],
    ['ru', ['таймера нет', 'бан']],
  ])('finds in %s what people see, by their words, a code or a notice in any language', async (locale, phrases) => {
    const page = await site.open(`/${locale}/recovery/`);
    const first = () => page.locator('[data-symptom]').first().getAttribute('data-symptom');
    for (const typed of phrases) {
      await page.fill('[name=symptom]', typed);
      expect(await first(), typed).toBe('no-countdown');
      expect(await page.locator('[data-symptom=no-countdown] a.button').isVisible(), 'it is open already').toBe(true);
    }
    await page.fill('[name=symptom]', '463');
    expect(await first()).toBe('new-chats-fail');
    await page.fill('[name=symptom]', 'Este aviso: esta conta não pode mais usar o WhatsApp');
    await page.waitForSelector('[data-symptom=account-can-no-longer-use-whatsapp]:first-child');
    await page.fill('[name=symptom]', 'qqqqzzzz');
    expect(await page.locator('[data-symptom]').count()).toBe(0);
    await page.fill('[name=symptom]', '');
    expect(await page.locator('[data-symptom]').count()).toBeGreaterThan(10);
    expect(await page.locator('[data-symptom][open]').count()).toBe(0);
    await page.context().close();
  });

  it.each(['en', 'pt', 'ru'])(
    'leads a new user in %s from the home page to the first step in six taps',
    async (locale) => {
      const page = await site.open(`/${locale}/`, { viewport: { width: 390, height: 844 } });
      const home = await page.locator('.urgent a').boundingBox();
      expect((home?.y ?? 844) + (home?.height ?? 0), 'in sight without scrolling').toBeLessThanOrEqual(844);
      await page.click('.urgent a');
      await page.check('[name=countdown][value=blocked]');
      await page.check('[name=unblocked][value=not-yet]');
      await page.check('[name=first-ban][value=first]');
      await page.waitForSelector('[data-triage-result=first-ban][data-settled=yes]');
      await page.click('[data-slot=strip] a');
      await page.waitForURL('**/recovery/first-ban/');
      expect(await page.locator('[data-step]').first().isVisible()).toBe(true);
      await page.context().close();
    },
  );

  it('answers “blocked” with the first step in three taps', async () => {
    const page = await site.open('/en/');
    await page.click('.urgent a');
    await page.fill('[name=symptom]', 'my number was blocked this morning, there is no timer');
    await page.click('[data-symptom]:first-child a.button');
    await page.waitForURL('**/recovery/first-ban/');
    await page.context().close();
  });

  it('begins a case however early somebody presses', async () => {
    const page = await site.open('/en/recovery/');
    await page.route('**/cases.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('[data-new-case]');
      const label = form?.querySelector<HTMLInputElement>('[name=label]');
      if (label) label.value = 'Early';
      form?.requestSubmit();
    });
    await page.waitForSelector('[data-incident] h3:has-text("Early")');
    expect(await page.locator('[data-incident]').count()).toBe(1);
    await page.context().close();
  });

  it('says where a part of it could not be loaded, and loads it at the next try', async () => {
    const page = await site.open('/en/recovery/');
    await page.route('**/cases.json', (route) => route.fulfill({ status: 503 }));
    await page.fill('[name=label]', 'Sales');
    await page.waitForFunction(() => document.querySelector('recovery-board > [data-live]')?.textContent !== '');
    await page.unroute('**/cases.json');
    await begin(page);
    site.faults.splice(0, site.faults.length, ...site.faults.filter((fault) => !fault.includes('503')));
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
    expect(await savedBy(page, 'calendar')).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART:\d{8}T\d{6}Z/);
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

  it('can be put right: its name, its kind, its dates, the time of a step', async () => {
    const { page } = await opened();
    await tick(page, 'appeal-in-app');
    await page.click('[data-key=dates] summary');
    await page.fill('[name=case-label]', 'Sales, blue phone');
    await page.selectOption('[name=case-kind]', 'temporary');
    await page.fill('[name=ban]', '2026-11-19T08:00');
    await page.click('[data-action=dates]');
    await page.waitForSelector('.case-bar strong:has-text("Sales, blue phone")');
    expect((await exported(page))[0]?.events.slice(-3)).toMatchObject([
      { type: 'dated', what: 'ban', happened: new Date('2026-11-19T08:00').getTime() },
      { type: 'renamed', label: 'Sales, blue phone' },
      { type: 'kind-set', kind: 'temporary' },
    ]);
    await page.click('[data-step=appeal-in-app] .step-time summary');
    await page.fill('[data-step=appeal-in-app] [name=step-time]', '2200-01-01T10:00');
    await act(page, 'appeal-in-app', 'step-date');
    expect(await page.locator('[data-error-for=step-time]').isVisible(), 'not yet').toBe(true);
    await page.fill('[data-step=appeal-in-app] [name=step-time]', '2026-01-01T10:00');
    await act(page, 'appeal-in-app', 'step-date');
    await becomes(page, 'wait-for-answer', 'todo');
    expect(await page.textContent('[data-step=appeal-in-app] .ticked')).toContain('1 Jan 2026');
    await page.click('[data-action=undo]');
    await becomes(page, 'wait-for-answer', 'waiting');
    for (let undone = 0; undone < 3; undone++) await page.click('[data-action=undo]');
    await page.waitForSelector('.case-bar strong:text-is("Sales")');
    await expect.poll(() => page.inputValue('[name=ban]')).toBe('2026-11-20T09:15');
    await page.fill('[name=case-label]', ' ');
    await page.click('[data-action=dates]');
    expect(await page.locator('[data-error-for=case-label]').isVisible()).toBe(true);
    await page.context().close();
  });

  it('prints what was done, when and why, with the notes and the history', async () => {
    const { page } = await opened();
    await page.check('[data-step=read-screen] [value=no-countdown]');
    await tick(page, 'read-screen');
    await page.click('[data-step=read-screen] .notes summary');
    await page.fill('[data-step=read-screen] [name=note]', 'Red screen');
    await page.click('[data-step=read-screen] [data-action=note-add]');
    await skip(page, 'stop-sending', 'nothing runs');
    await tick(page, 'appeal-in-app');
    const shown = async () => (await page.locator('main').allInnerTexts()).join();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const paper = await shown();
    for (const part of [
      'Sales',
      '20 Nov 2026',
      'Red screen',
      'nothing runs',
      'Opens ',
      'History',
      'Case opened: Sales',
    ])
      expect(paper).toContain(part);
    expect(await page.locator('main :is(button, input, textarea, select):visible').count()).toBe(0);
    expect(
      await page.locator('.step').evaluateAll((steps) => steps.map((one) => getComputedStyle(one).breakInside)),
    ).not.toContain('auto');
    await page.emulateMedia({ media: 'screen' });
    expect(await shown(), 'on the screen it is folded up').not.toContain('Case opened: Sales');
    const report = await savedBy(page, 'report');
    for (const part of ['Red screen', 'nothing runs', '- [x] ', 'Case opened: Sales']) expect(report).toContain(part);
    await page.context().close();
  });

  it('reads and prints as before without JavaScript', async () => {
    const page = await site.open('/ru/recovery/first-ban/', { javaScriptEnabled: false });
    expect(await page.locator('[data-step]').count()).toBeGreaterThan(8);
    expect(await page.locator('.new-case').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main :is(button, input, textarea, select, summary):visible').count()).toBe(0);
    expect(await page.locator('[data-step] .step-text:visible').count()).toBe(
      await page.locator('[data-step]').count(),
    );
    await page.goto(`${site.url}/ru/recovery/`);
    await page.emulateMedia({ media: 'screen' });
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

  it('ends in a report in Markdown', async () => {
    const { page } = await opened();
    await act(page, 'stop-sending', 'step-done');
    await becomes(page, 'stop-sending', 'done');
    expect(await savedBy(page, 'report')).toMatch(/^# .*Sales[\s\S]*- \[x\] Stop everything/);
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
    const log = page.locator('.causes a[href="/en/tools/message-log/"]');
    expect(await log.count()).toBe(isThere('/tools/message-log/') ? 1 : 0);
    await page.click('.causes a[href^="/en/tools/warm-up/"]');
    await page.waitForSelector('tr[data-day="0"]');
    const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
    expect(await page.getAttribute('tr[data-day="0"]', 'data-date')).toBe(today);
    await page.context().close();
  });
});

describe('the recovery pages', () => {
  it('had no error and asked nobody else for anything', () => {
    expect(site.faults).toEqual([]);
  });
});
