/** A request enters; the token that says who looks leaves: the visitor's own, or that of the demo, whoever they are. */

import type { Context } from 'hono';
import type { Product } from '../product.ts';
import { readToken } from '../session/read-token.ts';

export function currentToken({ demo }: Product, context: Context): string | undefined {
  return demo ? demo.token : readToken(context);
}
