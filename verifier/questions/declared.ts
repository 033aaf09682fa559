/** What a surface must state goes in; the facts to look for there, one per contract and subject, come out. */

import { published } from '../../matrix/expect/published.ts';
import { offeredPlans, publicCapabilities, publicLimits, standardPrices } from '../../matrix/public.ts';
import type { Matrix, Plan, Subject } from '../../matrix/types.ts';
import type { MustState } from '../config/types.ts';
import type { Exclusion } from '../types.ts';

export interface DeclaredFact {
  version: string;
  subject: Subject;
  /** Of a price that stands in several: each has to be stated. */
  currency?: string;
  /** The page or file that has to state it; any when left out. */
  on?: string;
  /** Nobody knows: missing at the first look and there at the second, or on a page that could not be looked at. */
  unstable?: true;
}

export interface Declared {
  facts: DeclaredFact[];
  excluded: Exclusion[];
  /** Plans or keys that the matrix does not have, in words. */
  unknown: string[];
}

export function declaredFacts(matrix: Matrix, surface: string, must: readonly MustState[] = []): Declared {
  const facts = new Map<string, DeclaredFact>();
  const unknown: string[] = [];
  let silent = 0;
  for (const one of must) {
    for (const plan of plansOf(matrix, one, unknown)) {
      for (const subject of subjectsOf(matrix, plan, one, unknown)) {
        const version = plan.version;
        if (!published(matrix, matrix.versions[version]!, subject).length) silent += 1;
        else
          for (const currency of currenciesOf(matrix, version, subject))
            for (const on of one.on ?? [undefined])
              facts.set([version, subject.kind, subject.key, subject.facet, currency, on].join('/'), {
                version,
                subject,
                ...(currency && { currency }),
                ...(on && { on }),
              });
      }
    }
  }
  const reason = 'the matrix does not say what these plans have';
  return {
    facts: [...facts.values()],
    unknown,
    excluded: silent
      ? [{ surface, what: 'facts that had to be stated', count: silent, reason, owner: 'matrix', of: 'question' }]
      : [],
  };
}

/** `undefined`: any, as there is but one, or none. */
function currenciesOf(matrix: Matrix, version: string, { kind, facet }: Subject): (string | undefined)[] {
  if (kind !== 'price') return [undefined];
  const prices = standardPrices(matrix.versions[version]!.prices).filter(({ interval }) => interval === facet);
  const all = [
    ...new Set(prices.flatMap(({ value }) => (value.kind === 'money' && value.minor ? [value.currency] : []))),
  ];
  return all.length > 1 ? all : [undefined];
}

function plansOf(matrix: Matrix, { plans }: MustState, unknown: string[]): Plan[] {
  if (plans === 'offered') return offeredPlans(matrix);
  return plans.flatMap((key) => {
    const plan = matrix.plans[key];
    if (!plan) unknown.push(`there is no plan \`${key}\``);
    return plan ? [plan] : [];
  });
}

function subjectsOf(matrix: Matrix, plan: Plan, { keys = [], prices }: MustState, unknown: string[]): Subject[] {
  const all =
    keys === 'advertised'
      ? [...publicCapabilities(matrix), ...publicLimits(matrix, plan.line)].map((one) => one.key)
      : keys;
  const intervals = new Set(standardPrices(matrix.versions[plan.version]!.prices).map((price) => price.interval));
  return [
    ...all.flatMap((key): Subject[] => {
      if (matrix.capabilities[key]) return [{ kind: 'capability', key }];
      if (matrix.limits[key]) return [{ kind: 'limit', key, facet: 'hard' }];
      unknown.push(`there is no key \`${key}\``);
      return [];
    }),
    ...(prices ? [...intervals].map((facet): Subject => ({ kind: 'price', key: 'price', facet })) : []),
  ];
}
