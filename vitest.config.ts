import { defineConfig } from 'vitest/config';
import { assembly } from './src/starlight/assembly.ts';

export default defineConfig({
  plugins: [assembly()],
  test: {
    // Laws are tried on many cases; a busy machine must not decide.
    testTimeout: 60_000,
    // What is computed keeps nothing, so files may follow each other in one process, which takes a third less time.
    isolate: false,
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
  },
});
