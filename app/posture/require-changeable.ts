/** A holder who is about to change something enters; nothing leaves when they may, and a lock's refusal is thrown. */

import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Product } from '../product.ts';
import { ApiError } from '../routes/api-error.ts';
import type { Holder } from '../session/holder.ts';
import { readOverLimit } from './read-over-limit.ts';

/** Only an abuse lock refuses what adds nothing. */
export async function requireChangeable(
  product: Product,
  holder: Holder,
  database: Kysely<Schema> = product.database,
): Promise<void> {
  const { payload } = await readOverLimit(product, holder, database);
  if (payload.posture === 'abuse_lock') throw lockRefusal(payload.message ?? '', {});
}

export function lockRefusal(message: string, details: Readonly<Record<string, unknown>>): ApiError {
  return new ApiError(403, 'changes_locked', message, { details });
}
