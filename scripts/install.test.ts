import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { installWhatIsMissing, satisfies } from './install.mjs';

const lock = (packages: Record<string, object>) => ({ packages: { '': {}, ...packages } });

describe('packages are installed when what the lock file asks for is not there', () => {
  const wanted = lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } });

  it.each([
    ['the same packages', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } }, true],
    [
      'one more than is wanted',
      { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' }, 'node_modules/b': { version: '1.0.0' } },
      true,
    ],
    ['a package less', {}, false],
    ['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }, false],
    ['the same version with another content', { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } }, false],
  ])('%s', (_, present, expected) => {
    expect(satisfies(wanted, lock(present))).toBe(expected);
  });

  it('an optional package may be absent, for it may be for other machines', () => {
    expect(satisfies(lock({ 'node_modules/mac': { version: '1.0.0', optional: true } }), lock({}))).toBe(true);
  });
});

describe('installing', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  /** An npm that only notes how it was called. */
  function fakeNpm(root: string, exitCode: number): () => string[] {
    const script = join(root, 'npm-cli.js');
    const calls = join(root, 'calls.txt');
    const note = `require('fs').appendFileSync(${JSON.stringify(calls)}, process.argv[2] + '\\n');`;
    writeFileSync(script, `${note} process.exit(${exitCode});`);
    vi.stubEnv('npm_execpath', script);
    vi.stubEnv('npm_node_execpath', process.execPath);
    vi.spyOn(console, 'log').mockImplementation(() => {});
    return () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []);
  }

  it('starts no npm when nothing is missing', async () => {
    const root = projectWith({ 'node_modules/a': { version: '1.0.0' } });
    const calls = fakeNpm(root, 0);
    mkdirSync(join(root, 'node_modules'));
    const present = JSON.stringify(lock({ 'node_modules/a': { version: '1.0.0' } }));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), present);
    await installWhatIsMissing(root);
    expect(calls()).toEqual([]);
  });

  it('calls the npm that was started when something is', async () => {
    const root = projectWith({ 'node_modules/a': { version: '1.0.0' } });
    const calls = fakeNpm(root, 0);
    await installWhatIsMissing(root);
    expect(calls()).toEqual(['install']);
  });

  it('says in one sentence that it failed', async () => {
    const root = projectWith({ 'node_modules/a': { version: '1.0.0' } });
    fakeNpm(root, 3);
    await expect(installWhatIsMissing(root)).rejects.toThrow(/^npm install ended with code 3: [^\n]+\.$/);
  });

  it('says in one sentence that the Node of the project could not be had', async () => {
    const root = projectWith({ 'node_modules/node': { version: '24.1.0' } });
    const calls = fakeNpm(root, 0);
    mkdirSync(join(root, 'node_modules/node/bin'), { recursive: true });
    mkdirSync(join(root, 'node_modules/.bin'));
    const present = JSON.stringify(lock({ 'node_modules/node': { version: '24.1.0' } }));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), present);
    const preinstall = 'exit 1';
    writeFileSync(join(root, 'node_modules/node/package.json'), JSON.stringify({ scripts: { preinstall } }));
    await expect(installWhatIsMissing(root)).rejects.toThrow('The Node 24.1.0 of the project could not be installed');
    expect(calls()).toEqual(['rebuild']);
  });
});

it('an old Node is told which one is needed', () => {
  const pretend = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' });";
  const script = `${pretend} await import(${JSON.stringify(join(import.meta.dirname, 'setup.mjs'))});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^This project needs Node 20 or later to install itself; this is v\S+\.\n$/);
});

function projectWith(packages: Record<string, object>): string {
  const root = mkdtempSync(join(tmpdir(), 'install-'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock(packages)));
  return root;
}
