import { oneAtATime } from './lock.mjs';
import { type Machine, thisMachine } from './machine.ts';

/** A Chromium or Chrome that starts: one that is here, else one that is installed now. */
export async function findBrowser(machine: Machine = thisMachine()): Promise<string> {
  const chosen = machine.env('CHROME_PATH');
  if (chosen !== undefined && chosen !== '') {
    if (machine.exists(chosen)) return chosen;
    throw new Error(`CHROME_PATH names ${chosen}, where there is no file: correct it or leave it out.`);
  }
  const present = findPresent(machine);
  if (present) return present;
  const installed = await oneAtATime('installing a browser', () => install(machine), machine.say);
  if (installed) return installed;
  throw new Error(
    'There is no browser for the tests and none could be installed: install Chromium or Google Chrome, or name one in CHROME_PATH.',
  );
}

/** Switches that keep the browser quiet, and from asking the network for anything of its own accord. */
export function browserFlags(isRoot = process.getuid?.() === 0): string[] {
  return [
    // Chromium refuses to start as root with its sandbox, and root is all there is in a container.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const USUAL_PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (variable) => `%${variable}%\\Google\\Chrome\\Application\\chrome.exe`,
  ),
};

interface PackageManager {
  program: string;
  commands: string[];
  /** Homebrew is the other way round: it refuses to run as root. */
  asRoot: boolean;
}

const PACKAGE_MANAGERS: PackageManager[] = [
  {
    program: 'apt-get',
    commands: ['apt-get update', 'env DEBIAN_FRONTEND=noninteractive apt-get install -y chromium'],
    asRoot: true,
  },
  { program: 'dnf', commands: ['dnf install -y chromium'], asRoot: true },
  { program: 'apk', commands: ['apk add chromium'], asRoot: true },
  { program: 'pacman', commands: ['pacman -S --noconfirm chromium'], asRoot: true },
  { program: 'brew', commands: ['brew install --cask chromium'], asRoot: false },
];

function findPresent(machine: Machine): string | undefined {
  const onPath = NAMES.flatMap((name) => machine.which(name) ?? []);
  const usual = (USUAL_PLACES[machine.platform] ?? []).map((place) => fillIn(place, machine));
  const downloaded = machine.playwrightBrowser();
  // A name on the PATH may be a stub that only says how to install the real thing.
  return [...onPath, ...usual, downloaded].find((path) => machine.exists(path) && machine.starts(path));
}

async function install(machine: Machine): Promise<string | undefined> {
  const manager = PACKAGE_MANAGERS.find(({ program }) => machine.which(program));
  const prefix = manager && (await rightsFor(manager, machine));
  if (manager && prefix !== undefined) {
    machine.say(`Installing Chromium with ${manager.program} …`);
    for (const command of manager.commands) await machine.run(prefix + command);
    const installed = findPresent(machine);
    if (installed) return installed;
  }
  machine.say("Downloading Playwright's Chromium …");
  await machine.run(machine.playwrightInstall);
  return findPresent(machine);
}

/** What to write before a command of the package manager; nothing when we may not use it. */
async function rightsFor({ asRoot }: PackageManager, machine: Machine): Promise<string | undefined> {
  if (asRoot === machine.isRoot) return '';
  if (!asRoot || !machine.which('sudo')) return undefined;
  return (await machine.run('sudo -n true')) === 0 ? 'sudo -n ' : undefined;
}

function fillIn(place: string, machine: Machine): string {
  return place.replace(/%(.+?)%/g, (_, variable: string) => machine.env(variable) ?? '');
}

if (import.meta.main) {
  findBrowser().then(console.log, (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
