/** What answers requests enters; an HTTP server that also takes WebSockets leaves, not yet listening. */

import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { WebSocketServer } from 'ws';

type Answer = Parameters<typeof createAdaptorServer>[0]['fetch'];

// The browser only listens: whatever is longer than this was not sent by a page of ours.
const MESSAGE_BYTES = 1024;

export function createServer(answer: Answer): Server {
  const websocket = { server: new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES }) };
  return createAdaptorServer({ fetch: answer, websocket }) as Server;
}
