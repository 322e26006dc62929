import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/knowledge/schema.ts';
import { useSite } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const KINDS = [
  '/',
  '/guides/',
  '/guides/replies/',
  '/rules/',
  '/rules/reply-ratio/',
  '/rules/appeal-concealment/',
  '/sources/',
  '/sources/kinbox/',
  '/conflicts/',
  '/glossary/',
  '/recovery/find-the-cause/',
  '/gallery/',
  '/status/',
  '/changes/',
  '/recovery/',
  '/recovery/first-ban/',
  '/guides/warm-up/',
  '/guides/before-every-send/',
  '/guides/risk-levels/',
  '/tools/warm-up/',
  '/tools/warm-up/#start=2026-10-30&target=x&sources=whapi,olchat',
  '/tools/reply-ratio/#sent=40&replies=11&blocked=x&more=5&rate=10',
  '/tools/campaign/',
  '/tools/message-log/',
  '/tools/campaign/#audience=300&cold=50&age=1&hours=12&per=x&start=2026-11-23',
  '/tools/campaign/#audience=30000&cold=50&age=1&hours=12&start=2026-11-23',
  '/tools/risk/#first-writer=we-gradually&opt-out=no&recipients-at-once=many&links=x',
];

/** Every theme at every width, and each language in one of them; in English both ends. */
const LOOKS = {
  en: [
    ['light', 390],
    ['dark', 1280],
  ],
  pt: [['dark', 390]],
  ru: [['light', 1280]],
} as const;

declare const window: {
  axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
};

/** Looks at every kind of page in one language: a file a language, so that they run side by side. */
export function describeAccessibility(locale: Locale): void {
  describe(`every kind of page in ${locale}`, () => {
    const site = useSite();
    it.each(KINDS)('%s is accessible and keeps to itself', async (path) => {
      const page = await site.open(`/${locale}${path}`);
      await page.evaluate(axe);
      for (const [colorScheme, width] of LOOKS[locale]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), colorScheme);
        const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          `${colorScheme}, ${width} px`,
        ).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 800 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth),
        'nothing sticks out at 320 px',
      ).toBeLessThanOrEqual(320);
      expect(await page.getAttribute('main', 'data-topics')).not.toBeNull();
      await page.context().close();
    });

    it('had no error and asked nobody else for anything', () => {
      expect(site.faults).toEqual([]);
    });
  });
}
