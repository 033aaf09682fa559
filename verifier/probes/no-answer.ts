/** What a failed request threw goes in; why there is no answer, in words, comes out. */
import { NotSent } from './requests/not-sent.ts';

export function noAnswer(error: unknown): string {
  if (error instanceof NotSent) return error.message;
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'did not answer in time';
  return cause?.code === 'ECONNREFUSED'
    ? 'nobody answers there'
    : `did not answer (${cause?.code ?? name ?? 'unknown'})`;
}
