import { ErrorCode, OpenFeature, StandardResolutionReasons as Reason } from '@openfeature/server-sdk';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { table as pulse } from '../../app/entitlements.gen.ts';
import { createEvaluator, type EntitlementSource, type EntitlementTable } from '../../app/evaluator/index.ts';
import { EntitlementProvider, type HolderOfContext, type LimitFlag } from '../../app/evaluator/openfeature/index.ts';
import { smallTable } from './small-table.ts';

const table: EntitlementTable = {
  ...smallTable,
  capabilities: {
    ...smallTable.capabilities,
    old: { name: 'Old', deprecated: true, sunset_at: '2027-01-31', replacement_key: 'export' },
  },
  limits: {
    ...smallTable.limits,
    runs: { ...smallTable.limits.things!, counts: 'rate', perSeconds: 3600, other: 'runs' },
  },
  meters: { calls: { one: 'call', other: 'calls', name: 'Calls' } },
  versions: {
    ...smallTable.versions,
    paid_v1: {
      ...smallTable.versions.paid_v1!,
      capabilities: ['view', 'export', 'old'],
      limits: { ...smallTable.versions.paid_v1!.limits, runs: 2 },
      meters: ['calls'],
    },
  },
};
const CONTRACTS: Record<string, { version: string; state: string }> = {
  acme: { version: 'paid_v1', state: 'active' },
  small: { version: 'free_v1', state: 'active' },
  late: { version: 'paid_v1', state: 'expired' },
  odd: { version: 'paid_v9', state: 'active' },
};
const holders: HolderOfContext = ({ targetingKey = '' }) => CONTRACTS[targetingKey];
const quiet = { onDeprecated: () => {} };
const acme = { targetingKey: 'acme' };

afterEach(() => OpenFeature.clearProviders());

async function clientOf(provider: EntitlementProvider) {
  await OpenFeature.setProviderAndWait(provider);
  return OpenFeature.getClient();
}
const byFunction = () => clientOf(new EntitlementProvider(table, holders, quiet));

describe('a capability or meter is a boolean flag', () => {
  it('that says what the contract has', async () => {
    const client = await byFunction();
    const ask = (key: string, targetingKey: string) => client.getBooleanValue(key, key === 'never', { targetingKey });
    expect(await Promise.all(['acme', 'small', 'late', 'odd', 'nobody'].map((one) => ask('export', one)))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect([await ask('calls', 'acme'), await ask('calls', 'small')]).toEqual([true, false]);
  });

  it('with what telemetry wants to know', async () => {
    const client = await byFunction();
    expect(await client.getBooleanDetails('download', false, acme)).toEqual({
      flagKey: 'download',
      value: true,
      variant: 'included',
      reason: Reason.TARGETING_MATCH,
      flagMetadata: {
        flagSetId: 'Small',
        version: 'sha256-0',
        kind: 'capability',
        key: 'export',
        plan_version: 'paid_v1',
        subscription_state: 'active',
      },
    });
    const old = await client.getBooleanDetails('old', false, acme);
    expect(old.flagMetadata).toMatchObject({ deprecated: true, sunset_at: '2027-01-31', replacement_key: 'export' });
  });

  it('and closed, whatever the default, for who has no contract', async () => {
    const details = await (await byFunction()).getBooleanDetails('export', true, { targetingKey: 'nobody' });
    expect(details).toMatchObject({ value: false, variant: 'excluded', reason: Reason.DISABLED });
    expect(details.errorCode).toBeUndefined();
  });
});

describe('a limit', () => {
  it('is a number where one is stated, also 0', async () => {
    const client = await byFunction();
    expect(await client.getNumberValue('things', 99, acme)).toBe(5);
    expect(await client.getNumberValue('max_things', 99, acme)).toBe(5);
    expect(await client.getNumberValue('closed', 99, acme)).toBe(0);
  });

  it.each(['unlimited', 'unknown'])('is no number when it is %s: the default, told as such', async (word) => {
    const key = word === 'unlimited' ? 'open' : 'unsaid';
    const details = await (await byFunction()).getNumberDetails(key, 3, acme);
    expect(details).toMatchObject({ value: 3, reason: Reason.ERROR, errorCode: ErrorCode.TYPE_MISMATCH });
    expect(details.flagMetadata).toMatchObject({ limit: word, plan_version: 'paid_v1' });
    expect(details.errorMessage).toBe(`"${key}" is a limit (${word}); ask for it as an object, which can say so.`);
    expect(await OpenFeature.getClient().getObjectValue(key, {}, acme)).toEqual({ limit: word, unit: 'things' });
  });

  it('is an object with a verdict once the count is known', async () => {
    const client = await byFunction();
    const ask = (observed: Record<string, number | null | string>, key = 'things') =>
      client.getObjectValue<LimitFlag>(key, { limit: 'unknown', unit: '' }, { ...acme, observed });
    expect(await ask({})).toEqual({ limit: 5, unit: 'things' });
    expect(await ask({ other: 3 })).toEqual({ limit: 5, unit: 'things' });
    expect((await ask({ things: 4 })).verdict).toBe('allowed');
    expect((await ask({ things: 5 })).verdict).toBe('soft_block');
    expect((await ask({ things: 6 })).verdict).toBe('hard_block');
    expect((await ask({ max_things: 6 }, 'max_things')).verdict).toBe('hard_block');
    expect((await ask({ things: 6 }, 'max_things')).verdict).toBe('hard_block');
    expect(await ask({ runs: 3 }, 'runs')).toEqual({
      limit: 2,
      unit: 'runs',
      per_seconds: 3600,
      verdict: 'hard_block',
    });
  });

  it('is refused under a count that cannot be read, and open where nothing ends it', async () => {
    const client = await byFunction();
    for (const count of [null, 'many', Number.NaN, -1]) {
      const context = { ...acme, observed: { things: count, open: count } };
      expect(await client.getObjectValue('things', {}, context)).toMatchObject({ verdict: 'hard_block' });
      expect(await client.getObjectValue('open', {}, context)).toMatchObject({ verdict: 'allowed' });
    }
  });
});

describe('an error gives the default of the code', () => {
  it('for a key that the table lacks, also one that every object has', async () => {
    const client = await byFunction();
    for (const key of ['exports', 'constructor', '__proto__', '']) {
      const details = await client.getBooleanDetails(key, true, { ...acme, observed: { [key]: 1 } });
      expect(details).toMatchObject({ value: true, errorCode: ErrorCode.FLAG_NOT_FOUND, reason: Reason.ERROR });
    }
  });

  it('for a flag that is asked as what it is not', async () => {
    const client = await byFunction();
    const mismatched = [
      await client.getBooleanDetails('things', true, acme),
      await client.getNumberDetails('export', 7, acme),
      await client.getObjectDetails('export', { a: 1 }, acme),
      await client.getStringDetails('export', 'x', acme),
      await client.getStringDetails('things', 'y', acme),
    ];
    expect(mismatched.map(({ value }) => value)).toEqual([true, 7, { a: 1 }, 'x', 'y']);
    expect(new Set(mismatched.map(({ errorCode }) => errorCode))).toEqual(new Set([ErrorCode.TYPE_MISMATCH]));
  });

  it('for a function that throws, and never throws itself', async () => {
    const broken = [
      () => Promise.reject(new Error('no database')),
      () => {
        throw 'text';
      },
    ];
    for (const holder of broken) {
      const client = await clientOf(new EntitlementProvider(table, holder, quiet));
      const details = await client.getBooleanDetails('export', true, acme);
      expect(details).toMatchObject({ value: true, errorCode: ErrorCode.GENERAL });
      expect(details.errorMessage).toMatch(/no database|text/);
    }
  });

  it('for a table of another shape, which is told before the first question', async () => {
    const onFault = vi.fn();
    const provider = new EntitlementProvider({ product: 'x' } as EntitlementTable, holders, { onFault });
    await expect(OpenFeature.setProviderAndWait(provider)).rejects.toThrow();
    const client = OpenFeature.getClient();
    for (const value of [true, false]) {
      const details = await client.getBooleanDetails('export', value, acme);
      expect(details).toMatchObject({ value, errorCode: ErrorCode.PARSE_ERROR });
    }
    expect(onFault).toHaveBeenCalledTimes(1);
  });
});

describe('a source', () => {
  const seconds = 1_800_000_000;
  const source: EntitlementSource<string> = {
    read: async (subject) => {
      if (subject === 'nobody') return { from: 'live', problems: [] };
      const claims = { plan_version: 'paid_v1', subscription_state: 'trial', state_ends_at: seconds };
      return { claims, from: subject as 'live', problems: [] };
    },
  };
  const at = (now: number) => new EntitlementProvider(table, source, { ...quiet, now: () => now });

  it('is asked for the targeting key, and says how fresh its answer is', async () => {
    const client = await clientOf(at(seconds * 1000 - 1));
    const reasons = ['live', 'remembered', 'defaults', 'nobody'].map(async (targetingKey) => {
      const { value, reason } = await client.getBooleanDetails('export', false, { targetingKey });
      return [value, reason];
    });
    expect(await Promise.all(reasons)).toEqual([
      [true, Reason.TARGETING_MATCH],
      [true, Reason.STALE],
      [true, Reason.DEFAULT],
      [false, Reason.DISABLED],
    ]);
  });

  it('grants by the clock that it is given', async () => {
    const client = await clientOf(at(seconds * 1000));
    const details = await client.getBooleanDetails('export', true, { targetingKey: 'live' });
    expect(details).toMatchObject({ value: false, flagMetadata: { subscription_state: 'expired' } });
  });

  it('cannot be asked without one', async () => {
    const client = await clientOf(at(0));
    const details = await client.getBooleanDetails('export', true);
    expect(details).toMatchObject({ value: true, errorCode: ErrorCode.TARGETING_KEY_MISSING });
  });
});

it('every flag says what the evaluator says, for every contract, state, key and count', async () => {
  const keys = [...Object.keys(pulse.capabilities), ...Object.keys(pulse.limits), ...Object.keys(pulse.aliases.keys)];
  let holder = {};
  const client = await clientOf(new EntitlementProvider(pulse, () => holder, quiet));
  const cases = fc.record({
    version: fc.constantFrom(...Object.keys(pulse.versions), 'gone'),
    state: fc.constantFrom(...Object.keys(pulse.states)),
    key: fc.constantFrom(...keys),
    count: fc.oneof(fc.nat(60), fc.constant(Number.NaN)),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ version, state, key, count }) => {
      holder = { version, state };
      const evaluator = createEvaluator<EntitlementTable>(pulse, holder, quiet);
      const limit = evaluator.getLimit(key);
      const flag = await client.getObjectDetails(key, {}, { observed: { [key]: count } });
      if (flag.errorCode === ErrorCode.TYPE_MISMATCH)
        expect(await client.getBooleanValue(key, !evaluator.hasCapability(key))).toBe(evaluator.hasCapability(key));
      else expect(flag.value).toMatchObject({ limit, verdict: evaluator.checkLimit(key, count) });
      if (typeof limit === 'number') expect(await client.getNumberValue(key, -7)).toBe(limit);
    }),
    { numRuns: 200 },
  );
});
