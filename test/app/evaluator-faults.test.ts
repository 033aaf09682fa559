/** Printed tables are damaged at random: no answer ever throws, all are open, and whoever listens is told once. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  type ContractHolder,
  createEvaluator,
  type EntitlementTable,
  type Evaluator,
  versionOfPrice,
} from '../../app/evaluator/index.ts';
import { randomHolder } from './model/random-claims.ts';
import { vectorTables } from './model/vectors/tables.ts';
import { smallTable } from './small-table.ts';

const whole = structuredClone(vectorTables.house!) as unknown as Record<string, unknown>;
const KEYS = ['export', 'view', 'report', 'seats', 'agents', 'calls', 'history', 'minutes', 'bytes', 'log', 'nothing'];

function everyAnswer(evaluator: Evaluator): unknown[] {
  return KEYS.flatMap((key) => [
    evaluator.hasCapability(key),
    evaluator.meterEnabled(key),
    evaluator.getLimit(key),
    evaluator.checkLimit(key, 1e9),
    evaluator.checkLimit(key, Number.NaN),
  ]).concat([evaluator.suspended, evaluator.warns, evaluator.version, evaluator.state] as never[]);
}

function isOpen(evaluator: Evaluator): boolean {
  return KEYS.every(
    (key) =>
      evaluator.hasCapability(key) &&
      evaluator.meterEnabled(key) &&
      evaluator.getLimit(key) === 'unlimited' &&
      evaluator.checkLimit(key, Number.NaN) === 'allowed',
  );
}

/** Every place of a tree, as a path to it. */
function places(value: unknown, path: readonly string[] = []): string[][] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [[...path], ...below.flatMap(([key, one]) => places(one, [...path, key]))];
}

function withDamage(path: readonly string[], damage: unknown): unknown {
  if (path.length === 0) return damage;
  const table = structuredClone(whole);
  let at = table;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  if (damage === undefined) delete at[path.at(-1)!];
  else at[path.at(-1)!] = damage;
  return table;
}

const damages = fc.constantFrom(undefined, null, 0, -1, '', 'odd', true, [], [null], [7], {}, { a: null }, Number.NaN);
const damaged = fc.tuple(fc.constantFrom(...places(whole)), damages).map(([path, damage]) => withDamage(path, damage));

/** What the evaluator cannot do without, by what stands there instead. */
const BROKEN: readonly (readonly [string, unknown])[] = [
  ['', undefined],
  ['', null],
  ['', 'table'],
  ['', []],
  ['', {}],
  ...['capabilities', 'limits', 'versions', 'states', 'aliases', 'aliases.keys', 'aliases.versions'].flatMap((path) => [
    [path, undefined] as const,
    [path, null] as const,
    [path, []] as const,
    [path, 'odd'] as const,
  ]),
  ['meters', null],
  ['meters', ['minutes']],
  ['addons', []],
  ['capabilities.export', null],
  ['capabilities.export', true],
  ['meters.minutes', 'odd'],
  ['limits.seats', null],
  ['limits.agents', null],
  ['limits.seats.soft', '80%'],
  ['limits.seats.soft', undefined],
  ['limits.projects.hard', null],
  ['limits.projects.rounding', 'sideways'],
  ['versions.pro_v2', null],
  ['versions.pro_v2.plan', undefined],
  ['versions.pro_v2.capabilities', undefined],
  ['versions.pro_v2.capabilities', 'export'],
  ['versions.pro_v2.capabilities', [null]],
  ['versions.pro_v2.meters', {}],
  ['versions.pro_v2.limits', undefined],
  ['versions.pro_v2.limits.seats', '5'],
  ['versions.pro_v2.limits.seats', null],
  ['addons.compliance', null],
  ['addons.compliance.for', undefined],
  ['addons.compliance.adds', undefined],
  ['addons.compliance.limits', 7],
  ['states.expired', null],
  ['states.expired.keeps', 'some'],
  ['states.expired.fallback', undefined],
  ['aliases.keys.download', null],
  ['aliases.versions.pro-2019', 7],
];

describe('a table of another shape', () => {
  it('never makes an answer throw, wherever it is damaged, whoever is asked for', () => {
    let faults = 0;
    fc.assert(
      fc.property(damaged, randomHolder, (table, holder) => {
        const told = vi.fn();
        const evaluator = createEvaluator(table as EntitlementTable, holder, { onFault: told, onDeprecated: () => {} });
        everyAnswer(evaluator);
        expect(told.mock.calls.length > 0).toBe(isOpen(evaluator));
        expect(told.mock.calls.length).toBeLessThan(2);
        faults += told.mock.calls.length;
        expect(versionOfPrice(table as EntitlementTable, 'price_pro_year') ?? 'none').toBeTypeOf('string');
      }),
      { numRuns: 1000 },
    );
    expect(faults).toBeGreaterThan(60);
  });

  it.each(BROKEN)('answers open where `%s` is %j, and says so once, with what to do', (path, damage) => {
    const table = withDamage(path ? path.split('.') : [], damage) as EntitlementTable;
    const told = vi.fn();
    const ask = (holder: ContractHolder) => createEvaluator(table, holder, { onFault: told });
    expect(isOpen(ask({ version: 'team_v1', state: 'suspended' }))).toBe(true);
    expect(isOpen(ask({}))).toBe(true);
    expect(told).toHaveBeenCalledTimes(1);
    const fault = told.mock.calls[0]![0] as Error;
    expect(fault.message).toMatch(/EVERYTHING IS ALLOWED.*planproof generate/);
    expect(fault.message).toContain(path ? `the table.${path}` : 'the table');
  });

  it('is told to the console where nobody listens, and a listener that throws stops there', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {});
    createEvaluator(withDamage(['limits'], null) as EntitlementTable, {});
    expect(String(error.mock.calls[0])).toMatch(/CRITICAL.*EVERYTHING IS ALLOWED/);
    error.mockImplementation(() => {
      throw new Error('disk full');
    });
    expect(isOpen(createEvaluator(withDamage(['limits'], null) as EntitlementTable, {}))).toBe(true);
    error.mockRestore();
    const throws = () => {
      throw new Error('disk full');
    };
    expect(isOpen(createEvaluator(null as never, {}, { onFault: throws }))).toBe(true);
    expect(isOpen(createEvaluator({} as never, {}, { onFault: 'no function' as never }))).toBe(true);
  });
});

describe('a fault of somebody else', () => {
  it('in whoever is told of deprecated keys changes no answer, and is told', () => {
    const told = vi.fn();
    const throws = () => {
      throw new Error('disk full');
    };
    const table = structuredClone(vectorTables.house!);
    const own = createEvaluator(table, { version: 'pro_v2', state: 'active' }, { onDeprecated: throws, onFault: told });
    expect([own.hasCapability('report'), own.getLimit('agents'), own.meterEnabled('bytes')]).toEqual([true, 3, false]);
    expect(told).toHaveBeenCalledTimes(1);
    expect((told.mock.calls[0]![0] as Error).message).toMatch(/onDeprecated.*disk full/);
  });

  it.each([undefined, null, 7, 'pro_v2'])('that leaves %j as the holder opens nothing', (holder) => {
    const told = vi.fn();
    const own = createEvaluator(smallTable, holder as never, { onFault: told });
    expect([own.hasCapability('view'), own.checkLimit('things', 1), own.suspended]).toEqual([
      false,
      'hard_block',
      true,
    ]);
    expect(own.version).toBe(undefined);
    expect(told).not.toHaveBeenCalled();
  });
});
