/** `/ofrep/v1/evaluate/flags`: what the signed-in organisation may, as flags of the OpenFeature Remote Evaluation Protocol 0.3. */

import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Product } from '../product.ts';
import { limitBody } from '../routes/limit-body.ts';
import type { Signed } from '../session/holder.ts';
import { requireSession } from '../session/require-session.ts';
import { evaluate, publicKeys } from './evaluate.ts';
import { readContext } from './read-context.ts';

/** A limit is always the object of `LimitFlag`: what is a number in one contract is `unlimited` in another. */
export function ofrepRoutes(product: Product): Hono<Signed> {
  const routes = new Hono<Signed>();
  routes.use(limitBody, requireSession(product));
  routes.post('/flags/:key', async (context) => {
    const key = context.req.param('key');
    const read = await readContext(context);
    if ('errorCode' in read) return context.json({ key, ...read }, 400);
    const answer = evaluate(product.table, context.var.holder, { key, observed: read.observed });
    return answer ? context.json(answer) : context.json(notFound(key), 404);
  });
  routes.post('/flags', async (context) => {
    const read = await readContext(context);
    return 'errorCode' in read ? context.json(read, 400) : bulk(context, product, read.observed);
  });
  return routes;
}

/** `If-None-Match` with the tag of an equal answer is answered with 304 and nothing. */
function bulk(context: Context<Signed>, { table }: Product, observed: unknown): Response {
  const { holder } = context.var;
  const flags = publicKeys(table).flatMap((key) => evaluate(table, holder, { key, observed }) ?? []);
  const text = JSON.stringify({ flags, metadata: { version: table.digest } });
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  context.header('ETag', tag);
  if (matches(context.req.header('if-none-match'), tag)) return context.body(null, 304);
  return context.body(text, 200, { 'Content-Type': 'application/json' });
}

/** A list of tags, weak or strong, or `*` (RFC 9110, 13.1.2). */
function matches(asked: string | undefined, tag: string): boolean {
  const tags = asked?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
  return tags.includes('*') || tags.includes(tag);
}

function notFound(key: string) {
  return { key, errorCode: 'FLAG_NOT_FOUND', errorDetails: `No capability, limit or meter is called "${key}".` };
}
