import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**'],
    setupFiles: ['test/same-seed.ts'],
    globalSetup: ['test/story/build-site.ts'],
    // Two cores: a story starts servers and a browser of its own, and more of them at once only wait for each other.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for may take its time on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', './test/plain-count.ts'],
  },
});
