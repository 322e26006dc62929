import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Site } from './site.ts';

/** How a person works a case on the recovery pages. */

export const BANNED = '2026-11-20T09:15';

export async function begin(page: Page, label = 'Sales', list = 'first-ban'): Promise<string> {
  await page.fill('[name=label]', label);
  await page.fill('[name=banned-at]', BANNED);
  await page.selectOption('[name=kind]', 'permanent');
  await page.selectOption('[name=list]', list);
  await page.click('[data-action=new-incident]');
  await page.waitForSelector('[data-incident] [data-action=open-incident]');
  return (await page.getAttribute('[data-incident]', 'data-incident')) ?? '';
}

export async function opened(
  site: Site,
  path = '/en/recovery/',
  label = 'Sales',
  list = 'first-ban',
): Promise<{ page: Page; id: string }> {
  const page = await site.open(path);
  const id = await begin(page, label, list);
  await page.click('[data-action=open-incident]');
  await page.waitForURL(`**/recovery/${list}/#incident=*`);
  await page.waitForSelector('[data-step] [data-action]');
  return { page, id };
}

export const state = (page: Page, step: string) => page.getAttribute(`[data-step=${step}]`, 'data-state');
export const act = (page: Page, step: string, action: string) =>
  page.click(`[data-step=${step}] [data-action=${action}]`);

export async function becomes(page: Page, step: string, wanted: string): Promise<void> {
  await page.waitForSelector(`[data-step=${step}][data-state=${wanted}]`);
}

export async function tick(page: Page, step: string): Promise<void> {
  await act(page, step, 'step-done');
  await becomes(page, step, 'done');
}

export async function skip(page: Page, step: string, reason: string): Promise<void> {
  await act(page, step, 'step-skip');
  await page.fill('[name=reason]', reason);
  await page.click('[data-action=confirm]');
  await becomes(page, step, 'skipped');
}

export async function linkOf(page: Page): Promise<string> {
  await page.click('[data-action=share]');
  await page.waitForSelector('[name=share-link]');
  return page.inputValue('[name=share-link]');
}

/** What the file says that an action saves. */
export async function savedBy(page: Page, action: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`[data-action=${action}]`)]);
  return readFileSync(await file.path(), 'utf8');
}

export async function exported(page: Page): Promise<{ id: string; events: { type: string; text?: string }[] }[]> {
  return JSON.parse(await savedBy(page, 'export-one')).incidents;
}

/** Puts a record into the database behind the page's back. */
export function put(page: Page, key: string, value: unknown): Promise<unknown> {
  return page.evaluate(
    ([id, record]) =>
      new Promise((resolve) => {
        const request = indexedDB.open('number-care', 1);
        request.onsuccess = () => {
          const change = request.result.transaction('incidents', 'readwrite');
          change.objectStore('incidents').put(record, id as string);
          change.oncomplete = resolve;
        };
      }),
    [key, value],
  );
}
