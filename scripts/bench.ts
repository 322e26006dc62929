import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { measureLogPage } from './bench-log-page.ts';
import { browserFlags, findBrowser } from './browser.ts';
import { projectRoot } from './run.ts';
import { serveFolder } from './serve.ts';

/** Speed and size of the built site, as a first visit on a phone meets them. */
const PAGES = {
  guide: '/ru/guides/replies/',
  rule: '/ru/rules/reply-ratio/',
  'rule list': '/ru/rules/',
  'reply-ratio check': '/ru/tools/reply-ratio/',
  'warm-up plan': '/ru/tools/warm-up/',
  'campaign check': '/ru/tools/campaign/',
  'risk check': '/ru/tools/risk/',
  'message log': '/ru/tools/message-log/',
  'recovery board': '/ru/recovery/',
};

/** What is typed at each calculator: the first inputs once, the last one anew at every measured keystroke. */
const TYPING = {
  'reply-ratio check': { path: '/en/tools/reply-ratio/#sent=1000', field: 'replies' },
  'warm-up plan': { path: '/en/tools/warm-up/#start=2026-11-14', field: 'target' },
  'campaign check': { path: '/en/tools/campaign/#cold=10&age=30', field: 'audience' },
  // Nothing is typed there: one question after the other is answered.
  'risk check': { path: '/en/tools/risk/', field: undefined },
};

interface Weight {
  requests: number;
  bytes: number;
  html: number;
  css: number;
  js: number;
}

const site = await serveFolder({ root: join(projectRoot, 'dist') });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags() });
try {
  const weights = Object.fromEntries(
    await inTurn(Object.entries(PAGES), async ([name, path]) => [name, await weigh(path)] as const),
  );
  const typed = Object.fromEntries(
    await inTurn(Object.entries(TYPING), async ([name, { path, field }]) => [name, await keystrokes(path, field)]),
  );
  const messageLog = await measureLogPage(browser, new URL('/en/tools/message-log/', site.url).href, 1_000_000);
  const figures = { weights, keystrokes: typed, messageLog };
  for (const [name, { requests, bytes, html, css, js }] of Object.entries(weights)) {
    console.log(`${name}: ${kB(bytes)} in ${requests} requests (HTML ${kB(html)}, CSS ${kB(css)}, JS ${kB(js)})`);
  }
  for (const [name, { p95, median }] of Object.entries(figures.keystrokes)) {
    console.log(`${name}: keystroke to changed figure, 4x slower processor: p95 ${p95} ms, median ${median} ms`);
  }
  console.log(
    `message log of ${messageLog.rows} rows, ${messageLog.megabytes} MB: ${messageLog.analysing} ms, its lines counted in ${messageLog.counting} ms; longest task of the page ${messageLog.longestTask} ms, memory ${messageLog.memory} MB`,
  );
  mkdirSync(join(projectRoot, 'reports'), { recursive: true });
  writeFileSync(join(projectRoot, 'reports/bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await browser.close();
  await site.close();
}

/** Bytes after brotli of everything the page asks for by itself. */
async function weigh(path: string): Promise<Weight> {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
  const weight = { requests: 0, bytes: 0, html: 0, css: 0, js: 0 };
  const counted: Promise<void>[] = [];
  page.on('response', (response) => {
    counted.push(
      response.body().then((body) => {
        const size = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
        const kind = { document: 'html', stylesheet: 'css', script: 'js' }[response.request().resourceType()];
        weight.requests++;
        weight.bytes += size;
        if (kind === 'html' || kind === 'css' || kind === 'js') weight[kind] += size;
      }),
    );
  });
  await page.goto(new URL(path, site.url).href, { waitUntil: 'networkidle' });
  await Promise.all(counted);
  await page.context().close();
  return weight;
}

async function keystrokes(path: string, name: string | undefined): Promise<{ median: number; p95: number }> {
  const page: Page = await (await browser.newContext()).newPage();
  await page.goto(new URL(path, site.url).href);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const times = await page.evaluate((typedInto) => {
    const field = document.querySelector<HTMLInputElement>(`[name=${typedInto}]`);
    const questions = [...document.querySelectorAll('.one-page .choice-group')].map((group) => [
      ...group.querySelectorAll('input'),
    ]);
    const change = (n: number): HTMLInputElement => {
      if (field) return Object.assign(field, { value: String(200 + n * 3) });
      const answers = questions[n % questions.length] ?? [];
      const answer = answers[(n + Math.floor(n / questions.length)) % answers.length];
      if (!answer) throw new Error(`${location.pathname} has neither the field nor a question.`);
      return Object.assign(answer, { checked: true });
    };
    return Array.from({ length: 200 }, (_, n) => {
      const began = performance.now();
      change(n).dispatchEvent(new Event('input', { bubbles: true }));
      document.body.getBoundingClientRect();
      return performance.now() - began;
    });
  }, name);
  await page.context().close();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { median: at(0.5), p95: at(0.95) };
}

async function inTurn<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
