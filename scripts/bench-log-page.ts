import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { writeLog } from './log-file.ts';

const RUNS = 3;

export interface LogPageFigures {
  rows: number;
  megabytes: number;
  /** Milliseconds, the best of a few runs. */
  counting: number;
  analysing: number;
  /** The longest that the page itself was busy. */
  longestTask: number;
  /** Megabytes of heap and buffers in the worker, when the log has been read. */
  memory: number;
}

/** How long a log takes from being chosen to its figures, beside reading the same file and counting its lines. */
export async function measureLogPage(browser: Browser, url: string, rows: number): Promise<LogPageFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'message-log-'));
  const path = join(folder, 'log.csv');
  try {
    writeLog(path, rows);
    const counting: number[] = [];
    const analysing: number[] = [];
    let longestTask = 0;
    let memory = 0;
    for (let run = 0; run < RUNS; run++) {
      const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
      await page.goto(url, { waitUntil: 'networkidle' });
      counting.push(await countLines(page, path));
      await page.reload({ waitUntil: 'networkidle' });
      const found = await analyse(page, path);
      analysing.push(found.time);
      longestTask = Math.max(longestTask, found.longestTask);
      memory = Math.max(memory, await workerMemory(browser, url));
      await page.context().close();
    }
    const best = (times: number[]) => Math.round(Math.min(...times));
    const megabytes = Math.round(statSync(path).size / 1e6);
    return { rows, megabytes, counting: best(counting), analysing: best(analysing), longestTask, memory };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function countLines(page: Page, path: string): Promise<number> {
  await page.evaluate(() => {
    document.body.innerHTML = '<input type="file">';
    const input = document.querySelector('input') as HTMLInputElement;
    input.addEventListener('change', async () => {
      const file = input.files?.[0];
      if (!file) return;
      const began = performance.now();
      const reader = file.stream().getReader();
      let lines = 0;
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        for (let i = 0; i < value.length; i++) if (value[i] === 10) lines++;
      }
      document.body.dataset['took'] = String(performance.now() - began);
      document.body.dataset['lines'] = String(lines);
    });
  });
  await page.setInputFiles('input', path);
  await page.waitForSelector('[data-took]');
  return Number(await page.getAttribute('body', 'data-took'));
}

async function analyse(page: Page, path: string): Promise<{ time: number; longestTask: number }> {
  await page.evaluate(() => {
    const longest = { value: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.value = Math.max(longest.value, duration);
      document.body.dataset['longest'] = String(longest.value);
    }).observe({ type: 'longtask' });
    let began = 0;
    addEventListener('change', () => (began = performance.now()), { capture: true });
    new MutationObserver(() => {
      if (!document.querySelector('[data-figure=peak-hour]') || document.body.dataset['took']) return;
      document.body.dataset['took'] = String(performance.now() - began);
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.setInputFiles('[name=log]', path);
  await page.waitForSelector('[data-took]', { timeout: 120_000 });
  // A task is told of only when it is over.
  await page.waitForTimeout(500);
  return {
    time: Number(await page.getAttribute('body', 'data-took')),
    longestTask: Math.round(Number((await page.getAttribute('body', 'data-longest')) ?? 0)),
  };
}

interface HeapUsage {
  usedSize: number;
  backingStorageSize?: number;
}

async function workerMemory(browser: Browser, url: string): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'worker' }] });
  const target = targetInfos.find((info) => info.url.startsWith(new URL(url).origin));
  if (!target) return 0;
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  const usage = await new Promise<HeapUsage>((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id: number; result: HeapUsage };
      if (id === 1) resolve(result);
    });
    const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
    void session.send('Target.sendMessageToTarget', { sessionId, message });
  });
  await session.detach();
  return Math.round((usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6);
}
