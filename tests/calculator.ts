import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../src/knowledge/schema.ts';
import type { Site } from './site.ts';

interface Calculator {
  tool: 'reply-ratio' | 'warm-up' | 'campaign' | 'risk';
  /** Inputs as in the address, which give a result. */
  inputs: string;
  /** An input and a value that is not among those above. */
  change: (page: Page) => Promise<void>;
  /** Results that take the most room on paper. */
  longest: readonly string[];
}

/** What all calculators do alike. */
export function describeCalculator(site: Site, { tool, inputs, change, longest }: Calculator): void {
  const open = (hash: string, locale = 'en') =>
    site.open(`/${locale}/tools/${tool}/#${hash}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  const data = async () => (await fetch(`${site.url}/api/v1/rules.json`)).json();
  const note = (page: Page) => page.locator('[data-rules-of-link]');
  const said = (page: Page) =>
    note(page)
      .locator('[data-since]:visible')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-since')));
  const goTo = (page: Page, hash: string) =>
    page.evaluate((next) => {
      location.hash = next;
      return new Promise((done) => setTimeout(done, 50));
    }, hash);

  describe('a link', () => {
    it('names the rules it was made with, until somebody types', async () => {
      const { version } = await data();
      const page = await open(inputs);
      await page.click('[data-action=link]');
      await page.waitForFunction(() => document.querySelector('[data-said]')?.textContent !== '');
      expect(page.url()).toBe(`${site.url}/en/tools/${tool}/#${inputs}&rules=${version}`);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
      expect(await note(page).isVisible()).toBe(false);
      await change(page);
      expect(await page.evaluate(() => location.href)).not.toContain('rules=');
      const kept = await page.evaluate((key) => localStorage.getItem(key), `last.${await elementOf(page)}`);
      expect(kept).toContain(`&rules=${version}`);
      await page.context().close();
    });

    it.each(LOCALES)('made with other rules tells in %s what has changed since', async (locale) => {
      const { rules, version } = await data();
      const today = version.slice(0, 10);
      const used = rules.filter(({ usedIn }: { usedIn: string[] }) => usedIn.includes(`/tools/${tool}/`));
      const page = await open(`${inputs}&rules=2020-01-02-0123abcd`, locale);
      expect(await note(page).isVisible()).toBe(true);
      expect(await note(page).locator('[data-version]').textContent()).toBe('2020-01-02-0123abcd');
      expect(await note(page).locator('li:visible a[href*="/rules/"]').count()).toBe(used.length);
      expect(await said(page)).toEqual(['changed', 'changed']);
      // From the very day of today's newest change: nothing recorded is known to be newer.
      await goTo(page, `${inputs}&rules=${today}-0123abcd`);
      expect(await note(page).isVisible()).toBe(true);
      expect(await note(page).locator('li:visible').count()).toBe(0);
      expect(await said(page)).toEqual(['same']);
      await goTo(page, `${inputs}&rules=2199-01-02-0123abcd`);
      expect(await said(page)).toEqual(['newer']);
      for (const ignored of ['2020-01-02', '2020-13-02-0123abcd', '<b>', version]) {
        await goTo(page, `${inputs}&rules=${ignored}`);
        expect(await note(page).isVisible(), ignored).toBe(false);
      }
      await goTo(page, `${inputs}&rules=2020-01-02-0123abcd`);
      await change(page);
      expect(await note(page).isVisible(), 'what is typed now is typed under the rules of today').toBe(false);
      await page.context().close();
    });

    it('kept from the last visit tells it too', async () => {
      const page = await open('');
      const key = `last.${await elementOf(page)}`;
      await page.evaluate(
        ([name, hash]) => localStorage.setItem(name ?? '', hash ?? ''),
        [key, `#${inputs}&rules=2020-01-02-0123abcd`],
      );
      await page.goto(page.url().replace(/#.*/, ''));
      await page.reload();
      await page.click('[data-action=last-visit]');
      await note(page).waitFor({ state: 'visible' });
      await page.context().close();
    });
  });

  it('says on what the result rests, and takes it as less certain once a rule is overdue', async () => {
    const { version } = await data();
    const page = await open(inputs);
    const basis = page.locator('.basis');
    expect(await basis.textContent()).toContain(version);
    expect(await basis.locator('[data-evidence]').first().isVisible()).toBe(true);
    expect(await basis.locator('.caution').count()).toBe(0);
    const lost = () => basis.locator('.evidence').first().locator('.lost').count();
    const before = await lost();
    await page.clock.setFixedTime(new Date('2031-01-01T12:00:00'));
    await page.reload();
    expect(await basis.locator('.caution').isVisible()).toBe(true);
    expect(await lost(), 'bars that are taken off the gauge').toBeGreaterThanOrEqual(before);
    expect(await lost()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('shows worked examples, and opens with their inputs', async () => {
    const { examples } = await data();
    const page = await open('');
    const shown = page.locator('.worked details');
    expect(await shown.count()).toBe(examples.filter((example: { tool: string }) => example.tool === tool).length);
    expect(await page.locator('.worked [data-figure], .worked tr[data-day]').count()).toBe(0);
    const link = shown.first().locator('[data-action=example]');
    const wanted = new URLSearchParams((await link.getAttribute('href'))?.slice(1));
    await link.click();
    for (const [name, value] of wanted) {
      const field = page.locator(`[name="${name}"]`).first();
      const isChoice = (await field.getAttribute('type')) === 'radio';
      if (isChoice) expect(await page.isChecked(`[name="${name}"][value="${value}"]`)).toBe(true);
      else expect(await field.inputValue()).toBe(value);
    }
    await page.waitForFunction(() => scrollY < 400);
    await page.context().close();
  });

  it('shows after many inputs just what a page opened with the last of them shows', async () => {
    const page = await open(inputs);
    await page.evaluate(typeAtRandom);
    await page.waitForTimeout(500);
    const fresh = await open(new URL(page.url()).hash.slice(1));
    await fresh.waitForTimeout(500);
    expect(await page.evaluate(shownIn)).toEqual(await fresh.evaluate(shownIn));
    await page.context().close();
    await fresh.context().close();
  });

  it.each(LOCALES)('prints on one sheet of A4 in %s', async (locale) => {
    // Russian words are the longest.
    for (const hash of [inputs, ...(locale === 'ru' ? longest : [])]) {
      const page = await open(hash, locale);
      await page.waitForTimeout(200);
      const paper = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect(paper.toString('latin1').match(/\/Type\s*\/Page(?!s)/g), hash).toHaveLength(1);
      await page.context().close();
    }
  });
}

const elementOf = (page: Page) => page.locator('.one-page').evaluate(({ localName }) => localName);

/** Sixty inputs, always the same ones; the last of them leaves no field with a fault. */
function typeAtRandom(): void {
  const texts = ['', '0', '3', '12', '40', '250', '1000', 'x', '2026-02-03'];
  const fields = [...document.querySelectorAll<HTMLInputElement>('.one-page input[name]')];
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 16807) % 2147483647;
    return seed % below;
  };
  const write = (field: HTMLInputElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (let step = 0; step < 60; step++) {
    const field = fields[next(fields.length)];
    if (field?.type === 'text') write(field, texts[next(texts.length)] ?? '');
    else if (field) field.click();
  }
  for (const field of fields) {
    if (field.type === 'checkbox' && !field.checked) field.click();
    if (field.type === 'text' && /date|start|moved/.test(field.name)) write(field, '2026-02-03');
    else if (field.type === 'text') write(field, field.name === 'sent' ? '1000' : '40');
  }
}

const shownIn = () =>
  [...document.querySelectorAll('.one-page [data-slot]')].map((slot) => [
    slot.getAttribute('data-slot'),
    slot.innerHTML,
  ]);
