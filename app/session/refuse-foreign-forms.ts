/** A request enters; one that changes something on behalf of another site's page is refused, any other goes on. */

import { createMiddleware } from 'hono/factory';
import { ApiError } from '../routes/api-error.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

export const refuseForeignForms = createMiddleware(async (context, next) => {
  const origin = context.req.header('origin');
  const foreign = origin !== undefined && origin !== new URL(context.req.url).origin;
  if (foreign && !READS.has(context.req.method)) {
    throw new ApiError(403, 'foreign_origin', 'This request came from the page of another site and was refused.');
  }
  await next();
});
