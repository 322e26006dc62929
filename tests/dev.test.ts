import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserFlags, findBrowser } from '../scripts/browser.ts';
import { type Copy, copySite, plainEnvironment } from './copy.ts';

let site: Copy;
let server: ChildProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = copySite();
  server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev', '--port', '4466'], {
    cwd: site.folder,
    env: plainEnvironment(),
    detached: true,
  });
  await new Promise<void>((ready, failed) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('4466')) ready();
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => failed(new Error(said)));
  });
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags() });
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  if (server?.pid) process.kill(-server.pid);
  site?.remove();
});

describe('while editing', () => {
  it.each([
    [
      'a value in a rule, in prose',
      'rules/reply-ratio.yaml',
      'zone: safe, from: 30',
      'zone: safe, from: 33',
      'en/guides/replies/',
      '33%',
    ],
    [
      'a value in a rule, on its page',
      'rules/reply-ratio.yaml',
      'zone: safe, from: 33',
      'zone: safe, from: 34',
      'en/rules/reply-ratio/',
      '34%',
    ],
    [
      'a sentence of a guide',
      'docs/en/guides/replies.md',
      'The safe zone begins',
      'The good zone starts',
      'en/guides/replies/',
      'The good zone starts',
    ],
  ])('%s shows in the browser within two seconds', async (_, file, from, to, address, expected) => {
    await page.goto(`http://localhost:4466/${address}`);
    await page.waitForTimeout(500);
    const path = join(site.folder, 'content', file);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(from);
    const began = performance.now();
    writeFileSync(path, before.replace(from, to));
    await page.waitForFunction((text) => document.querySelector('main')?.textContent?.includes(text), expected, {
      timeout: 10_000,
    });
    const seconds = (performance.now() - began) / 1000;
    console.log(`shown after ${seconds.toFixed(2)} s`);
    expect(seconds).toBeLessThan(2);
  });
});
