/** Rejections that nobody awaits go in; those of a browser's late answers are dropped, every other goes on as it would. */

/**
 * When a page crashes, Playwright gives up the commands that wait for it (since its pull request 41327). The browser may
 * still answer one: the assertion that fails then is awaited by nobody, and would end this process.
 */
export function isLateAnswer(error: unknown): boolean {
  const { stack } = (error ?? {}) as { stack?: unknown };
  return typeof stack === 'string' && /CRSession\._onMessage .*playwright-core/.test(stack);
}

let drops = false;

/** From here on, and for as long as this process runs. */
export function dropLateAnswers(): void {
  if (drops) return;
  drops = true;
  process.on('unhandledRejection', (error) => {
    if (isLateAnswer(error)) return;
    // Alone, a listener keeps Node from ending the process: what it throws does end it.
    if (process.listenerCount('unhandledRejection') === 1) throw error;
  });
}
