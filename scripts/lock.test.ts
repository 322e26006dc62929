import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { lockPath, oneAtATime } from './lock.mjs';

const silent = () => {};
const fresh = () => `testing ${process.pid} ${Math.random()}`;

describe('work of one name is done by one at a time', () => {
  it('the second waits, and says so', async () => {
    const name = fresh();
    const steps: string[] = [];
    const first = oneAtATime(name, async () => {
      await sleep(300);
      steps.push('first is done');
    });
    const second = oneAtATime(
      name,
      async () => steps.push('second begins'),
      (sentence) => steps.push(sentence),
    );
    await Promise.all([first, second]);
    expect(steps).toEqual([`Another run is busy ${name}; waiting for it …`, 'first is done', 'second begins']);
  });

  it('work that fails lets the next begin', async () => {
    const name = fresh();
    await expect(oneAtATime(name, () => Promise.reject(new Error('no')), silent)).rejects.toThrow('no');
    expect(existsSync(lockPath(name))).toBe(false);
  });

  it('a run that was killed is not waited for', async () => {
    const name = fresh();
    writeFileSync(lockPath(name), '999999999');
    expect(await oneAtATime(name, async () => 'done', silent)).toBe('done');
  });

  it('nor is one whose number now belongs to another process', async () => {
    const name = fresh();
    writeFileSync(lockPath(name), String(process.pid));
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lockPath(name), longAgo, longAgo);
    expect(await oneAtATime(name, async () => 'done', silent)).toBe('done');
  });
});
