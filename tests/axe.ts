import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const window: {
  axe?: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
};

/** What is not accessible in the page as it stands: the rule and the first element that breaks it. */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async () => (await window.axe?.run({ resultTypes: ['violations'] }))?.violations,
  );
  if (!violations) throw new Error('axe did not run.');
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The same at a width and in a theme. */
export async function violationsIn(page: Page, theme: 'light' | 'dark', width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
  return (await violationsOf(page)).map((violation) => `${theme} ${width} ${violation}`);
}
