/** A request enters; the texts of its JSON body leave by name, or the 400 that says which one is missing. */

import type { Context } from 'hono';
import { ApiError } from './api-error.ts';

/** Each field must be a text of 1 to 200 characters; blanks around it are cut except for `password`. */
export async function readBody<Field extends string>(
  context: Context,
  fields: readonly Field[],
): Promise<Record<Field, string>> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return Object.fromEntries(fields.map((field) => [field, readText(field, given[field])])) as Record<Field, string>;
}

export function readText(field: string, value: unknown): string {
  const text = typeof value === 'string' ? (field === 'password' ? value : value.trim()) : '';
  if (text.length >= 1 && text.length <= 200) return text;
  throw new ApiError(400, 'invalid_input', `"${field}" must be a text of 1 to 200 characters.`, { details: { field } });
}

/** A row's id from the path; what cannot be one is simply not found. */
export function readId(context: Context): number {
  const id = Number(context.req.param('id'));
  if (Number.isInteger(id) && id >= 1 && id <= 2_147_483_647) return id;
  throw notFound();
}

export function notFound(): ApiError {
  return new ApiError(404, 'not_found', 'There is nothing at this address.');
}
