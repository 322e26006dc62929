import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { browserFlags, findBrowser } from '../scripts/browser.ts';
import { serveFolder } from '../scripts/serve.ts';

export interface Site {
  /** Opens a page in a browser of its own, with nothing kept from before. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  readonly url: string;
  /** What went wrong in the pages opened so far: errors, and requests that left the site. */
  readonly faults: string[];
}

/** Serves the built site and starts a browser for the tests of one file. */
export function useSite(): Site {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  const faults: string[] = [];
  beforeAll(async () => {
    server = await serveFolder({ root: join(import.meta.dirname, '../dist'), base: '/', port: 4400 });
    browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags() });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    faults,
    get url() {
      return server.url.replace(/\/$/, '');
    },
    async open(path, options = {}) {
      // What is kept for reading offline has tests of its own; elsewhere it would only take time.
      const context = await browser.newContext({ serviceWorkers: 'block', ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
      page.on('console', (message) => message.type() === 'error' && faults.push(`${path}: ${message.text()}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
          faults.push(`${path}: asked for ${request.url()}`);
      });
      await page.goto(new URL(path, server.url).href);
      return page;
    },
  };
}
