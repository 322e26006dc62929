import { describe, expect, it } from 'vitest';
import { runStages, type Stage } from './stages.ts';

const CHECK: Stage = { name: 'check', command: 'check-it' };
const UNIT: Stage = { name: 'unit', command: 'vitest run', report: 'unit.json' };
const LINKS: Stage = { name: 'links', command: 'follow-links' };

/** Program → exit code; report → what vitest wrote. */
async function runWith(stages: Stage[], codes: Record<string, number>, reports: Record<string, unknown> = {}) {
  const said: string[] = [];
  const ran: string[] = [];
  let milliseconds = 0;
  const exitCode = await runStages(stages, {
    run: async (command) => {
      ran.push(command);
      milliseconds += 1500;
      return codes[command.split(' ')[0] ?? ''] ?? 0;
    },
    readReport: (file) => {
      if (!(file in reports)) throw new Error('no such file');
      return reports[file];
    },
    removeReport: (file) => ran.push(`remove ${file}`),
    now: () => milliseconds,
    say: (line) => said.push(line),
  });
  return { exitCode, said, ran, last: said.at(-1) };
}

const counts = (numPassedTests: number, numFailedTests: number) => ({ numPassedTests, numFailedTests });

describe('the stages of a test run', () => {
  it('end with the sum of vitest tests and other stages', async () => {
    const { exitCode, last } = await runWith([CHECK, UNIT, LINKS], {}, { 'unit.json': counts(40, 0) });
    expect([exitCode, last]).toEqual([0, '42 passed, 0 failed']);
  });

  it('stop at the first that fails, and name it with its exit code and time', async () => {
    const { exitCode, said, ran, last } = await runWith([CHECK, LINKS, CHECK], { 'follow-links': 3 });
    expect([exitCode, last]).toEqual([3, '1 passed, 1 failed']);
    expect(ran).toEqual(['check-it', 'follow-links']);
    expect(said).toContain('== links FAILED with exit code 3 after 1.5 s');
  });

  it('count the failed tests of vitest', async () => {
    const { exitCode, last } = await runWith([UNIT], { vitest: 1 }, { 'unit.json': counts(8, 2) });
    expect([exitCode, last]).toEqual([1, '8 passed, 2 failed']);
  });

  it('count one failure where vitest fails without a failed test', async () => {
    const { exitCode, last } = await runWith([UNIT], { vitest: 1 }, { 'unit.json': counts(8, 0) });
    expect([exitCode, last]).toEqual([1, '8 passed, 1 failed']);
  });

  it('never believe an old report, nor the lack of one', async () => {
    const { exitCode, ran, last } = await runWith([UNIT], {});
    expect(ran[0]).toBe('remove unit.json');
    expect([exitCode, last]).toEqual([1, '0 passed, 1 failed']);
  });
});
