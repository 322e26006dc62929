import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { browserFlags, findBrowser } from '../scripts/browser.ts';
import { type ServedFolder, serveFolder } from '../scripts/serve.ts';
import type { Pack, Packs } from '../src/browser/offline-worker.ts';
import { plainEnvironment } from './copy.ts';

/** A site on its host as one reader meets it, who keeps the browser between visits, and whose network comes and goes. */
export class Deployment {
  readonly url: string;
  readonly #folder: string;
  readonly #base: string;
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  #server: ServedFolder | undefined;
  #silence: Server | undefined;

  private constructor(folder: string, base: string, browser: Browser, context: BrowserContext, server: ServedFolder) {
    this.#folder = folder;
    this.#base = base;
    this.#browser = browser;
    this.#context = context;
    this.#server = server;
    this.url = server.url;
  }

  static async of(folder: string, base = '/'): Promise<Deployment> {
    const server = await serveFolder({ root: folder, base, port: 4500 });
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags() });
    return new Deployment(folder, base, browser, await browser.newContext(), server);
  }

  async open(path: string): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(this.url + path);
    return page;
  }

  /** Opens a page and waits until the site says that it will work offline. */
  async visit(path: string): Promise<Page> {
    const page = await this.open(path);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    return page;
  }

  async goOffline(): Promise<void> {
    await this.#server?.close();
    this.#server = undefined;
  }

  /** Connections are taken and never answered, as in a train between two stations. */
  async goSilent(): Promise<void> {
    await this.goOffline();
    const silence = createServer();
    await new Promise<void>((resolve) => silence.listen(this.#port(), resolve));
    this.#silence = silence;
  }

  async goOnline(): Promise<void> {
    this.#silence?.close();
    this.#server ??= await serveFolder({ root: this.#folder, base: this.#base, port: this.#port() });
  }

  /** As the system does with a worker that has had nothing to do for a while. */
  async stopWorker(page: Page): Promise<void> {
    const session = await this.#context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  async limitStorage(page: Page, quotaSize: number): Promise<void> {
    const session = await this.#context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(this.url).origin, quotaSize });
  }

  async end(): Promise<void> {
    await this.#browser.close();
    this.#silence?.close();
    await this.#server?.close();
  }

  #port(): number {
    return Number(new URL(this.url).port);
  }
}

export async function build(folder: string, env: Record<string, string> = {}): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], { cwd: folder, env: plainEnvironment(env) });
}

/** Until the copy in the browser is, whole, one of the build that lies there now. */
export async function untilKept(page: Page, folder: string, ...kinds: string[]): Promise<void> {
  const packs = packsOf(folder, kinds);
  await vi.waitUntil(() => page.evaluate(isKept, packs), { timeout: 60_000, interval: 100 });
}

/** Runs in the page. */
async function isKept(packs: Pack[]): Promise<boolean> {
  const names = await caches.keys();
  for (const { file, count } of packs) {
    const name = names.find((known) => known.endsWith(` ${file}`));
    if (name === undefined || (await (await caches.open(name)).keys()).length !== count) return false;
  }
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.active?.state === 'activated' && !registration.installing && !registration.waiting;
}

function packsOf(folder: string, kinds: string[]): Pack[] {
  const packs: Packs = JSON.parse(/\(self, (\{.*\})\)/.exec(readFileSync(join(folder, 'sw.js'), 'utf8'))?.[1] ?? '');
  return kinds.flatMap((kind) => packs[kind] ?? []);
}
