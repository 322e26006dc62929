import { defineConfig } from 'vitest/config';

/** A click can be lost while a busy machine draws; what fails twice is a fault. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 120_000, retry: 1 };
/** These build the site or wait for it to rebuild, and say how long that took: nothing else may run meanwhile. */
const ALONE = ['tests/build.test.ts', 'tests/dev.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...PATIENCE,
          name: 'pages',
          include: ['tests/*.test.ts'],
          exclude: ALONE,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...PATIENCE, name: 'builds', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
