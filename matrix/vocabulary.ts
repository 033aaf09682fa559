/** The matrix goes in; the words by which copy speaks of it come out: names, units and phrases, never a value. */
import { offeredPlans } from './public.ts';
import type { Key, Matrix, Subject } from './types.ts';

export type Named =
  | { kind: 'plan'; versions: string[] }
  | { kind: 'line'; line: string }
  | { kind: 'key'; subject: Subject }
  | { kind: 'unit'; unit: string };

export interface Name {
  words: string;
  named: Named;
}

export interface LimitWords {
  unit: string;
  per?: { n: number; unit: string };
}

export interface Vocabulary {
  product: string;
  currency: string;
  names: Name[];
  limits: Record<string, LimitWords>;
  /** Versions on offer, by product line, in page order. */
  offered: Record<string, string[]>;
  /** Product line of each version. */
  lineOf: Record<string, string>;
  /** Key of the trial of each product line. */
  trials: Record<string, string>;
  neverSay: { phrase: string; say: string }[];
  /** Names and ids that no customer should read. */
  hidden: { words: string; key: string }[];
}

export function vocabulary(matrix: Matrix): Vocabulary {
  const advertised = <T extends { audience: string }>(one: T) =>
    one.audience === 'public' || one.audience === 'compatibility';
  const keys = (kind: 'capability' | 'limit', from: Record<string, Key>) =>
    Object.values(from)
      .filter(advertised)
      .flatMap(({ key, name, names, also }) =>
        [...new Set([name, ...Object.values(names), ...also])].map(
          (words): Name => ({ words, named: { kind: 'key', subject: { kind, key } } }),
        ),
      );
  const hidden = Object.values(matrix.capabilities).filter(
    (one) => one.audience === 'internal' || one.audience === 'marker',
  );
  return {
    product: matrix.product,
    currency: matrix.currency,
    names: [
      ...planNames(matrix),
      ...Object.values(matrix.lines).map(
        ({ key, name }): Name => ({ words: name, named: { kind: 'line', line: key } }),
      ),
      ...keys('capability', matrix.capabilities),
      ...keys('limit', matrix.limits),
      ...Object.values(matrix.units).flatMap(({ key, one, other }) =>
        [one, other].map((words): Name => ({ words, named: { kind: 'unit', unit: key } })),
      ),
    ],
    limits: Object.fromEntries(
      Object.values(matrix.limits).map(({ key, unit, per }) => [key, { unit, ...(per && { per }) }]),
    ),
    offered: Object.fromEntries(
      matrix.order.lines.map((line) => [line, offeredPlans(matrix, line).map((plan) => plan.version)]),
    ),
    lineOf: Object.fromEntries(Object.values(matrix.versions).map((version) => [version.key, version.line])),
    trials: Object.fromEntries(
      Object.values(matrix.trials).flatMap((trial) => trial.lines.map((line) => [line, trial.key])),
    ),
    neverSay: matrix.words.never_say.map(({ phrase, say }) => ({ phrase, say })),
    // A key or name that is an everyday word cannot be told from one.
    hidden: hidden.flatMap(({ key, name }) =>
      [key, name].filter((words) => /[ _-]/.test(words)).map((words) => ({ words, key })),
    ),
  };
}

function planNames(matrix: Matrix): Name[] {
  const plans = Object.values(matrix.plans).flatMap((plan) =>
    [...new Set([plan.name, ...Object.values(plan.names), ...plan.also])].map(
      (words): Name => ({ words, named: { kind: 'plan', versions: [plan.version] } }),
    ),
  );
  const past = Object.values(matrix.versions)
    .filter((version) => version.status === 'past' && !plans.some((plan) => plan.words === version.name))
    .map((version): Name => ({ words: version.name, named: { kind: 'plan', versions: [version.key] } }));
  return [...plans, ...past];
}
