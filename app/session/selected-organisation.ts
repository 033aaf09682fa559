/**
 * A request that changes something and names an organisation enters; it goes on only when that is the session's own.
 *
 * A tab that was left open belongs to whoever was signed in then: without this, it would write to whoever is signed in
 * now.
 */

import { createMiddleware } from 'hono/factory';
import { html } from 'hono/html';
import type { Markup } from '../pages/markup.ts';
import type { Product } from '../product.ts';
import { ApiError } from '../routes/api-error.ts';
import type { Holder, Signed } from './holder.ts';

const ORGANISATION_HEADER = 'Pulse-Organisation';
export const ORGANISATION_FIELD = 'organisation';
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The answer to a change names the organisation that it was made in. */
export const nameOrganisation = createMiddleware<Signed>(async (context, next) => {
  if (READS.has(context.req.method)) return next();
  requireSelected(context.var.holder, context.req.header(ORGANISATION_HEADER));
  await next();
  context.header(ORGANISATION_HEADER, String(context.var.holder.organisation.id));
});

/** Nothing was named: the session's own is meant. */
export function requireSelected({ organisation }: Holder, named: string | undefined): void {
  if (!named || named === String(organisation.id)) return;
  const message = 'Somebody else is signed in here by now. Nothing was changed; please load the page again.';
  throw new ApiError(409, 'organisation_changed', message);
}

/** Nothing where there is only one. */
export function organisationField({ singleTenant }: Product, { organisation }: Holder): Markup | string {
  if (singleTenant) return '';
  return html`<input type="hidden" name="${ORGANISATION_FIELD}" value="${organisation.id}" />`;
}
