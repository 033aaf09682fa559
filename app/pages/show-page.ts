/** A product and what a page shows enter; the route that answers with that page to who is signed in leaves. */

import type { Context, Handler } from 'hono';
import { readOverLimit } from '../posture/read-over-limit.ts';
import type { Product } from '../product.ts';
import { notFound } from '../routes/read-body.ts';
import type { Signed } from '../session/holder.ts';
import { takeFlash } from './flash.ts';
import { layout, type PageContent } from './layout.ts';
import { takeResult } from './one-shot-result.ts';
import { suspendedPage } from './suspended-page.ts';

export type PageBuilder = (context: Context<Signed>) => PageContent | Promise<PageContent>;

export function showPage(product: Product, build: PageBuilder): Handler<Signed> {
  return async (context) => {
    const taken = takeResult(product, context);
    if (taken) return taken;
    const { holder } = context.var;
    if (product.demo && holder.evaluator.suspended) throw notFound();
    const page = holder.evaluator.suspended ? suspendedPage() : await build(context);
    const untold = product.demo || holder.evaluator.suspended;
    // A page that needs no rows itself is shown without the notice while the database cannot be read.
    const read = untold ? undefined : await readOverLimit(product, holder).catch(() => undefined);
    const flash = context.req.header('Pulse-Live') ? undefined : takeFlash(context);
    const frame = { product, holder, path: context.req.path, flash, overLimit: read?.payload };
    return context.html(layout(frame, page));
  };
}
