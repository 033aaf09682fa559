/** A request to the API enters; it goes on with its holder, or is refused as unknown or as suspended. */

import { createMiddleware } from 'hono/factory';
import { currentToken } from '../demo/current-token.ts';
import { stateRefusal } from '../gates/refusal.ts';
import type { Product } from '../product.ts';
import { ApiError } from '../routes/api-error.ts';
import { findHolder } from './find-holder.ts';
import type { Signed } from './holder.ts';

// What also a suspended account may ask: who it is.
export const OPEN_WHEN_SUSPENDED = new Set(['/api/me']);

export function requireSession(product: Product) {
  return createMiddleware<Signed>(async (context, next) => {
    const holder = await findHolder(product, currentToken(product, context));
    if (!holder) throw new ApiError(401, 'unauthenticated', 'Sign in first: no valid session came with this request.');
    if (holder.evaluator.suspended && !OPEN_WHEN_SUSPENDED.has(context.req.path)) {
      throw stateRefusal(product.table, holder);
    }
    context.set('holder', holder);
    await next();
  });
}
