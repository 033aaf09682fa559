/** Words for a plan and a key go in; the version and the key that bear them, or what was meant instead, come out. */
import { didYouMean } from '../did-you-mean.ts';
import type { Key, Matrix, Version } from '../types.ts';
import type { Kind } from './types.ts';

/** `known`: what the words stand for, where that is no such thing. */
export type Found<T> = { found: T; instead?: undefined; known?: undefined } | Missing;
type Missing = { found?: undefined; instead?: string; known?: string };

/** An id counts before an earlier id, and both before a name, whatever its case. */
export function findVersion(matrix: Matrix, words: string): Found<Version> {
  const { versions, plans, aliases } = matrix;
  const plan = plans[words] ?? plans[aliases.plans[words] ?? ''];
  const version = versions[words] ?? versions[aliases.versions[words] ?? ''] ?? (plan && versions[plan.version]);
  if (version) return { found: version };
  const names = [
    ...matrix.order.plans.flatMap((key) =>
      namesOf(plans[key]!).map((name): [string, Version] => [name, versions[plans[key]!.version]!]),
    ),
    ...matrix.order.versions.map((key): [string, Version] => [versions[key]!.name, versions[key]!]),
  ];
  const ids = [
    ...Object.keys(plans),
    ...Object.keys(versions),
    ...Object.keys(aliases.versions),
    ...Object.keys(aliases.plans),
  ];
  const { found, ...missing } = byName(words, names, ids);
  const known = found ? undefined : otherwiseKnown(matrix, words);
  return found ? { found } : known ? { known } : missing;
}

function otherwiseKnown({ addons, aliases, retired_ids, plans }: Matrix, words: string): string | undefined {
  if (retired_ids.includes(words)) return 'it is a retired id, which nobody holds any more';
  const addon =
    addons[words] ??
    addons[aliases.addons[words] ?? ''] ??
    Object.values(addons).find((one) => namesOf(one).some((name) => name.toLowerCase() === words.toLowerCase()));
  const plan = addon?.for.find((key) => plans[key]);
  return addon && `it is an add-on${plan === undefined ? '' : `; name a plan that it is for, such as \`${plan}\``}`;
}

export function findKey(matrix: Matrix, words: string): Found<{ kind: Kind; key: Key }> {
  const parts: [Kind, Record<string, Key>, string[]][] = [
    ['capability', matrix.capabilities, matrix.order.capabilities],
    ['limit', matrix.limits, matrix.order.limits],
    ['meter', matrix.meters, matrix.order.meters],
  ];
  const now = matrix.aliases.keys[words] ?? words;
  for (const [kind, keys] of parts) if (keys[now]) return { found: { kind, key: keys[now] } };
  const names = parts.flatMap(([kind, keys, order]) =>
    order.flatMap((key) =>
      namesOf(keys[key]!).map((name): [string, { kind: Kind; key: Key }] => [name, { kind, key: keys[key]! }]),
    ),
  );
  return byName(words, names, [...parts.flatMap(([, , order]) => order), ...Object.keys(matrix.aliases.keys)]);
}

function namesOf({ name, names, also }: { name: string; names: Record<string, string>; also: string[] }): string[] {
  return [name, ...Object.values(names), ...also];
}

function byName<T>(words: string, names: [string, T][], ids: string[]): Found<T> {
  const wanted = words.toLowerCase();
  const named = names.find(([name]) => name.toLowerCase() === wanted);
  if (named) return { found: named[1] };
  return { instead: didYouMean(words, [...ids, ...names.map(([name]) => name)]) };
}
