/** A bucket and how much fits into it enter; one more attempt stands in it, or the seconds until it would fit leave. */

import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import { ApiError, type Details } from '../routes/api-error.ts';

/** A rolling window: at most so many in so many seconds, kept in the database that all processes share. */
export interface Bucket {
  readonly kind: string;
  /** Whose attempts; those of everybody together when left out. */
  readonly of?: string;
  readonly most: number;
  readonly seconds: number;
}

const FORGET_AT_ONCE = 200;

/**
 * Looks and adds without a lock: requests at the very same moment may go a little over, and none waits for another.
 * Whoever needs the exact number calls it inside the lock that they hold anyway.
 */
export async function takeAttempt(database: Kysely<Schema>, bucket: Bucket, now: Date): Promise<number | undefined> {
  const wait = await secondsUntilRoom(database, bucket, now);
  if (wait === undefined) await noteAttempt(database, bucket, now);
  return wait;
}

/** Whole seconds, rounded up; undefined when one more fits now. */
export async function secondsUntilRoom(
  database: Kysely<Schema>,
  bucket: Bucket,
  now: Date,
): Promise<number | undefined> {
  const { kind, of, most, seconds } = bucket;
  const blocking = await database
    .selectFrom('attempt')
    .where('kind', '=', kind)
    .where('at', '>', new Date(now.getTime() - seconds * 1000))
    .$if(of !== undefined, (query) => query.where('of', '=', of!))
    .select('at')
    .orderBy('at', 'desc')
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst();
  if (!blocking) return undefined;
  return Math.max(1, Math.ceil(seconds - (now.getTime() - blocking.at.getTime()) / 1000));
}

export async function noteAttempt(database: Kysely<Schema>, bucket: Bucket, now: Date): Promise<void> {
  await database
    .insertInto('attempt')
    .values({ kind: bucket.kind, of: bucket.of ?? '', at: now })
    .execute();
  // Old ones go a few at a time; two requests that do so at once pass over each other's rows.
  await sql`
    delete from attempt where ctid in (
      select ctid from attempt
      where kind = ${bucket.kind} and at <= ${new Date(now.getTime() - bucket.seconds * 1000)}
      limit ${FORGET_AT_ONCE} for update skip locked)`.execute(database);
}

/** The one form of every 429: the header counts, and the body says the same. */
export function tooMany(code: string, message: string, seconds: number, details: Details = {}): ApiError {
  return new ApiError(429, code, message, {
    details: { ...details, retry_after_seconds: seconds },
    headers: { 'Retry-After': String(seconds) },
  });
}
