/** An expected reason why a command cannot run: one sentence for stderr, exit code 2, no stack trace. */
export class Failure extends Error {
  override name = 'Failure';
}
