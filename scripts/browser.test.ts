import { describe, expect, it } from 'vitest';
import { browserFlags, findBrowser } from './browser.ts';
import type { Machine } from './machine.ts';

interface Setting {
  env?: Record<string, string>;
  platform?: NodeJS.Platform;
  isRoot?: boolean;
  /** Programs on the PATH. */
  programs?: string[];
  /** Browsers by their path that start. */
  browsers?: string[];
  /** Command → the browser that is there afterwards, or `undefined` when the command fails. */
  installs?: Record<string, string | undefined>;
}

const DOWNLOADED = '/cache/playwright/chrome';
const APT = ['apt-get update', 'env DEBIAN_FRONTEND=noninteractive apt-get install -y chromium'];

function machineWith({ env = {}, platform = 'linux', isRoot = true, installs = {}, ...rest }: Setting) {
  const browsers = new Set(rest.browsers);
  const commands: string[] = [];
  const machine: Machine = {
    platform,
    isRoot,
    env: (name) => env[name],
    which: (name) => {
      const path = `/usr/bin/${name}`;
      return rest.programs?.includes(name) || browsers.has(path) ? path : undefined;
    },
    exists: (path) => browsers.has(path) || rest.programs?.includes(path.replace('/usr/bin/', '')) === true,
    starts: (path) => browsers.has(path),
    run: async (command) => {
      commands.push(command);
      if (command in installs && installs[command] === undefined) return 1;
      browsers.add(installs[command] ?? '');
      return 0;
    },
    playwrightBrowser: () => DOWNLOADED,
    playwrightInstall: 'download',
    say: () => {},
  };
  return { machine, commands };
}

describe('the browser for the tests is', () => {
  it('the one that CHROME_PATH names', async () => {
    const { machine } = machineWith({
      env: { CHROME_PATH: '/opt/chrome' },
      browsers: ['/opt/chrome', '/usr/bin/chromium'],
    });
    expect(await findBrowser(machine)).toBe('/opt/chrome');
  });

  it('none, with a sentence, when CHROME_PATH names nothing', async () => {
    const { machine } = machineWith({ env: { CHROME_PATH: '/opt/chrome' }, browsers: ['/usr/bin/chromium'] });
    await expect(findBrowser(machine)).rejects.toThrow(/^CHROME_PATH names \/opt\/chrome, where there is no file/);
  });

  it.each([
    [['chrome', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'chromium'], 'chromium'],
    [['chrome', 'google-chrome-stable', 'google-chrome'], 'google-chrome'],
    [['chrome'], 'chrome'],
  ])('of %j on the PATH: %s', async (names, expected) => {
    const { machine, commands } = machineWith({ browsers: names.map((name) => `/usr/bin/${name}`) });
    expect(await findBrowser(machine)).toBe(`/usr/bin/${expected}`);
    expect(commands).toEqual([]);
  });

  it('not a stub that does not start', async () => {
    const { machine } = machineWith({ programs: ['chromium'], browsers: ['/usr/bin/google-chrome'] });
    expect(await findBrowser(machine)).toBe('/usr/bin/google-chrome');
  });

  it.each([
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ] as const)('in the usual place of %s', async (platform, place) => {
    const { machine } = machineWith({ platform, browsers: [place], env: { PROGRAMFILES: 'C:\\Program Files' } });
    expect(await findBrowser(machine)).toBe(place);
  });

  it('the one that Playwright has downloaded earlier', async () => {
    const { machine, commands } = machineWith({ browsers: [DOWNLOADED], programs: ['apt-get'] });
    expect(await findBrowser(machine)).toBe(DOWNLOADED);
    expect(commands).toEqual([]);
  });

  it('installed through the package manager by root', async () => {
    const { machine, commands } = machineWith({
      programs: ['apt-get'],
      installs: { [APT[1] ?? '']: '/usr/bin/chromium' },
    });
    expect(await findBrowser(machine)).toBe('/usr/bin/chromium');
    expect(commands).toEqual(APT);
  });

  it('installed with sudo where it asks for no password', async () => {
    const installs = { 'sudo -n dnf install -y chromium': '/usr/bin/chromium-browser' };
    const { machine, commands } = machineWith({ isRoot: false, programs: ['sudo', 'dnf'], installs });
    expect(await findBrowser(machine)).toBe('/usr/bin/chromium-browser');
    expect(commands).toEqual(['sudo -n true', 'sudo -n dnf install -y chromium']);
  });

  it('downloaded by Playwright where the package manager may not be used', async () => {
    const installs = { 'sudo -n true': undefined, download: DOWNLOADED };
    const { machine, commands } = machineWith({ isRoot: false, programs: ['sudo', 'apt-get'], installs });
    expect(await findBrowser(machine)).toBe(DOWNLOADED);
    expect(commands).toEqual(['sudo -n true', 'download']);
  });

  it('downloaded by Playwright where root has only Homebrew, which refuses root', async () => {
    const { machine, commands } = machineWith({ programs: ['brew'], installs: { download: DOWNLOADED } });
    expect(await findBrowser(machine)).toBe(DOWNLOADED);
    expect(commands).toEqual(['download']);
  });

  it('none, with a sentence that says what to install, when all of this fails', async () => {
    const installs = { [APT[0] ?? '']: undefined, [APT[1] ?? '']: undefined, download: undefined };
    const { machine, commands } = machineWith({ programs: ['apt-get'], installs });
    await expect(findBrowser(machine)).rejects.toThrow(
      /install Chromium or Google Chrome, or name one in CHROME_PATH\.$/,
    );
    expect(commands).toEqual([...APT, 'download']);
  });
});

it('the sandbox is given up by root alone', () => {
  expect(browserFlags(true)).toContain('--no-sandbox');
  expect(browserFlags(false)).not.toContain('--no-sandbox');
});
