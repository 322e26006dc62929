import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { describeCalculator } from './calculator.ts';
import { useSite } from './site.ts';

const site = useSite();
const LANGUAGES = ['en', 'pt', 'ru'] as const;
const GOOD =
  'first-writer=customers&saved-contacts=yes&consent=before&opt-out=yes&recipients-at-once=none&reply-ratio=enough' +
  '&advertising=none&personalization=personal&same-type=no&links=own&number-age=older&integration-settings=none' +
  '&groups-created=no&group-numbers=no';

const BAD =
  'first-writer=we-at-once&saved-contacts=no&consent=no&opt-out=no&recipients-at-once=many&reply-ratio=none' +
  '&advertising=unwanted&personalization=impersonal&same-type=yes&links=risky&number-age=young' +
  '&integration-settings=automatic&groups-created=yes&group-numbers=yes';

const open = (hash = '', locale: string = 'en') => site.open(`/${locale}/tools/risk/${hash && `#${hash}`}`);
const level = (page: Page) => page.locator('[data-figure=risk]').getAttribute('data-level');
const deciders = (page: Page) =>
  page.locator('[data-decider]').evaluateAll((found) => found.map((one) => (one as HTMLElement).dataset['decider']));

describe('the risk check', () => {
  it('knows nothing before anything is answered, and names every question', async () => {
    const page = await open();
    expect(await level(page)).toBe('unknown');
    expect(await deciders(page)).toEqual([]);
    const names = await page
      .locator('input[type=radio]')
      .evaluateAll((found) => [...new Set(found.map((radio) => (radio as HTMLInputElement).name))]);
    const { scenarios } = await (await fetch(`${site.url}/api/v1/rules.json`)).json();
    expect(names.toSorted()).toEqual(scenarios.map(({ id }: { id: string }) => id).toSorted());
    expect(await page.locator('.open-questions li').count()).toBe(names.length);
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    await page.context().close();
  });

  it.each(LANGUAGES)(
    'tells in %s the deciding answers in order of weight, each with what to change',
    async (locale) => {
      const page = await open('first-writer=we-gradually&saved-contacts=no', locale);
      expect(await level(page)).toBe('unknown');
      await page.check('[name=reply-ratio][value=low]');
      expect(await level(page)).toBe('elevated');
      expect(await deciders(page)).toEqual(['reply-ratio']);
      await page.check('[name=group-numbers][value=yes]');
      await page.check('[name=recipients-at-once][value=many]');
      expect(await level(page)).toBe('maximal');
      expect(await deciders(page)).toEqual(['recipients-at-once', 'group-numbers']);
      expect(page.url()).toContain('recipients-at-once=many');
      for (const decider of await page.locator('[data-decider]').all()) {
        expect((await decider.locator('.advice').textContent())?.length).toBeGreaterThan(20);
        expect(await decider.locator('a[href*="/rules/"]').count()).toBeGreaterThan(0);
        expect(await decider.locator('.source-chip').count()).toBeGreaterThan(0);
      }
      await page.context().close();
    },
  );

  it('is minimal with the best of all answers, and unknown as soon as one of them is missing', async () => {
    const page = await open(GOOD);
    expect(await level(page)).toBe('minimal');
    expect(await page.locator('.open-questions').count()).toBe(0);
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      GOOD.replace('links=own&', ''),
    );
    await page.waitForSelector('[data-figure=risk][data-level=unknown]');
    expect(await page.locator('.open-questions li').count()).toBe(1);
    await page.context().close();
  });

  it("shows every source's own view", async () => {
    const page = await open(`${GOOD}&reply-ratio=low`.replace('reply-ratio=enough&', ''));
    const verdicts = await page
      .locator('[data-verdict-of]')
      .evaluateAll((found) =>
        found.map((row) => [row.getAttribute('data-verdict-of'), row.getAttribute('data-level')].join(' ')),
      );
    expect(verdicts).toContain('whapi elevated');
    expect(verdicts).toContain('green-api minimal');
    expect(verdicts).toContain('olchat minimal');
    await page.context().close();
  });

  it('names an answer that does not exist at its question, and counts it as none', async () => {
    const page = await open('links=splendid&saved-contacts=yes&weather=fine');
    expect(await page.locator('[data-error-for]').count()).toBe(1);
    expect(await page.textContent('[data-error-for=links]')).toContain('splendid');
    expect(await page.locator('[name=links][aria-invalid=true]').count()).toBe(4);
    await page.check('[name=links][value=own]');
    expect(await page.locator('[data-error-for]').count()).toBe(0);
    expect(page.url()).toContain('links=own');
    await page.context().close();
  });

  it('can be emptied', async () => {
    const page = await open(GOOD);
    await page.click('[data-action=clear]');
    await page.waitForSelector('[data-figure=risk][data-level=unknown]');
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    await page.context().close();
  });

  it('keeps its answers when a link leads to a heading', async () => {
    const page = await open('opt-out=no');
    await page.click('.risk-level a');
    await page.waitForTimeout(50);
    expect(await level(page)).toBe('elevated');
    expect(await page.isChecked('[name=opt-out][value=no]')).toBe(true);
    await page.context().close();
  });

  it('prints every answer and a line to sign, and no form', async () => {
    const page = await open('opt-out=no');
    expect(await page.locator('.sign').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.sign').isVisible()).toBe(true);
    expect(await page.locator('.sheet tbody tr').count()).toBe(14);
    expect(await page.locator('risk-check form').isVisible()).toBe(false);
    expect(await page.locator('.basis').textContent()).toMatch(/\d{4}-\d{2}-\d{2}-[0-9a-f]{8}/);
    await page.context().close();
  });

  it('can be read without JavaScript: every answer with its level by each source', async () => {
    const page = await site.open('/ru/tools/risk/', { javaScriptEnabled: false });
    expect(await level(page)).toBe('unknown');
    await page.click('.overview summary');
    expect(await page.locator('.overview h3').count()).toBe(14);
    expect(await page.locator('.overview').textContent()).not.toContain(':rule[');
    await page.context().close();
  });

  describeCalculator(site, {
    tool: 'risk',
    inputs: 'opt-out=no',
    change: (page) => page.check('[name=links][value=own]'),
    longest: [GOOD, BAD],
  });

  it('had no error and asked nobody else for anything', () => {
    expect(site.faults).toEqual([]);
  });
});
