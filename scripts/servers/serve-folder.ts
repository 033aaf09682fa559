/** A folder of static files goes in; a server on loopback that serves it comes out. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { Failure } from '../failure.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.woff2': 'font/woff2',
};

export interface Serving {
  url: string;
  stop(): Promise<void>;
  /** What it ended with, where it ended by itself. */
  ended?(): Ended | undefined;
}

export interface Ended {
  code: number;
  /** The last that it wrote. */
  said: string;
}

/** `port` 0 takes a free one. Throws `Failure` when the folder is missing or the port is taken. */
export async function serveFolder(folder: string, port = 0): Promise<Serving> {
  if (!isFolder(folder)) throw new Failure(`There is no folder ${folder} to serve: build the site first.`);
  const server = createServer((request, response) => {
    const path = decode(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path === undefined ? undefined : fileFor(folder, path);
    if (file) send(response, 200, file);
    else notFound(response, folder);
  });
  await listen(server, port);
  const address = server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${bound}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        new Failure(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use: stop what uses it, or leave the port out.`
            : `Cannot serve on port ${port} (${error.code}).`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', done);
  });
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** A file, or the index page of a folder; nothing outside the folder. */
function fileFor(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  if (file !== folder && !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined;
  return [file, join(file, 'index.html')].find((one) => isFile(one));
}

function send(response: ServerResponse, status: number, file: string): void {
  response.writeHead(status, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function notFound(response: ServerResponse, folder: string): void {
  const page = join(folder, '404.html');
  if (isFile(page)) send(response, 404, page);
  else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
