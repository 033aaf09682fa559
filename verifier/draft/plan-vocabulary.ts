/** Plans go in; the vocabulary of a company of which nothing is known but their names comes out. */

import type { FoundPlan } from '../../matrix/draft/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Reading } from '../claims/items.ts';
import { mayNameOf, mayNamePlanOf } from '../claims/may-name.ts';
import { nameFinder } from '../claims/names.ts';
import { openersOf } from '../claims/openers.ts';

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
  const vocabulary = planVocabulary(product, plans);
  const find = nameFinder(vocabulary);
  return {
    vocabulary,
    find,
    opens: openersOf(find),
    mayName: mayNameOf(find),
    mayNamePlan: mayNamePlanOf(find),
    known: new Map(),
    silent: new Set(),
  };
}
