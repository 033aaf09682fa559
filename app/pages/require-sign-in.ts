/** A request for a page enters; it goes on with its holder, or to the sign-in form and back from there. */

import { createMiddleware } from 'hono/factory';
import type { Product } from '../product.ts';
import { findHolder } from '../session/find-holder.ts';
import type { Signed } from '../session/holder.ts';
import { readToken } from '../session/read-token.ts';

export function requireSignIn(product: Product) {
  return createMiddleware<Signed>(async (context, next) => {
    const holder = await findHolder(product, readToken(context));
    if (!holder) {
      const wanted = context.req.method === 'GET' && context.req.path !== '/' ? context.req.path : '';
      return context.redirect(wanted ? `/login?next=${encodeURIComponent(wanted)}` : '/login', 303);
    }
    context.set('holder', holder);
    await next();
  });
}
