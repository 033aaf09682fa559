/** Pages by path go in; a server on loopback that sends them, and a browser, come out. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { OpenPage } from '../../../verifier/browse/open-page.ts';
import { startBrowser } from '../../../verifier/probes/browser.ts';

export type Sent = string | ((response: ServerResponse) => void);

export interface Pages {
  readonly base: string;
  readonly browser: Browser;
  /** What is sent under a path from now on. */
  send(path: string, sent: Sent): void;
  /** Requests that came, as `GET /path`. */
  readonly came: string[];
  /** What a function's body says of a picture, with `data` (red, green, blue and alpha of each pixel) and `image`, its size. */
  ofPicture<T>(jpeg: Uint8Array, body: string): Promise<T>;
  /** A page in a session of its own; closed again afterwards. */
  withPage<T>(work: (open: OpenPage) => Promise<T>): Promise<T>;
}

export function servePages(): Pages {
  const sent = new Map<string, Sent>();
  const came: string[] = [];
  const state = {} as { base: string; browser: Browser };
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!;
    came.push(`${request.method} ${path}`);
    const page = sent.get(path);
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'function') page(response);
    else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><title>Page</title>${page}`);
  });
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    state.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const started = await startBrowser();
    if (!started.browser) throw new Error(started.reason);
    state.browser = started.browser;
  });
  afterAll(async () => {
    await state.browser?.close();
    server.closeAllConnections();
    server.close();
  });
  const withPage: Pages['withPage'] = async (work) => {
    const context = await state.browser.newContext({ baseURL: state.base, acceptDownloads: false });
    try {
      return await work(await OpenPage.open(context));
    } finally {
      await context.close().catch(() => {});
    }
  };
  return {
    get base() {
      return state.base;
    },
    get browser() {
      return state.browser;
    },
    came,
    send: (path, page) => void sent.set(path, page),
    withPage,
    ofPicture: (jpeg, body) =>
      withPage(({ page }) =>
        page.evaluate(`(async () => {
          const url = 'data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}';
          const image = await createImageBitmap(await (await fetch(url)).blob());
          const paper = new OffscreenCanvas(image.width, image.height).getContext('2d');
          paper.drawImage(image, 0, 0);
          const { data } = paper.getImageData(0, 0, image.width, image.height);
          ${body}
        })()`),
      ),
  };
}
