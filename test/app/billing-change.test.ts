import { describe, expect, it } from 'vitest';
import { nextContract, type StoredContract } from '../../app/admin/next-contract.ts';
import { readBillingChange } from '../../app/admin/read-billing-change.ts';
import { movableClock } from '../../app/clock/movable-clock.ts';
import { createApp } from '../../app/create-app.ts';
import { table as printed } from '../../app/entitlements.gen.ts';
import type { EntitlementTable, VersionRow } from '../../app/evaluator/table.ts';
import { createSessionTokens } from '../../app/session/create-session-tokens.ts';
import { smallTable } from './small-table.ts';

const paid = smallTable.versions.paid_v1 as VersionRow;
const table: EntitlementTable = {
  ...smallTable,
  versions: {
    ...smallTable.versions,
    tried_v1: { ...paid, states: ['trial', 'active'] },
    old_v1: { ...paid, current: false, until: 'cancellation' },
  },
  offers: ['paid_v1'],
  prices: { price_paid: 'paid_v1', price_old: 'old_v1' },
};
const NOW = new Date('2026-01-01T00:00:00Z');
const active: StoredContract = { version: 'old_v1', state: 'active', stateUntil: null, endedAt: null };
const next = (body: unknown, stored = active) =>
  nextContract(table, stored, { change: readBillingChange(table, body), now: NOW });

function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
}

describe('a billing change', () => {
  it('takes a version in today’s name, also from a price alone', () => {
    expect(readBillingChange(table, { plan_version: 'paid-2019' })).toEqual({ version: 'paid_v1' });
    expect(readBillingChange(table, { price_id: 'price_old' })).toEqual({ version: 'old_v1', priceId: 'price_old' });
  });

  it.each([
    [{ plan_version: 'nothing' }, 'unknown_plan_version'],
    [{ plan_version: 'constructor' }, 'unknown_plan_version'],
    [{ price_id: 'price_new' }, 'unknown_price'],
    [{ price_id: 'toString' }, 'unknown_price'],
    [{ price_id: 'price_paid', plan_version: 'old_v1' }, 'price_contradicts'],
    [{ subscription_state: 'frozen' }, 'invalid_input'],
    [{ state_ends_at: 'tomorrow' }, 'invalid_input'],
    [{ state_ends_at: '2026-13-45T00:00:00Z' }, 'invalid_input'],
    [{ abuse_locked: 'yes' }, 'invalid_input'],
    [{ cancelled: false }, 'invalid_input'],
    [{ limits: { things: 99 } }, 'invalid_input'],
    [[], 'invalid_input'],
    [null, 'invalid_input'],
  ])('%j is refused: %s', (body, code) => {
    expect(refusal(() => readBillingChange(table, body))).toBe(code);
  });

  it('gives a trial its end, grace its days and anything else none', () => {
    expect(refusal(() => next({ plan_version: 'tried_v1', subscription_state: 'trial' }))).toBe('invalid_input');
    const trial = { plan_version: 'tried_v1', subscription_state: 'trial', state_ends_at: '2026-01-15T00:00:00Z' };
    expect(next(trial).stateUntil).toEqual(new Date('2026-01-15T00:00:00Z'));
    expect(next({ subscription_state: 'grace' }).stateUntil).toEqual(new Date('2026-01-08T00:00:00Z'));
    expect(refusal(() => next({ state_ends_at: '2026-01-15T00:00:00Z' }))).toBe('invalid_input');
    expect(refusal(() => next({ subscription_state: 'trial', state_ends_at: '2026-01-15T00:00:00Z' }))).toBe(
      'invalid_state',
    );
  });
});

describe('an older contract', () => {
  it('stays while it is not cancelled, through grace, expiry and suspension', () => {
    let contract = active;
    for (const subscription_state of ['grace', 'expired', 'active', 'suspended', 'active'])
      contract = next({ subscription_state }, contract);
    expect(contract).toEqual(active);
  });

  it('ends with its cancellation, and only what is on offer can follow', () => {
    const ended = next({ cancelled: true });
    expect(ended).toEqual({ version: 'old_v1', state: 'expired', stateUntil: null, endedAt: NOW });
    for (const body of [
      { subscription_state: 'active' },
      { price_id: 'price_old', subscription_state: 'active' },
      { plan_version: 'free_v1' },
    ])
      expect(refusal(() => next(body, ended))).toBe('not_on_offer');
    expect(next({ subscription_state: 'suspended' }, ended).state).toBe('suspended');
    expect(next({ price_id: 'price_paid', subscription_state: 'active' }, ended)).toMatchObject({
      version: 'paid_v1',
      endedAt: NOW,
    });
    expect(refusal(() => next({ cancelled: true, subscription_state: 'active' }))).toBe('invalid_input');
  });

  it('ends when its holder moves on', () => {
    const moved = next({ plan_version: 'paid_v1' });
    expect(moved.endedAt).toEqual(NOW);
    expect(refusal(() => next({ plan_version: 'old_v1' }, moved))).toBe('not_on_offer');
  });
});

it('the clock of a sandbox runs on, and only forward', () => {
  let real = 1000;
  const clock = movableClock(() => real);
  expect([clock.moveForward(500), clock.moveForward(-1), clock.moveForward(Number.NaN)]).toEqual([true, false, false]);
  real += 10;
  expect(clock.now().getTime()).toBe(1510);
});

it('a normal start has neither administration nor clock', async () => {
  const product = { table, database: undefined as never, tokens: createSessionTokens(), now: () => NOW };
  const settle = () => Promise.resolve({ moved: 0, deleted: 0, postures: 0 });
  const sandbox = { name: 'pulse-example', clock: movableClock(), settle };
  const asked = async (more: object, path: string, headers = {}) => {
    return (await createApp({ ...product, table: printed, ...more }).request(path, { headers })).status;
  };
  expect(await asked({}, '/api/sandbox/clock')).toBe(401);
  expect(await asked({ sandbox }, '/api/sandbox/clock')).toBe(200);
  const path = '/api/admin/orgs/x/billing-state';
  const authorization = 'Bearer of-the-administrator';
  expect(await asked({}, path, { authorization })).toBe(401);
  expect(await asked({ adminToken: 'of-the-administrator' }, path)).toBe(401);
  expect(
    await asked({ adminToken: 'of-the-administrator' }, path, { authorization: 'Bearer of-the-administratoR' }),
  ).toBe(401);
  expect(await asked({ adminToken: 'of-the-administrator' }, path, { authorization })).toBe(404);
});
