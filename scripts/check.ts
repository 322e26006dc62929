import { run } from './run.ts';

/** The fast checks: all of them run, so that one run tells everything that is wrong. */
const CHECKS = [
  'node scripts/coverage.ts',
  'node scripts/i18n.ts',
  'node scripts/boundaries.ts',
  'node scripts/numbers-in-prose.ts',
  'biome check .',
  'knip',
  'astro check',
];

const codes = await Promise.all(CHECKS.map((command) => run(command)));
const failed = CHECKS.filter((_, index) => codes[index] !== 0);
if (failed.length > 0) console.error(`\nFailed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
