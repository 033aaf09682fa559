/** What a request threw goes in; why there is no answer, or no whole one, comes out in words. */

/** `heard`: the answer had begun. */
export function whyNoAnswer(error: unknown, heard = false): string {
  const { name, code: own, cause } = error as { name?: string; code?: unknown; cause?: { code?: string } };
  if (name === 'TimeoutError') return heard ? 'did not end in time' : 'did not answer in time';
  if (heard) return 'broke off before its end';
  const code = cause?.code ?? (typeof own === 'string' ? own : name) ?? 'unknown';
  return code === 'ECONNREFUSED' ? 'nobody answers there' : `did not answer (${code})`;
}
