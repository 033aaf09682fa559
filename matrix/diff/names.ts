/** What is told goes in; the names of all that it mentions by id come out. */
import type { Matrix, Version } from '../types.ts';
import { isPublished } from './contract.ts';
import type { Holding, MatrixDiff, Named, Offered } from './types.ts';

export function namesIn(
  before: Matrix,
  after: Matrix,
  told: readonly Holding[],
  offered: readonly Offered[],
): MatrixDiff['names'] {
  const versions = new Set(told.flatMap((one) => (one.of === 'versions' ? one.holders : [])));
  for (const one of offered) for (const id of [one.version, one.instead_of]) versions.add(id);
  const addons = new Set(told.flatMap((one) => (one.of === 'addons' ? one.holders : [])));
  const sets = new Set(told.flatMap((one) => one.because.map(({ set }) => set)));
  return {
    versions: record(versions, (id) => versionName((after.versions[id] ?? before.versions[id])!, before)),
    addons: record(addons, (key) => ({ name: after.addons[key]!.name })),
    sets: record(sets, (key) => ({ name: setName(after, key) ?? setName(before, key) ?? key })),
  };
}

function versionName({ key, name, plan, ...version }: Version, before: Matrix): Named {
  return { name, plan, published: isPublished(before.versions[key] ?? version) };
}

function setName({ plans, addons, versions }: Matrix, key: string): string | undefined {
  return (plans[key] ?? addons[key] ?? versions[key])?.name;
}

/** Every unit that an amount is counted in, counted over or paid for. */
export function unitsIn(before: Matrix, after: Matrix, told: readonly Holding[]): MatrixDiff['units'] {
  const used = new Set<string>();
  for (const { before: was, after: is } of told)
    for (const value of [was, is]) {
      if (value?.kind === 'amount' || value?.kind === 'duration') used.add(value.unit);
      if (value?.kind === 'unlimited' && value.unit) used.add(value.unit);
      if (value?.kind === 'money' && value.per?.unit) used.add(value.per.unit);
      if (value?.kind === 'amount' && value.per) used.add(value.per.unit);
    }
  return record(used, (key) => {
    const { one, other } = after.units[key] ?? before.units[key] ?? { one: key, other: key };
    return { one, other };
  });
}

function record<T>(keys: ReadonlySet<string>, of: (key: string) => T): Record<string, T> {
  return Object.fromEntries([...keys].sort().map((key) => [key, of(key)]));
}
