/** A request with an evaluation context enters; the counts that it states leave, or what OFREP answers to a bad one. */

import type { Context } from 'hono';
import { ApiError } from '../routes/api-error.ts';
import type { Holder, Signed } from '../session/holder.ts';

export interface BadContext {
  readonly errorCode: 'PARSE_ERROR' | 'INVALID_CONTEXT' | 'TARGETING_KEY_MISSING';
  readonly errorDetails: string;
}

/** Throws the 403 for a context that is about somebody else than who is signed in. */
export async function readContext(request: Context<Signed>): Promise<{ observed: unknown } | BadContext> {
  const body: unknown = await request.req.json().catch(() => undefined);
  if (!isRecord(body)) return bad('PARSE_ERROR', 'The body must be JSON: {"context": {"targetingKey": "…"}}.');
  const { context } = body;
  if (!isRecord(context)) return bad('INVALID_CONTEXT', '"context" must be an object with a "targetingKey".');
  const { targetingKey, observed } = context;
  const { holder } = request.var;
  if (typeof targetingKey !== 'string' || targetingKey === '') {
    return bad(
      'TARGETING_KEY_MISSING',
      `"targetingKey" must be the signed-in organisation's id ("${holder.organisation.id}").`,
    );
  }
  if (observed !== undefined && !isRecord(observed)) {
    return bad(
      'INVALID_CONTEXT',
      '"observed" must be an object of counts by key, as they would stand after the action.',
    );
  }
  if (!isAbout(holder, targetingKey)) throw foreign();
  return { observed };
}

function isAbout({ organisation, email }: Holder, targetingKey: string): boolean {
  return targetingKey === String(organisation.id) || targetingKey.toLowerCase() === email;
}

function foreign(): ApiError {
  const message = 'The session answers for its own organisation and account only; "targetingKey" names another.';
  return new ApiError(403, 'foreign_context', message);
}

function bad(errorCode: BadContext['errorCode'], errorDetails: string): BadContext {
  return { errorCode, errorDetails };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
