import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Loading the program anew for each file took as long as the tests themselves.
    isolate: false,
    // One per processor; vitest leaves one idle.
    maxWorkers: '100%',
  },
});
