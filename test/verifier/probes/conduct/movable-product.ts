/** Answers by request go in; a product over HTTP whose clock a test moves, and a probe of it, come out. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApiSurface } from '../../../../verifier/config/types.ts';
import type { ConductProbe } from '../../../../verifier/probes/conduct/conduct-probe.ts';
import { Writes } from '../../../../verifier/probes/requests/writes.ts';

export interface MovableProduct {
  probe: ConductProbe;
  /** Seconds that the clock was moved. */
  now(): number;
  /** `PUT /clock`, one for each request. */
  got: string[];
  close(): void;
}

/** `answer` gives a status, what stands in the body, a text being a page, and headers; time is moved at `PUT /clock`. */
export async function movableProduct(
  surface: Partial<ApiSurface>,
  answer: (
    request: string,
    now: number,
    body: string,
    headers: IncomingHttpHeaders,
  ) => [number, (object | string)?, Record<string, string>?],
): Promise<MovableProduct> {
  let now = 0;
  const got: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const said = `${request.method} ${request.url}`;
    got.push(said);
    if (said === 'PUT /clock') now += (JSON.parse(body) as { seconds: number }).seconds;
    const [status, data, headers] = said === 'PUT /clock' ? [200, {}] : answer(said, now, body, request.headers);
    if (!data) return response.writeHead(status, headers).end();
    const type = typeof data === 'string' ? 'text/html' : 'application/json';
    return response
      .writeHead(status, { 'content-type': type, ...headers })
      .end(typeof data === 'string' ? data : JSON.stringify(data));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const whole: ApiSurface = {
    ...{ id: 'api', kind: 'api', server: 'x', sandbox: 'north', error_code: '/code' },
    session: { who_am_i: { request: 'GET /me', version: '/version', state: '/state' } },
    clock: { request: 'PUT /clock', body: { seconds: '{seconds}' } },
    ...surface,
  };
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const probe = { base, surface: whole, writes: new Writes(whole, 'north'), limits: {}, refusals: [] };
  return {
    ...{ probe, got, now: () => now },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
