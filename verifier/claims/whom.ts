/** Words that only say who has something go in; those plans come out: "Pro and above", "Team, Business", "All plans". */
import type { Claim } from './claim.ts';
import { itemsOf, type Reading } from './items.ts';

const EVERYBODY = /^(?:all|any|every(?:one|body)?|all (?:plans|tiers|editions|customers|users)|any plan|every plan)$/i;
const BESIDE =
  /^(?:[\s()[\]*:,.;/|+&–—-]|\b(?:the|a|an|plans?|tiers?|editions?|licen[cs]es?|subscriptions?|customers?|users?|trials?|only|and|or|on|in|for|legacy|hosted|custom|required|requires?)\b)*$/i;

/** Who is not named does not have it, as far as plans below the named ones go. Nothing where other words stand there. */
export function whomOf(reading: Reading, value: string): Pick<Claim, 'plans' | 'relation'> | undefined {
  const words = value.trim();
  const { offered } = reading.vocabulary;
  if (EVERYBODY.test(words)) return { plans: { known: Object.values(offered).flat() } };
  const items = itemsOf(reading, words, true);
  const plans = items.filter((one) => one.kind === 'plans');
  if (!plans.length || items.some((one) => one.kind !== 'plans' && !isBinding(one))) return undefined;
  const rest = plans.reduceRight((left, one) => `${left.slice(0, one.from)} ${left.slice(one.to)}`, words);
  if (!BESIDE.test(rest)) return undefined;
  const known = [...new Set(plans.flatMap((one) => one.versions))];
  return { plans: { known }, relation: 'only_from' };
}

function isBinding(item: { kind: string; class?: string }): boolean {
  return item.kind === 'word' && ['only', 'requires', 'trial'].includes(item.class ?? '');
}
