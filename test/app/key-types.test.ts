/** What compiles and what does not: `tsc` fails here where a misspelt key is let through, and where a right one is not. */
import { expect, expectTypeOf, it } from 'vitest';
import json from '../../app/entitlements.gen.json' with { type: 'json' };
import { table } from '../../app/entitlements.gen.ts';
import {
  type CapabilityOf,
  createEvaluator,
  type EntitlementTable,
  type Evaluator,
  type LimitOf,
  type LimitValue,
  type LimitVerdict,
  type MeterOf,
} from '../../app/evaluator/index.ts';

const row = { name: 'Paid', line: 'house', current: true, states: ['active'] } as const;
const printed = {
  product: 'Small',
  digest: 'sha256-0',
  capabilities: { view: { name: 'View' }, export: { name: 'Export' } },
  limits: { seats: { counts: 'counted', soft: 1, rounding: 'down', one: 'seat', other: 'seats', name: 'Seats' } },
  meters: { minutes: { one: 'minute', other: 'minutes', name: 'Minutes' } },
  versions: { paid_v1: { ...row, plan: 'paid', capabilities: ['export'], limits: { seats: 5 }, meters: ['minutes'] } },
  states: {
    trial: { keeps: 'paid', warns: false },
    active: { keeps: 'paid', warns: false },
    grace: { keeps: 'paid', warns: true },
    expired: { keeps: 'nothing', warns: false },
    suspended: { keeps: 'nothing', warns: false },
  },
  aliases: { versions: {}, keys: { download: 'export', max_seats: 'seats', time: 'minutes' } },
  gates: {},
} as const satisfies EntitlementTable;

it('a key of a printed module compiles, and so does an alias of its kind; anything else does not', () => {
  const own = createEvaluator(printed, { version: 'paid_v1', state: 'active' });
  expect([own.hasCapability('export'), own.hasCapability('download')]).toEqual([true, true]);
  expect([own.getLimit('seats'), own.getLimit('max_seats')]).toEqual([5, 5]);
  expect([own.meterEnabled('minutes'), own.meterEnabled('time')]).toEqual([true, true]);
  // @ts-expect-error A misspelt capability.
  expect(own.hasCapability('exprot')).toBe(false);
  // @ts-expect-error A limit is no capability.
  expect(own.hasCapability('seats')).toBe(false);
  // @ts-expect-error An alias of a limit is no capability.
  expect(own.hasCapability('max_seats')).toBe(false);
  // @ts-expect-error A misspelt limit.
  expect(own.getLimit('seat')).toBe('unknown');
  // @ts-expect-error An alias of a capability is no limit.
  expect(own.checkLimit('download', 1)).toBe('hard_block');
  // @ts-expect-error A misspelt meter.
  expect(own.meterEnabled('minute')).toBe(false);
  expectTypeOf<CapabilityOf<typeof printed>>().toEqualTypeOf<'view' | 'export' | 'download'>();
  expectTypeOf<LimitOf<typeof printed>>().toEqualTypeOf<'seats' | 'max_seats'>();
  expectTypeOf<MeterOf<typeof printed>>().toEqualTypeOf<'minutes' | 'time'>();
});

it('the module that this repository prints knows its keys', () => {
  const own = createEvaluator(table, { version: Object.keys(table.versions)[0]!, state: 'active' });
  expect(own.getLimit('max_agents')).toBe(own.getLimit('monitored_systems'));
  own.hasCapability('relay');
  // @ts-expect-error A misspelt capability.
  own.hasCapability('realy');
  // @ts-expect-error A misspelt limit.
  own.checkLimit('monitored_system', 1);
  // @ts-expect-error It declares no meter at all.
  own.meterEnabled('minutes');
  expectTypeOf<'max_nodes'>().toExtend<LimitOf<typeof table>>();
  expectTypeOf<string>().not.toExtend<CapabilityOf<typeof table>>();
});

it('a table that is read as JSON takes any text', () => {
  const plain = json as unknown as EntitlementTable;
  const own = createEvaluator(plain, { state: 'active' });
  expect(own.hasCapability('exprot')).toBe(false);
  expectTypeOf(own).toEqualTypeOf<Evaluator>();
  expectTypeOf<CapabilityOf<EntitlementTable>>().toEqualTypeOf<string>();
  // @ts-expect-error A text all the same.
  own.hasCapability(7);
});

it('answers are typed as what they are', () => {
  const own = createEvaluator(printed, {});
  expectTypeOf(own.hasCapability('view')).toEqualTypeOf<boolean>();
  expectTypeOf(own.getLimit('seats')).toEqualTypeOf<LimitValue>();
  expectTypeOf(own.checkLimit('seats', 1)).toEqualTypeOf<LimitVerdict>();
  // @ts-expect-error A count is needed.
  expect(own.checkLimit('seats')).toBe('hard_block');
  // @ts-expect-error Add-ons are counted.
  createEvaluator(printed, { addons: { more: true } });
});
