import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SIGN_OF_LIFE_MS = 1000;
const ABANDONED_AFTER_MS = 15_000;

/**
 * Does the work while no other process of this user does work of the same name; waits for its turn.
 * @template T
 * @param {string} name what is being done, such as "building /home/ana/site"
 * @param {() => Promise<T>} work
 * @param {(sentence: string) => void} [say]
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work, say = console.log) {
  const path = lockPath(name);
  let waiting = false;
  while (!take(path)) {
    if (!waiting) say(`Another run is busy ${name}; waiting for it …`);
    waiting = true;
    await sleep(200);
  }
  const signs = setInterval(() => utimesSync(path, new Date(), new Date()), SIGN_OF_LIFE_MS);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(signs);
    process.off('exit', release);
    release();
  }
}

/** @param {string} name */
export function lockPath(name) {
  const id = createHash('sha256').update(`${process.getuid?.()} ${name}`).digest('hex').slice(0, 16);
  return join(tmpdir(), `number-care-${id}.lock`);
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  if (isAbandoned(path)) rmSync(path, { force: true });
  return false;
}

/**
 * The holder was killed: its process is gone, or gives no sign of life though another one has got its number.
 * @param {string} path
 */
function isAbandoned(path) {
  try {
    if (Date.now() - statSync(path).mtimeMs > ABANDONED_AFTER_MS) return true;
    const holder = Number(readFileSync(path, 'utf8'));
    // 0: created, and its number not yet written
    return holder !== 0 && !isAlive(holder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !hasCode(error, 'ESRCH');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
