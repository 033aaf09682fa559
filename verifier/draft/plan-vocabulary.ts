/** Plans go in; the vocabulary of a company of which nothing is known but their names comes out. */

import type { FoundPlan } from '../../matrix/draft/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Reading } from '../claims/items.ts';
import { newReading } from '../claims/new-reading.ts';

const ALL = 'plans';

/** Versions bear the names of their plans. */
function planVocabulary(product: string, plans: readonly FoundPlan[]): Vocabulary {
  const names = plans.map((plan) => plan.name);
  return {
    product,
    locale: 'en',
    currency: 'USD',
    names: names.map((name) => ({ words: name, named: { kind: 'plan', versions: [name] } })),
    limits: {},
    offered: { [ALL]: names },
    lineOf: Object.fromEntries(names.map((name) => [name, ALL])),
    ofLine: { [ALL]: names },
    short: [],
    qualified: [],
    trials: {},
    neverSay: [],
    mustSay: [],
    retiredNames: [],
    hidden: [],
  };
}

export function planReading(product: string, plans: readonly FoundPlan[]): Reading {
  return newReading(planVocabulary(product, plans));
}
