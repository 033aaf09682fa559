/** An address and bounds go in; the answer to one request, or what went wrong with it, comes out. Nothing is followed. */
import { boundedBytes } from '../http/bounded-bytes.ts';
import { whyNoAnswer } from '../http/why-no-answer.ts';

export interface Bounds {
  /** For the whole answer, in milliseconds. */
  timeoutMs: number;
  mostBytes: number;
}

export interface Answered {
  status: number;
  headers: Headers;
  /** Only of what was answered with 200. */
  bytes: Buffer;
}

/** `silent`: nothing was heard, which says something of the host and not only of this page. */
export interface Fault {
  fault: string;
  silent: boolean;
}

const AGENT = 'planproof';

export async function askOnce(url: URL, accept: string, { timeoutMs, mostBytes }: Bounds): Promise<Answered | Fault> {
  let heard = false;
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept, 'user-agent': AGENT },
    });
    heard = true;
    const { status, headers } = response;
    if (status !== 200) {
      await response.body?.cancel();
      return { status, headers, bytes: Buffer.alloc(0) };
    }
    const bytes = await boundedBytes(response, mostBytes);
    return bytes ? { status, headers, bytes } : { fault: `is larger than ${mostBytes / 1e6} MB`, silent: false };
  } catch (error) {
    return { fault: whyNoAnswer(error, heard), silent: !heard };
  }
}
