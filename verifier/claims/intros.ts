/** A short paragraph before a list goes in; whose the list's points are comes out. */
import type { Claim } from './claim.ts';
import { planOf } from './headings.ts';
import { itemsOf, type Reading } from './items.ts';
import { isPromise } from './promise.ts';
import { OTHER_PLANS } from './sentence-claims.ts';

/** What every plan has in common, said once above their cards. */
const ALL_OF_THEM = /^\s*(?:(?:included )?(?:in|on|with|for)\s+)?(?:every|all|each)\b/i;

/** `undefined`: the surroundings stay what they are. `nobody`: the points promise nothing that can be told. */
export function introOf(reading: Reading, words: string): Claim['plans'] | 'nobody' | undefined {
  const alone = planOf(reading, words, false);
  if (alone) return { known: alone.versions };
  if (!/[:：]\s*$/.test(words)) return undefined;
  const items = itemsOf(reading, words);
  const plans = items.filter((item) => item.kind === 'plans');
  const [only] = items;
  if (items.length === 1 && only?.kind === 'plans' && ALL_OF_THEM.test(words)) return { known: only.versions };
  const denies = items.some((item) => item.kind === 'word' && ['not', 'requires'].includes(item.class));
  if (OTHER_PLANS.test(words)) return 'nobody';
  if (denies || !isPromise(words) || /\b(?:instead|except|examples?|compared?|differs?|optional)\b/i.test(words))
    return 'nobody';
  if (!plans.length) return undefined;
  const [plan] = plans;
  const gives = items.some((item) => item.kind === 'word' && ['has', 'part'].includes(item.class));
  const one = plans.length === 1 && plan?.kind === 'plans' && !plan.relation && !plan.possessive;
  return one && gives ? { known: plan.versions } : 'nobody';
}
