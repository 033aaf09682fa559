/** A request for a page enters; it goes on with its holder, or to the sign-in form and back from there. */

import { createMiddleware } from 'hono/factory';
import { currentToken } from '../demo/current-token.ts';
import type { Product } from '../product.ts';
import { notFound } from '../routes/read-body.ts';
import { findHolder } from '../session/find-holder.ts';
import type { Signed } from '../session/holder.ts';

export function requireSignIn(product: Product) {
  return createMiddleware<Signed>(async (context, next) => {
    const holder = await findHolder(product, currentToken(product, context));
    if (!holder) {
      if (product.demo) throw notFound();
      const wanted = context.req.method === 'GET' && context.req.path !== '/' ? context.req.path : '';
      return context.redirect(wanted ? `/login?next=${encodeURIComponent(wanted)}` : '/login', 303);
    }
    context.set('holder', holder);
    await next();
  });
}
