import { describe, expect, it } from 'vitest';
import type { Locale } from '../src/knowledge/schema.ts';
import { violationsIn } from './axe.ts';
import { useSite } from './site.ts';

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

/** Looks at every kind of page in one language: a file a language, so that they run side by side. */
export function describeAccessibility(locale: Locale): void {
  describe(`every kind of page in ${locale}`, () => {
    const site = useSite();
    it.each(KINDS)('%s is accessible and keeps to itself', async (path) => {
      const page = await site.open(`/${locale}${path}`);
      for (const [colorScheme, width] of LOOKS[locale]) {
        expect(await violationsIn(page, colorScheme, width), `${colorScheme}, ${width} px`).toEqual([]);
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
