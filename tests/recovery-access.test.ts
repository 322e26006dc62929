import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violationsIn } from './axe.ts';
import { act, becomes, opened as openedOn, tick } from './recovery-case.ts';
import { useSite } from './site.ts';

const site = useSite();

const focusIsOn = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
const focusIsLost = (page: Page) =>
  page.evaluate(() => document.activeElement === null || document.activeElement === document.body);
const said = (page: Page) => page.textContent('[data-live]');

/** As somebody without a mouse gets there. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 250; pressed++) {
    if (await focusIsOn(page, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} cannot be reached with ${key}.`);
}

describe('by keyboard alone', () => {
  it('a case is begun, worked, waited for, overridden, undone and deleted, and the focus is never lost', async () => {
    const page = await site.open('/en/recovery/');
    await tabTo(page, '[name=label]');
    await page.keyboard.type('Sales');
    await tabTo(page, '[name=kind]');
    await page.keyboard.type('Blocked');
    await tabTo(page, '[data-action=new-incident]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-action=open-incident]:focus');
    expect(await said(page)).toContain('Sales');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-step=appeal-in-app] [data-action=step-done]');

    await tabTo(page, '[data-step=read-screen] [type=radio]');
    await page.keyboard.press('Space');
    await page.waitForSelector('[data-step=countdown-go-on]', { state: 'hidden' });
    expect(await focusIsLost(page)).toBe(false);
    await tabTo(page, '[data-step=appeal-in-app] [data-action=step-done]');
    await page.keyboard.press('Enter');
    await becomes(page, 'appeal-in-app', 'done');
    expect(await said(page)).toMatch(/Step \d+: done/);
    expect(await focusIsOn(page, '[data-step=appeal-in-app] [data-action=step-reopen]')).toBe(true);

    await tabTo(page, '[data-step=wait-for-answer] [data-action=step-override]');
    await page.keyboard.press('Space');
    expect(await focusIsOn(page, '[name=reason]')).toBe(true);
    await page.keyboard.type('WhatsApp answered');
    await page.keyboard.press('Enter');
    await becomes(page, 'wait-for-answer', 'todo');
    expect(await focusIsOn(page, '[data-step=wait-for-answer] *')).toBe(true);
    expect(await said(page)).toMatch(/Step \d+: to do/);

    await tabTo(page, '[data-action=undo]', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await becomes(page, 'wait-for-answer', 'waiting');
    expect(await focusIsOn(page, '[data-action=undo]')).toBe(true);
    expect(await said(page)).toContain('Undone');
    for (const step of [1, 2]) {
      await page.keyboard.press('Enter');
      await page.waitForFunction((n) => document.querySelectorAll('.history .undone').length === n + 1, step);
    }
    expect(await page.locator('[data-action=undo]').isDisabled()).toBe(true);
    expect(await focusIsOn(page, '.case-bar *'), 'there is nothing more to undo').toBe(true);

    await tabTo(page, '[data-action=delete-incident]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-action=undo]:focus');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.case-bar:focus');
    expect(await said(page)).toContain('Sales');
    await page.context().close();
  });

  it('every other action leaves the focus where it was or at what comes next, and is said', async () => {
    const { page } = await openedOn(site);
    const press = async (selector: string, key = 'Enter') => {
      await page.focus(selector);
      await page.keyboard.press(key);
    };
    await press('[data-step=stop-sending] [data-action=step-skip]');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focusIsOn(page, '[data-step=stop-sending] [data-action=step-skip]'), 'after Cancel').toBe(true);
    await page.click('[data-key=close] summary');
    await press('[data-action=close-recovered]');
    await page.waitForSelector('[data-action=resume]:focus');
    expect(await said(page)).toContain('The number works again');
    await page.keyboard.press('Space');
    await page.waitForSelector('[data-action=close-recovered]:focus');
    await press('[data-action=share]');
    await page.waitForSelector('[name=share-link]:focus');
    await tick(page, 'tell-customers');
    await page.click('[data-step=tell-customers] .step-time summary');
    await press('[data-step=tell-customers] [name=step-time]');
    await page.waitForSelector('[data-step=tell-customers] .step-time summary:focus');
    await page.context().close();
  });
});

/** Opens everything that is folded up, in the states a case can have. */
async function inEveryState(page: Page): Promise<void> {
  await page.check('[data-step=read-screen] [value=no-countdown]');
  await tick(page, 'read-screen');
  await tick(page, 'appeal-in-app');
  await act(page, 'stop-sending', 'step-skip');
  await page.click('[data-action=confirm]');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
}

/** What is too small for a thumb. Links in running text may be. */
function smallTargets(): string[] {
  const targets =
    'main :is(button, select, textarea, summary, a.button, .pick, input:not([type=radio], [type=checkbox]))';
  return [...document.querySelectorAll<HTMLElement>(targets)].flatMap((target) => {
    const { height, width } = target.getBoundingClientRect();
    return height > 0 && (height < 43.5 || width < 43.5) ? [`${target.outerHTML.slice(0, 90)} ${width}×${height}`] : [];
  });
}

describe.each(['en', 'pt', 'ru'])('with a case open in %s', (locale) => {
  it('the list and the board are accessible, light and dark, and fit one thumb at 320 px', async () => {
    const { page } = await openedOn(site, `/${locale}/recovery/`);
    await inEveryState(page);
    for (const path of ['', `/${locale}/recovery/`]) {
      if (path !== '') {
        await page.goto(site.url + path);
        await page.waitForSelector('.case');
      }
      for (const [theme, width] of [
        ['light', 390],
        ['dark', 1280],
      ] as const) {
        expect(await violationsIn(page, theme, width), `${path} ${theme}`).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      expect(await page.evaluate(smallTargets), path).toEqual([]);
    }
    await page.context().close();
  });
});

describe('the recovery pages', () => {
  it('had no error and asked nobody else for anything', () => {
    expect(site.faults).toEqual([]);
  });
});
