import { defineConfig } from 'vitest/config';
import { isLateAnswer } from './verifier/browse/late-answers.ts';

/** What starts processes or a browser, or listens to this one, has a process of its own; the rest needs none, and starts at once. */
const ALONE = ['app', 'package', 'story', 'scripts/holders', 'scripts/surfaces', 'verifier/browse', 'verifier/probes'];
const alone = ALONE.map((room) => `test/${room}/**/*.test.ts`);
const fixtures = 'test/fixtures/**';

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'whole', include: alone, exclude: [fixtures] } },
      {
        extends: true,
        test: { name: 'parts', include: ['test/**/*.test.ts'], exclude: [fixtures, ...alone], isolate: false },
      },
    ],
    setupFiles: ['test/same-seed.ts'],
    globalSetup: ['test/shared-by-all.ts'],
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
