import { defineConfig } from 'vitest/config';

/** The trial page in a real Chromium. One file at a time: a browser takes more memory than the tests beside it can spare. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
