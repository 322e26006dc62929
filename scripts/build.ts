import { run } from './run.ts';

/** In this order, up to the first that fails. */
const STEPS = ['astro build', 'node scripts/search-index.ts', 'node scripts/security.ts', 'node scripts/offline.ts'];

for (const step of STEPS) {
  process.exitCode = await run(step);
  if (process.exitCode !== 0) break;
}
