/** An address goes in; the text that is there and its media type, or why it could not be looked at, come out. */
import { boundedBytes } from '../http/bounded-bytes.ts';
import { whyNoAnswer } from '../http/why-no-answer.ts';

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 5_000_000;

export type Fetched = { text: string; type: string } | { reason: string };

/** One request, redirects followed, nothing sent but its headers. Never throws. */
export async function fetchPage(address: string): Promise<Fetched> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'text/html, text/markdown, text/plain;q=0.8' },
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { reason: `answered ${response.status}` };
    }
    const bytes = await boundedBytes(response.body, MOST_BYTES);
    if (!bytes) return { reason: `is larger than ${MOST_BYTES / 1e6} MB` };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, type: response.headers.get('content-type') ?? '' };
  } catch (error) {
    return {
      reason:
        (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8' : whyNoAnswer(error),
    };
  }
}
