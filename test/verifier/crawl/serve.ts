/** What to answer at each path goes in; a server on loopback that answers it comes out. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = string | ((response: ServerResponse, path: string, request: IncomingMessage) => void);

export interface Served {
  base: string;
  /** Paths in the order in which they were asked for. */
  asked: string[];
  stop(): Promise<void>;
}

/** A text is an HTML page; any other path is a 404, or what `*` answers. */
export async function serve(answers: Readonly<Record<string, Answer>>): Promise<Served> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const answer = answers[path] ?? answers['*'];
    if (typeof answer === 'function') answer(response, path, request);
    else if (answer === undefined)
      response.writeHead(404, { 'content-type': 'text/html' }).end('<main>Not here</main>');
    else sent('text/html', answer)(response);
  };
  const server: Server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export function sent(type: string, body: string | Buffer, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': type, ...headers }).end(body);
  };
}

export function redirect(to: string, status = 302) {
  return (response: ServerResponse): void => {
    response.writeHead(status, { location: to }).end();
  };
}

export function status(code: number, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers }).end('<main>Sorry</main>');
  };
}

export function page(words: string, ...links: string[]): string {
  return `<!doctype html><html><body><main><h1>Plans</h1><p>${words}</p>${links.map((to) => `<a href="${to}">on</a>`).join(' ')}</main></body></html>`;
}

export function sitemap(...pages: string[]): string {
  return `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${pages.map((one) => `<url><loc>${one}</loc></url>`).join('')}</urlset>`;
}
