import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './run.ts';

/** What the search for a browser asks of the machine, and does to it. */
export interface Machine {
  platform: NodeJS.Platform;
  isRoot: boolean;
  env(variable: string): string | undefined;
  /** Where on the PATH a program lies. */
  which(program: string): string | undefined;
  exists(path: string): boolean;
  starts(browser: string): boolean;
  run(commandLine: string): Promise<number>;
  /** Where Playwright's own download lies or would lie. */
  playwrightBrowser(): string;
  playwrightInstall: string;
  say(sentence: string): void;
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    env: (variable) => process.env[variable],
    which,
    exists: existsSync,
    starts,
    run: (commandLine) => run(commandLine),
    playwrightBrowser: () => chromium.executablePath(),
    playwrightInstall: 'node node_modules/playwright-core/cli.js install chromium',
    // to the error stream: what the search prints is the browser's path alone
    say: (sentence) => console.error(sentence),
  };
}

function which(program: string): string | undefined {
  const file = process.platform === 'win32' ? `${program}.exe` : program;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, file)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function starts(browser: string): boolean {
  // On Windows the question for its version opens a window.
  if (process.platform === 'win32') return true;
  return spawnSync(browser, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
