/** What an administrator or billing sends enters; the change that it asks for leaves, or the 400 that says what is wrong. */

import { versionOfPrice } from '../evaluator/claims.ts';
import { own } from '../evaluator/own.ts';
import type { EntitlementTable, SubscriptionState } from '../evaluator/table.ts';
import { ApiError } from '../routes/api-error.ts';

export interface BillingChange {
  /** In today's name; left out where the version stays. */
  readonly version?: string;
  readonly priceId?: string;
  readonly state?: SubscriptionState;
  readonly stateEndsAt?: Date;
  readonly abuseLocked?: boolean;
  /** The contract ends for good, now. */
  readonly cancelled?: true;
}

const FIELDS = ['plan_version', 'price_id', 'subscription_state', 'state_ends_at', 'abuse_locked', 'cancelled'];

type Fields = Readonly<Record<string, unknown>>;

export function readBillingChange(table: EntitlementTable, body: unknown): BillingChange {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('body', 'Send one JSON object.');
  const fields = body as Fields;
  const stranger = Object.keys(fields).find((name) => !FIELDS.includes(name));
  if (stranger !== undefined) {
    throw invalid(stranger, `"${stranger}" cannot be set; write ${FIELDS.join(', ')}. Limits follow from the version.`);
  }
  const cancelled = readFlag(fields, 'cancelled');
  if (cancelled === false)
    throw invalid('cancelled', '"cancelled" can only be true: what has ended is not taken up again.');
  return {
    ...readVersion(table, fields),
    ...readState(table, fields),
    ...readEnd(fields),
    ...(fields.abuse_locked !== undefined && { abuseLocked: readFlag(fields, 'abuse_locked') ?? false }),
    ...(cancelled && { cancelled }),
  };
}

/** A price id says which version it buys, also where nothing else does; one that the matrix does not list buys nothing. */
function readVersion(table: EntitlementTable, fields: Fields): Pick<BillingChange, 'version' | 'priceId'> {
  const named = readText(fields, 'plan_version');
  const version = named === undefined ? undefined : (own(table.aliases.versions, named) ?? named);
  if (version !== undefined && !Object.hasOwn(table.versions, version))
    throw invalid('plan_version', `No version is called "${named}".`, 'unknown_plan_version');
  const priceId = readText(fields, 'price_id');
  if (priceId === undefined) return version === undefined ? {} : { version };
  const bought = versionOfPrice(table, priceId);
  if (bought === undefined)
    throw invalid(
      'price_id',
      `The matrix lists no price with the id "${priceId}"; nothing was changed.`,
      'unknown_price',
    );
  if (version !== undefined && version !== bought)
    throw invalid('price_id', `The price "${priceId}" buys ${bought}, not ${version}.`, 'price_contradicts');
  return { version: bought, priceId };
}

function readState(table: EntitlementTable, fields: Fields): Pick<BillingChange, 'state'> {
  const state = readText(fields, 'subscription_state');
  if (state === undefined) return {};
  if (Object.hasOwn(table.states, state)) return { state: state as SubscriptionState };
  throw invalid('subscription_state', `"subscription_state" must be one of ${Object.keys(table.states).join(', ')}.`);
}

function readEnd(fields: Fields): Pick<BillingChange, 'stateEndsAt'> {
  const text = readText(fields, 'state_ends_at');
  if (text === undefined) return {};
  const stateEndsAt = new Date(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? text : Number.NaN,
  );
  if (!Number.isNaN(stateEndsAt.getTime())) return { stateEndsAt };
  throw invalid('state_ends_at', '"state_ends_at" must be a moment such as 2027-01-31T00:00:00Z.');
}

function readText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.length >= 1 && value.length <= 200) return value;
  throw invalid(name, `"${name}" must be a text of 1 to 200 characters.`);
}

function readFlag(fields: Fields, name: string): boolean | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === 'boolean') return value;
  throw invalid(name, `"${name}" must be true or false.`);
}

function invalid(field: string, message: string, code = 'invalid_input'): ApiError {
  return new ApiError(400, code, message, { details: { field } });
}
