/** A process that serves a built site: the number of pages goes in; its address is written out once it answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtSite } from './built-site.ts';

const bodies = new Map(Array.from(builtSite(Number(process.argv[2])), ([path, html]) => [path, Buffer.from(html)]));

const server = createServer((request, response) => {
  const body = bodies.get(request.url ?? '');
  if (!body) response.writeHead(404, { 'content-type': 'text/plain', 'content-length': 0 }).end();
  else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length }).end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
