/** A holder who asks for a trial enters; the trial that runs now leaves, or the refusal that says why there is none. */

import type { Kysely } from 'kysely';
import { takeAttempt, tooMany } from '../attempts/take-attempt.ts';
import type { Schema } from '../database/schema.ts';
import type { Product } from '../product.ts';
import { lockOrganisation } from '../records/lock-organisation.ts';
import { requireRole } from '../roles/require-role.ts';
import { ApiError } from '../routes/api-error.ts';
import { currentState } from '../session/current-state.ts';
import type { Holder } from '../session/holder.ts';
import { durationInWords } from '../words/duration-in-words.ts';
import { trialClaims } from './trial-claims.ts';
import { type TrialPosture, trialPosture } from './trial-posture.ts';

/** No gate of the table stands for it: a trial is no key of a plan. */
export const FOR_TRIAL = { roles: ['owner', 'admin'] } as const;
/** How often in a row somebody may ask, and how long the row is remembered. */
const BURST = 3;
const REMEMBERED_SECONDS = 900;
const DAY_MS = 86_400_000;

export interface StartedTrial {
  /** `running`: it was started before; asking again changes nothing. */
  readonly status: 'started' | 'running';
  readonly plan_version: string;
  readonly started_at: string | null;
  readonly ends_at: string | null;
}

/** The same request at the same moment from two processes starts one trial: the second reads that it runs. */
export async function startTrial(product: Product, holder: Holder, interest?: string): Promise<StartedTrial> {
  requireRole(product.table, FOR_TRIAL, holder);
  // A refusal is thrown outside: inside, it would take back the attempt that was just noted.
  const outcome = await lockOrganisation(product.database, holder.organisation.id, async (transaction) => {
    const now = product.now();
    const posture = await readTrialPosture(product, holder.organisation.id, transaction);
    if (posture.kind === 'running') return running(holder, await startedAt(transaction, holder), posture);
    const wait = await takeAttempt(transaction, trialBucket(holder), now);
    if (wait !== undefined) return rateLimited(wait);
    return posture.kind === 'offered' ? start(product, transaction, holder, posture, interest) : refused(posture);
  });
  if (outcome instanceof ApiError) throw outcome;
  product.billing.invalidate(holder.organisation.id);
  return outcome;
}

export function trialBucket({ organisation }: Pick<Holder, 'organisation'>) {
  return { kind: 'trial', of: String(organisation.id), most: BURST, seconds: REMEMBERED_SECONDS };
}

export async function readTrialPosture(
  product: Product,
  organisationId: number,
  database: Kysely<Schema> = product.database,
): Promise<TrialPosture> {
  const row = await database
    .selectFrom('organisation')
    .leftJoin('trial', 'trial.organisation_id', 'organisation.id')
    .where('organisation.id', '=', organisationId)
    .select(['plan_version', 'subscription_state', 'state_until', 'trial.started_at'])
    .executeTakeFirstOrThrow();
  return trialPosture(product.table, {
    version: row.plan_version,
    state: currentState(row, product.now()),
    until: row.state_until,
    hadTrial: row.started_at !== null || row.subscription_state === 'trial',
  });
}

async function start(
  product: Product,
  database: Kysely<Schema>,
  holder: Holder,
  { gives, days }: Extract<TrialPosture, { kind: 'offered' }>,
  interest: string | undefined,
): Promise<StartedTrial> {
  const now = product.now();
  const endsAt = new Date(now.getTime() + days * DAY_MS);
  const { id } = holder.organisation;
  const claims = JSON.stringify(trialClaims(product.table, gives, endsAt));
  const had = ['plan_version', 'subscription_state', 'state_until'] as const;
  const row = await database.selectFrom('organisation').where('id', '=', id).select(had).executeTakeFirstOrThrow();
  const before = JSON.stringify(row);
  await database
    .insertInto('trial')
    .values({ organisation_id: id, started_at: now, ends_at: endsAt, claims, interest: interest ?? null, before })
    .execute();
  await database
    .updateTable('organisation')
    .set({ plan_version: gives, subscription_state: 'trial', state_until: endsAt })
    .where('id', '=', id)
    .execute();
  await database
    .insertInto('audit_entry')
    .values({ organisation_id: id, at: now, actor: holder.email, action: 'Started the trial', target: 'Plan' })
    .execute();
  return { status: 'started', plan_version: gives, started_at: now.toISOString(), ends_at: endsAt.toISOString() };
}

function running(
  holder: Holder,
  since: Date | undefined,
  { until }: Extract<TrialPosture, { kind: 'running' }>,
): StartedTrial {
  const [started_at, ends_at] = [since?.toISOString() ?? null, until?.toISOString() ?? null];
  return { status: 'running', plan_version: holder.version, started_at, ends_at };
}

/** Nothing for one that came with the contract. */
async function startedAt(database: Kysely<Schema>, { organisation }: Holder): Promise<Date | undefined> {
  const row = await database
    .selectFrom('trial')
    .where('organisation_id', '=', organisation.id)
    .select('started_at')
    .executeTakeFirst();
  return row?.started_at;
}

export type FinalPosture = Exclude<TrialPosture['kind'], 'offered' | 'running'>;

export const TRIAL_REFUSALS: Readonly<Record<FinalPosture, { code: string; message: string; final: boolean }>> = {
  signup: {
    code: 'trial_signup_required',
    message: 'A trial on this instance starts with a sign-up. Nothing was changed.',
    final: false,
  },
  used: {
    code: 'trial_used',
    message: 'The trial has been had already; there is one. Nothing was changed.',
    final: true,
  },
  not_needed: {
    code: 'trial_not_needed',
    message: 'Everything that a trial would give is included already. Nothing was changed.',
    final: true,
  },
};

function refused({ kind }: { readonly kind: FinalPosture }): ApiError {
  const { code, message, final } = TRIAL_REFUSALS[kind];
  return new ApiError(409, code, message, { details: { may_ask_again: !final } });
}

function rateLimited(seconds: number): ApiError {
  const message = `A trial was asked for several times in a row. The next time is in ${durationInWords(seconds)}.`;
  return tooMany('trial_rate_limited', message, seconds);
}
