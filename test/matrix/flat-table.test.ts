import { describe, expect, it } from 'vitest';
import { compileMatrix } from '../../matrix/compile/compile.ts';
import type { RawMatrix, RawSet } from '../../matrix/read/raw.ts';
import type { Matrix, Value, Version } from '../../matrix/types.ts';
import { FLAT_TABLE, type FlatRow } from './flat-table.ts';
import { matrixOf, PULSE } from './matrix-of.ts';

const { raw, source, matrix } = matrixOf(PULSE);

/** The compiled matrix in the shape of the table; what the table has no word for is kept, and so differs. */
function flat(compiled: Matrix): Record<string, FlatRow> {
  return Object.fromEntries(Object.entries(compiled.versions).map(([key, version]) => [key, flatRow(version)]));
}

function flatRow({ capabilities, limits, prices }: Version): FlatRow {
  const of = <T>(cells: Record<string, { value: Value }>, word: (value: Value) => T) =>
    Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, word(cell.value)]));
  const listed: FlatRow['prices'] = {};
  for (const { interval, value } of prices) {
    const amount = value.kind === 'money' && value.currency === 'USD' ? value.minor : value.kind;
    listed[interval] = [...(listed[interval] ?? []), amount];
  }
  return {
    capabilities: of(capabilities, (value) => value.kind as 'included'),
    limits: of(limits, (value) => (value.kind === 'amount' ? value.n : (value.kind as 'unknown'))),
    prices: listed,
  };
}

describe('the compiled matrix of Pulse', () => {
  it('holds the versions of the table typed by hand, no more and no less', () => {
    expect(Object.keys(matrix.versions).sort()).toEqual(Object.keys(FLAT_TABLE).sort());
    expect(Object.keys(FLAT_TABLE)).toHaveLength(21);
  });

  it.each(Object.keys(FLAT_TABLE))('gives %s what the table gives it, key by key', (version) => {
    expect(flatRow(matrix.versions[version]!)).toEqual(FLAT_TABLE[version]);
  });

  it('knows no capability and no limit that the table leaves out', () => {
    for (const { capabilities, limits } of Object.values(FLAT_TABLE)) {
      expect(Object.keys(matrix.capabilities).sort()).toEqual(Object.keys(capabilities).sort());
      expect(Object.keys(matrix.limits).sort()).toEqual(Object.keys(limits).sort());
    }
  });

  it('counts each limit in the unit and period that the facts give it', () => {
    const units = Object.values(matrix.limits).map(({ key, unit, per }) => [key, unit, per?.unit]);
    expect(units).toEqual([
      ['history', 'day', undefined],
      ['manual_patrol_runs', 'run', 'hour'],
      ['monitored_systems', 'system', undefined],
      ['users', 'user', undefined],
      ['workspaces', 'workspace', undefined],
    ]);
  });
});

/** Every statement of the file that grants or takes something, as a change that leaves it out. */
function omissions(): [string, (changed: RawMatrix) => void][] {
  const sets = (['plans', 'bundles', 'past_versions'] as const).flatMap((part) =>
    Object.entries<RawSet & { price?: unknown }>(raw[part] ?? {}).map(([key, set]) => ({ part, key, set })),
  );
  return sets.flatMap(({ part, key, set }) => {
    const inChanged = (changed: RawMatrix) => changed[part]![key] as RawSet & { price?: unknown };
    const listed = (['has', 'without'] as const).flatMap((field) =>
      (set[field] ?? []).map((name): [string, (changed: RawMatrix) => void] => [
        `${part}.${key}.${field}: ${name}`,
        (changed) => {
          inChanged(changed)[field] = set[field]!.filter((one) => one !== name);
        },
      ]),
    );
    const fields = (['everything_in', 'price'] as const).filter((field) => set[field] !== undefined);
    return [
      ...listed,
      ...fields.map((field): [string, (changed: RawMatrix) => void] => [
        `${part}.${key}.${field}`,
        (changed) => {
          delete inChanged(changed)[field];
        },
      ]),
    ];
  });
}

describe('the table typed by hand', () => {
  const bites = (change: (changed: RawMatrix) => void) => {
    const changed = structuredClone(raw);
    change(changed);
    return flat(compileMatrix(changed, source));
  };

  it('equals the matrix as it is', () => {
    expect(bites(() => {})).toEqual(FLAT_TABLE);
  });

  it.each(omissions())('no longer equals the matrix without %s', (_name, change) => {
    expect(bites(change)).not.toEqual(FLAT_TABLE);
  });

  it('notices one inherited key that is lost on the way, and in whom', () => {
    const lost = bites((changed) => {
      changed.bundles!.msp_base!.without = ['rbac'];
    });
    const differing = Object.keys(FLAT_TABLE).filter(
      (key) => lost[key]!.capabilities.rbac !== FLAT_TABLE[key]!.capabilities.rbac,
    );
    expect(differing).toEqual([
      'msp_eval',
      'msp_starter',
      'msp_growth',
      'msp_scale',
      'enterprise_v6',
      'msp_hosted_lease',
      'msp_provider_lease',
    ]);
  });
});
