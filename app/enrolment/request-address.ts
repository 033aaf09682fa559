/** A request enters; the address that it came from leaves. What a proxy claims in a header is not believed. */

import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

export function requestAddress(context: Context): string {
  const bindings = context.env as Partial<HttpBindings> | undefined;
  return bindings?.incoming?.socket.remoteAddress ?? 'unknown';
}
