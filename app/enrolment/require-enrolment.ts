/** A system that is about to be enrolled enters; nothing leaves when it may be, and the refusal is thrown when not. */

import { type Bucket, noteAttempt, secondsUntilRoom, tooMany } from '../attempts/take-attempt.ts';
import type { Product } from '../product.ts';
import { ApiError } from '../routes/api-error.ts';
import type { Holder } from '../session/holder.ts';
import { durationInWords } from '../words/duration-in-words.ts';

export interface EnrolmentCaps {
  /** Of one organisation from one address, in an hour. */
  readonly perHour: number;
  /** Of everybody together, in an hour. */
  readonly ceiling: number;
}

const CAPS: EnrolmentCaps = { perHour: 100, ceiling: 10_000 };
const HOUR_SECONDS = 3600;
/** How long the revocation list may be out of reach until nothing new is trusted. */
const STALE_AFTER_MS = 3_600_000;
const CONTINUES = 'What is monitored already continues.';

/** Nothing waits for a lock: at the very same moment, a few more may pass. `from` is the address of the request. */
export async function requireEnrolment(product: Product, holder: Holder, from: string): Promise<void> {
  requireRevocations(product);
  const { perHour, ceiling } = product.enrolment ?? CAPS;
  const own: Bucket = {
    kind: 'enrolment',
    of: `${holder.organisation.id} ${from}`,
    most: perHour,
    seconds: HOUR_SECONDS,
  };
  const everybody: Bucket = { kind: 'enrolment', most: ceiling, seconds: HOUR_SECONDS };
  const now = product.now();
  const [wait, everybodyWaits] = await Promise.all([
    secondsUntilRoom(product.database, own, now),
    secondsUntilRoom(product.database, everybody, now),
  ]);
  if (wait !== undefined) throw tooManyFrom(perHour, wait);
  if (everybodyWaits !== undefined) throw tooManyEverywhere(everybodyWaits);
  await noteAttempt(product.database, own, now);
}

/** An age that cannot be told counts as too old. */
function requireRevocations({ revocations }: Product): void {
  const stale = revocations?.staleFor() ?? 0;
  if (stale <= STALE_AFTER_MS) return;
  const message = `New systems cannot be added for the moment: whether they may be trusted cannot be checked. ${CONTINUES}`;
  throw new ApiError(503, 'enrolment_paused', message);
}

function tooManyFrom(perHour: number, seconds: number): ApiError {
  const message = `${perHour} systems were added within an hour. The next one can be added in ${durationInWords(seconds)}. ${CONTINUES}`;
  return tooMany('enrolment_rate_limited', message, seconds);
}

function tooManyEverywhere(seconds: number): ApiError {
  const message = `More systems are being added than can be taken in. Please try again in ${durationInWords(seconds)}. ${CONTINUES}`;
  return tooMany('enrolment_ceiling_reached', message, seconds);
}
