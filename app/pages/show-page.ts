/** A product and what a page shows enter; the route that answers with that page to who is signed in leaves. */

import type { Context, Handler } from 'hono';
import { readOverLimit } from '../posture/read-over-limit.ts';
import type { Product } from '../product.ts';
import type { Signed } from '../session/holder.ts';
import { takeFlash } from './flash.ts';
import { layout, type PageContent } from './layout.ts';
import { suspendedPage } from './suspended-page.ts';

export type PageBuilder = (context: Context<Signed>) => PageContent | Promise<PageContent>;

export function showPage(product: Product, build: PageBuilder): Handler<Signed> {
  return async (context) => {
    const { holder } = context.var;
    const page = holder.evaluator.suspended ? suspendedPage() : await build(context);
    // A page that needs no rows itself is shown without the notice while the database cannot be read.
    const read = holder.evaluator.suspended ? undefined : await readOverLimit(product, holder).catch(() => undefined);
    const overLimit = read?.payload;
    const frame = { product, holder, path: context.req.path, flash: takeFlash(context), overLimit };
    return context.html(layout(frame, page));
  };
}
