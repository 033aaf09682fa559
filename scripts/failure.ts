/** An expected reason why a command cannot run: one sentence for stderr, exit code 2, no stack trace. */
export class Failure extends Error {
  override name = 'Failure';
}

/** What is said of anything that was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const { message = String(error), code } = (error ?? {}) as { message?: string; code?: string };
  if (code?.startsWith('ERR_PARSE_ARGS')) return message.split('\n')[0]!;
  return process.env.PLANPROOF_DEBUG
    ? ((error as Error).stack ?? message)
    : `${message.split('\n')[0]} (this is a fault of ours; PLANPROOF_DEBUG=1 shows more)`;
}
