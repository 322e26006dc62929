import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './lock.mjs';

export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Brings node_modules to what package-lock.json says; does nothing, quickly, when it is there already.
 * @param {string} root
 */
export async function installWhatIsMissing(root) {
  if (isReady(root)) return;
  await oneAtATime(`installing packages in ${root}`, async () => {
    if (!holdsPackages(root)) await installPackages(root);
    if (!hasRightNode(root)) await installNode(root);
  });
}

/** @param {string} root */
function isReady(root) {
  return holdsPackages(root) && hasRightNode(root);
}

/**
 * npm notes in a second lock file what it has put into node_modules, so no stamp of our own is needed.
 * @param {string} root
 */
function holdsPackages(root) {
  const noted = join(root, 'node_modules', '.package-lock.json');
  return existsSync(noted) && satisfies(readLock(root), JSON.parse(readFileSync(noted, 'utf8')));
}

/**
 * Whether every package that is wanted is there in the wanted version. What is there besides does no harm, and an
 * optional one may be for other machines only.
 * @param {Lock} wanted
 * @param {Lock} present
 */
export function satisfies(wanted, present) {
  return Object.entries(wanted.packages).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '') return true;
    const there = present.packages[path];
    if (!there) return Boolean(optional || devOptional);
    return there.version === version && there.integrity === integrity;
  });
}

/**
 * Not `npm ci`: it refuses a lock file that leaves out the optional packages of other machines, as one that was written
 * with a partial registry does. Versions and checksums are those of the lock file all the same, and it stays as it is.
 * @param {string} root
 */
async function installPackages(root) {
  const present = existsSync(join(root, 'node_modules')) ? 'some are missing or old' : 'there are none yet';
  console.log(`Installing the packages that package-lock.json names (${present}) …`);
  // Warnings that a package prefers a newer Node do not matter: the newer Node is one of the packages.
  const code = await npm(root, [
    'install',
    '--no-save',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) {
    throw new Error(`npm install ended with code ${code}: what it says above is the reason (it needs a network).`);
  }
}

/** @param {string} root */
function hasRightNode(root) {
  const wanted = majorOf(readLock(root).packages['node_modules/node']?.version);
  const link = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (wanted === undefined) return true;
  if (!existsSync(link)) return false;
  const program = realpathSync(nodeProgram(root));
  if (program === realpathSync(process.execPath)) return majorOf(process.version) === wanted;
  return majorOf(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? undefined) === wanted;
}

/**
 * The package `node` fetches its program in an install script, which npm may have left out (npm 11 asks for leave).
 * @param {string} root
 */
async function installNode(root) {
  console.log('Installing the Node that the project uses …');
  const folder = join(root, 'node_modules', 'node');
  const script = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts?.preinstall ?? 'exit 1';
  await finished(spawn(script, { cwd: folder, stdio: 'inherit', shell: true }));
  await npm(root, ['rebuild', 'node', '--ignore-scripts', '--loglevel=error']);
  if (!hasRightNode(root)) {
    const version = readLock(root).packages['node_modules/node']?.version;
    throw new Error(
      `The Node ${version} of the project could not be installed; delete node_modules and try again, or let npm run install scripts (npm config set ignore-scripts false).`,
    );
  }
}

/** @param {string} root */
function nodeProgram(root) {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Runs the npm that called us, on the Node it runs on: our own may be the one about to be replaced.
 * @param {string} root
 * @param {string[]} args
 */
function npm(root, args) {
  const { npm_execpath: script = '', npm_node_execpath: node = process.execPath } = process.env;
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' });
  return finished(
    basename(script) === 'npm-cli.js'
      ? spawn(node, [script, ...args], options)
      : spawn(`npm ${args.join(' ')}`, { ...options, shell: true }),
  );
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function finished(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** @param {string | undefined} version */
function majorOf(version) {
  return version && /\d+/.exec(version)?.[0];
}

/**
 * @param {string} root
 * @returns {Lock}
 */
function readLock(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */
