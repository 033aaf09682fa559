/** Claims as they are carried enter; what they mean leaves: the slow and obvious reading of them. */

import type { Claims, ContractHolder } from '../../../app/evaluator/index.ts';
import type { EntitlementTable, LimitValue } from '../../../app/evaluator/table.ts';
import { listedLimit, rowOf, stated } from './contents.ts';
import { type Kind, keyToday, versionToday } from './today.ts';

/** `now` in milliseconds since 1970. A trial needs an end; a trial or grace whose end has come has expired. */
export function modelHolderOf(claims: Claims, now: number): ContractHolder {
  const end = Number.isFinite(claims.state_ends_at) ? claims.state_ends_at! * 1000 : undefined;
  let state = claims.subscription_state;
  if (state === 'trial' && (end === undefined || now >= end)) state = 'expired';
  if (state === 'grace' && end !== undefined && now >= end) state = 'expired';
  return {
    version: claims.plan_version,
    state,
    ...(claims.capabilities && { capabilities: claims.capabilities }),
    ...(claims.meters_enabled && { meters: claims.meters_enabled }),
    ...(claims.limits && { limits: claims.limits }),
    ...(claims.addons && { addons: claims.addons }),
  };
}

export function modelVersionOfPrice(table: EntitlementTable, priceId: string): string | undefined {
  return Object.entries(table.prices ?? {}).find(([id]) => id === priceId)?.[1];
}

/** `odd` when anything was carried that cannot be meant. */
export function modelReadClaims(table: EntitlementTable, carried: unknown): { claims: Claims; odd: boolean } {
  if (!isRecord(carried)) return { claims: {}, odd: carried !== undefined };
  let odd = false;
  const claims: Record<string, unknown> = {};
  const take = (field: string, read: (value: unknown) => { value: unknown; odd: boolean }) => {
    if (!Object.hasOwn(carried, field) || (carried[field] ?? undefined) === undefined) return;
    const result = read(carried[field]);
    odd ||= result.odd;
    if (result.value !== undefined) claims[field] = result.value;
  };
  take('plan_version', (value) => named(value, (name) => versionToday(table, name)));
  take('subscription_state', (value) => named(value, (name) => name));
  take('capabilities', (value) => list(table, 'capabilities', value));
  take('meters_enabled', (value) => list(table, 'meters', value));
  take('addons', quantities);
  take('state_ends_at', (value) => {
    const isTime = typeof value === 'number' && Number.isFinite(value) && value >= 0;
    return isTime ? { value, odd: false } : { value: undefined, odd: true };
  });
  const limits = limitsOf(
    table,
    claims.plan_version as string | undefined,
    Object.hasOwn(carried, 'limits') ? carried.limits : undefined,
  );
  if (limits.value) claims.limits = limits.value;
  return { claims, odd: odd || limits.odd };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function named(value: unknown, today: (name: string) => string) {
  return typeof value === 'string' && value ? { value: today(value), odd: false } : { value: undefined, odd: true };
}

function list(table: EntitlementTable, kind: Kind, value: unknown) {
  if (!Array.isArray(value)) return { value: undefined, odd: true };
  const names = value.filter((one): one is string => typeof one === 'string' && one !== '');
  const today = new Set(names.map((name) => keyToday(table, kind, name)));
  return { value: [...today].sort(), odd: names.length < value.length };
}

function quantities(value: unknown) {
  if (!isRecord(value)) return { value: undefined, odd: true };
  const entries = Object.entries(value);
  const whole = entries.filter(([, n]) => Number.isSafeInteger(n) && (n as number) > 0);
  return { value: Object.fromEntries(whole), odd: whole.length < entries.length };
}

/**
 * A known version's numbers are its own; beside an unknown version no number counts. Only what was carried is given
 * back: a record that says nothing of a limit is not made to.
 */
function limitsOf(table: EntitlementTable, version: string | undefined, value: unknown) {
  if ((value ?? undefined) === undefined) return { value: undefined, odd: false };
  if (!isRecord(value)) return { value: undefined, odd: true };
  const odd = Object.values(value).some((one) => one !== 'unknown' && stated(one) === undefined);
  const row = rowOf(table, version);
  if (version !== undefined && !row) return { value: {}, odd };
  const limits: [string, LimitValue][] = [];
  for (const key of new Set(Object.keys(value).map((name) => keyToday(table, 'limits', name)))) {
    const ofVersion =
      row && Object.hasOwn(table.limits, key) && Object.hasOwn(row.limits, key) ? row.limits[key] : undefined;
    limits.push([key, stated(ofVersion) ?? listedLimit(table, value, key) ?? 'unknown']);
  }
  return { value: Object.fromEntries(limits), odd };
}
