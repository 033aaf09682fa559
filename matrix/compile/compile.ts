/** A checked file goes in; the frozen, sorted matrix that everything else reads comes out. */
import type { RawMatrix } from '../read/raw.ts';
import type { Source } from '../read/source.ts';
import type { Matrix } from '../types.ts';
import { digestOf } from './digest.ts';
import { compileKeys } from './keys.ts';
import { compileGates, compileStates, compileTrials, compileWords } from './lifecycle.ts';
import { sorted } from './sorted.ts';
import { compilePlan, compileVersions } from './versions.ts';

/** Resolves inheritance, aliases and prices. Expects what `readMatrix` accepted; throws nothing. */
export function compileMatrix(raw: RawMatrix, source: Source): Matrix {
  const keys = compileKeys(raw, source);
  const versions = compileVersions(raw, source, keys);
  const stated: Omit<Matrix, 'digest'> = {
    product: raw.product,
    level: raw.level ?? 'copy',
    currency: raw.currency ?? 'USD',
    ...keys,
    plans: sorted(Object.entries(raw.plans).map(([key, plan]) => [key, compilePlan(source, key, plan)])),
    versions: sorted(versions.map((version) => [version.key, version])),
    states: compileStates(raw, source),
    trials: compileTrials(raw, source),
    aliases: compileAliases(raw),
    gates: compileGates(raw, source),
    words: compileWords(raw, source),
    order: {
      capabilities: Object.keys(raw.capabilities ?? {}),
      limits: Object.keys(raw.limits ?? {}),
      plans: Object.keys(raw.plans),
      lines: raw.lines ? Object.keys(raw.lines) : Object.keys(keys.lines),
      versions: versions.map((version) => version.key),
    },
  };
  return freeze({ ...stated, digest: digestOf(stated) });
}

function compileAliases(raw: RawMatrix): Matrix['aliases'] {
  const flip = (from: Record<string, string[] | undefined>) =>
    sorted(Object.entries(from).flatMap(([key, was]) => (was ?? []).map((alias): [string, string] => [alias, key])));
  const was = (from: Record<string, { was?: string[] }> = {}) =>
    Object.fromEntries(Object.entries(from).map(([key, one]) => [key, one.was]));
  return {
    plans: flip(was(raw.plans)),
    versions: flip(raw.version_aliases ?? {}),
    keys: flip({ ...was(raw.capabilities), ...was(raw.limits) }),
  };
}

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}
