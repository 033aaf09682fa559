/** `GET /api/events`: a WebSocket that tells a session what happens in its organisation. */

import { upgradeWebSocket } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { requireCapability } from '../gates/capability-gate.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import { ApiError } from '../routes/api-error.ts';
import type { Signed } from '../session/holder.ts';
import { readToken } from '../session/read-token.ts';
import { openSocket } from './open-socket.ts';
import { maySee, TOPICS, type Topic, topicOf } from './topics.ts';

type Listens = Signed & { Variables: { topics: readonly Topic[] } };

/** `?of=system_added,audit_entry` chooses; everything that the holder may see when left out. */
export function eventRoutes(product: Product): Hono<Listens> {
  const routes = new Hono<Listens>();
  const ready = createMiddleware<Listens>(async (context, next) => {
    requireUpgrade(context);
    context.set('topics', readTopics(product, context));
    await next();
  });
  routes.get(
    '/',
    ready,
    upgradeWebSocket((context: Context<Listens>) => {
      const { holder, topics } = context.var;
      const token = readToken(context);
      let stop = () => {};
      return {
        onOpen: (_, ws) => {
          const socket = { send: (text: string) => ws.send(text), close: ws.close.bind(ws) };
          stop = openSocket(product, socket, { token, holder, topics });
        },
        onClose: () => stop(),
        onError: () => stop(),
      };
    }),
  );
  return routes;
}

/** Browsers open sockets to any address and send cookies along: only a page of ours may. */
function requireUpgrade(context: Context): void {
  if (context.req.header('upgrade')?.toLowerCase() !== 'websocket')
    throw new ApiError(426, 'upgrade_required', 'Events come over a WebSocket: ask with "Upgrade: websocket".');
  const origin = context.req.header('origin');
  if (origin !== undefined && new URL(origin).host !== new URL(context.req.url).host)
    throw new ApiError(403, 'foreign_origin', 'This request came from the page of another site and was refused.');
}

function readTopics(product: Product, context: Context<Listens>): readonly Topic[] {
  const { holder } = context.var;
  const asked = context.req.query('of');
  if (asked === undefined) return TOPICS.filter((topic) => maySee(product, holder, topic));
  return asked.split(',').map((event) => {
    const topic = topicOf(event);
    if (!topic) throw unknownTopic();
    if (topic.gate !== undefined) requireCapability(product.table, findGate(product.table, topic.gate), holder);
    return topic;
  });
}

function unknownTopic(): ApiError {
  const known = TOPICS.map(({ event }) => event);
  return new ApiError(400, 'invalid_input', `"of" must be a list of ${known.join(', ')}.`, {
    details: { field: 'of' },
  });
}
