/** An address and bounds go in; the answer to one request, or what went wrong with it, comes out. Nothing is followed. */

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
    const bytes = await bytesOf(response, mostBytes);
    return bytes ? { status, headers, bytes } : { fault: `is larger than ${mostBytes / 1e6} MB`, silent: false };
  } catch (error) {
    return { fault: whyNot(error, heard), silent: !heard };
  }
}

/** Nothing as soon as there are more than may be: a body may never end. */
async function bytesOf(response: Response, most: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > most) return undefined;
    parts.push(part);
  }
  return parts.length === 1 ? Buffer.from(parts[0]!.buffer, parts[0]!.byteOffset, size) : Buffer.concat(parts, size);
}

function whyNot(error: unknown, heard: boolean): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return heard ? 'did not end in time' : 'did not answer in time';
  if (heard) return 'broke off before its end';
  const code = cause?.code ?? name ?? 'unknown';
  return code === 'ECONNREFUSED' ? 'nobody answers there' : `did not answer (${code})`;
}
