import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Laws are tried on many cases; a busy machine must not decide.
    testTimeout: 60_000,
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
  },
});
