/** What a request threw goes in; why there is no answer comes out, in words that follow the name of what was asked. */

export function noAnswer(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'did not answer in time';
  return cause?.code === 'ECONNREFUSED'
    ? 'nobody answers there'
    : `did not answer (${cause?.code ?? name ?? 'unknown'})`;
}
