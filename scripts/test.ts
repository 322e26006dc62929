import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, run } from './run.ts';
import { runStages, type Stage } from './stages.ts';

/** In this order, up to the first that fails. */
const STAGES: Stage[] = [
  { name: 'check', command: 'npm run check' },
  { name: 'unit tests', command: 'vitest run', report: 'reports/unit.json' },
  { name: 'build', command: 'npm run build' },
  { name: 'links', command: 'node scripts/links.ts' },
  { name: 'browser', command: 'node scripts/browser.ts' },
  { name: 'end to end', command: 'vitest run --config tests/vitest.config.ts', report: 'reports/end-to-end.json' },
];

if (import.meta.main) {
  process.exitCode = await runStages(STAGES, {
    run,
    readReport: (file) => JSON.parse(readFileSync(join(projectRoot, file), 'utf8')),
    removeReport: (file) => rmSync(join(projectRoot, file), { force: true }),
    now: () => performance.now(),
    say: (line) => console.log(line),
  });
}
