import { run } from './run.ts';

/** The fast checks: all of them run, so that one run tells everything that is wrong. A list each for two processors. */
const CHECKS = [
  [
    'node scripts/coverage.ts',
    'node scripts/i18n.ts',
    'node scripts/boundaries.ts',
    'node scripts/numbers-in-prose.ts',
    'astro check --noSync --tsconfig tsconfig.pages.json',
  ],
  // Without the pages: for the rest, plain TypeScript takes half the time of their check.
  ['tsc --noEmit', 'biome check .', 'knip'],
];

/** What both checks of types read. */
const TYPES = 'astro sync';

const failed = (await run(TYPES)) === 0 ? [] : [TYPES];
await Promise.all(
  CHECKS.map(async (commands) => {
    for (const command of commands) if ((await run(command)) !== 0) failed.push(command);
  }),
);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
