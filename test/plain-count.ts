/** Test results go in; one plain last line, `N passed, N failed`, comes out. */
import type { Reporter, TestCase, TestModule } from 'vitest/node';

export default class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test: TestCase) => test.result().state),
    );
    const broken = modules.filter(
      (module) => module.state() === 'failed' && ![...module.children.allTests()].length,
    ).length;
    const count = (state: string) => states.filter((one) => one === state).length;
    const skipped = count('skipped');
    process.on('exit', () =>
      console.log(
        `${count('passed')} passed, ${count('failed') + broken} failed${skipped ? `, ${skipped} skipped` : ''}`,
      ),
    );
  }
}
