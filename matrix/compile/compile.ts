/** A checked file goes in; the frozen, sorted matrix that everything else reads comes out. */
import type { RawMatrix } from '../read/raw.ts';
import type { Source } from '../read/source.ts';
import type { Matrix } from '../types.ts';
import { compileAddons } from './addons.ts';
import { digestOf } from './digest.ts';
import { compileKeys, DEFAULT_LOCALE } from './keys.ts';
import { compileGates, compileStates, compileTrials, compileWords } from './lifecycle.ts';
import { Resolver } from './resolve.ts';
import { sorted } from './sorted.ts';
import { compileBundles, compilePlan, compileVersions } from './versions.ts';

/** Resolves inheritance, aliases and prices. Expects what `readMatrix` accepted; throws nothing. */
export function compileMatrix(raw: RawMatrix, source: Source): Matrix {
  const keys = compileKeys(raw, source);
  const locale = raw.locale ?? DEFAULT_LOCALE;
  const compiling = { raw, source, keys, resolver: new Resolver(source, keys, locale) };
  const versions = compileVersions(compiling);
  const order = {
    capabilities: Object.keys(raw.capabilities ?? {}),
    limits: Object.keys(raw.limits ?? {}),
    meters: Object.keys(raw.meters ?? {}),
    plans: Object.keys(raw.plans),
    addons: Object.keys(raw.addons ?? {}),
    lines: raw.lines ? Object.keys(raw.lines) : Object.keys(keys.lines),
    versions: versions.map((version) => version.key),
  };
  const compiled = freeze({
    product: raw.product,
    level: raw.level ?? 'copy',
    locale,
    currency: raw.currency ?? 'USD',
    ...keys,
    plans: sorted(Object.entries(raw.plans).map(([key, plan]) => [key, compilePlan(compiling, key, plan)])),
    versions: sorted(versions.map((version) => [version.key, version])),
    bundles: compileBundles(compiling),
    addons: compileAddons(compiling),
    retired_ids: raw.retired_ids ?? [],
    states: compileStates(raw, source),
    trials: compileTrials(raw, source),
    aliases: compileAliases(raw),
    gates: compileGates(raw, source),
    ...(raw.gates_from !== undefined && { gates_from: raw.gates_from }),
    words: compileWords(raw, source),
    order,
  });
  let digest: string | undefined;
  return Object.freeze({
    ...compiled,
    // Only a report and what is printed need it.
    get digest() {
      digest ??= digestOf({ raw, order });
      return digest;
    },
  });
}

function compileAliases(raw: RawMatrix): Matrix['aliases'] {
  const flip = (from: Record<string, string[] | undefined>) =>
    sorted(Object.entries(from).flatMap(([key, was]) => (was ?? []).map((alias): [string, string] => [alias, key])));
  const was = (from: Record<string, { was?: string[] }> = {}) =>
    Object.fromEntries(Object.entries(from).map(([key, one]) => [key, one.was]));
  return {
    plans: flip(was(raw.plans)),
    versions: flip(raw.version_aliases ?? {}),
    addons: flip(was(raw.addons)),
    keys: flip({ ...was(raw.capabilities), ...was(raw.limits), ...was(raw.meters) }),
  };
}

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key in value) freeze(value[key]);
  }
  return value;
}
