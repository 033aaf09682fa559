/** A request to a public demo enters; it goes on when it reads what a demo shows, and finds nothing otherwise. */

import { createMiddleware } from 'hono/factory';
import type { Product } from '../product.ts';
import { listsOf } from '../records/lists-of.ts';
import { notFound } from '../routes/read-body.ts';

const ASSETS = ['/health', '/pulse.css', '/pulse.svg'];
const PAGES = ['/', '/systems', '/metrics', '/patrol'];
/** Which features run is the one thing about the licence that a demo tells. */
const CALLS = ['/api/runtime-capabilities', '/api/metrics', '/api/systems', '/api/patrol/runs', '/api/alerts'];

/** What is not named here is not there: a route that is added later stays out until somebody decides otherwise. */
export function showOnly(product: Product) {
  const lists = listsOf(product).flatMap(({ api, page }) => [api.replace('GET ', ''), ...(page ? [page.path] : [])]);
  const shown = new Set([...ASSETS, ...PAGES, ...CALLS, ...lists]);
  return createMiddleware(async (context, next) => {
    const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!reads || !shown.has(context.req.path)) throw notFound();
    await next();
  });
}
