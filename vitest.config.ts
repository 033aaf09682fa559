import { defineConfig } from 'vitest/config';
import { isLateAnswer } from './verifier/browse/late-answers.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/fixtures/**'],
    setupFiles: ['test/same-seed.ts'],
    globalSetup: ['test/story/build-all.ts'],
    // Two cores: a story starts servers and a browser of its own, and more of them at once only wait for each other.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for may take its time on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    // As in the product, where they are dropped; here, who listens is told of each nevertheless.
    onUnhandledError: (error) => (isLateAnswer(error) ? false : undefined),
    reporters: ['default', './test/plain-count.ts'],
  },
});
