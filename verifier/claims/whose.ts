/** A value's place in a clause goes in; the plans that it is said of come out. */
import type { Claim } from './claim.ts';
import type { Item, PlansItem } from './items.ts';
import type { Clause } from './sentence-claims.ts';

export interface Whose {
  plans: Claim['plans'];
  relation?: PlansItem['relation'];
  certain: boolean;
  /** No plan stands in the clause itself. */
  context?: boolean;
  from: number;
  to: number;
}

/**
 * "Relay keeps 14 days and Pro 90": the plan before each value. "7 days on Community, 14 on Relay": where a value comes
 * before any plan, the plan after each. No plan at all: what heading, row or session say.
 */
export function whose(
  { items, words, context, reading }: Clause,
  value: Item,
  valueKinds: readonly Item['kind'][],
): Whose | undefined {
  const groups = ownersIn(items);
  const first = items.find((item) => valueKinds.includes(item.kind));
  const plansFirst = groups[0] && first && groups[0].from < first.from;
  const before = groups.filter((group) => group.to <= value.from).at(-1);
  const after = groups.find((group) => group.from >= value.to);
  const group = plansFirst ? before : after;
  if (group && !plansFirst && !binds(items, words, value, group)) return undefined;
  if (group) {
    const { versions, relation } = group;
    return {
      plans: { known: versions },
      relation,
      certain: true,
      from: Math.min(group.from, value.from),
      to: Math.max(group.to, value.to),
    };
  }
  if (groups.length) return undefined;
  if (value.kind === 'unlimited' && EVERYBODY.test(words))
    return {
      plans: { known: Object.values(reading.vocabulary.offered).flat() },
      certain: true,
      context: true,
      from: value.from,
      to: value.to,
    };
  const plans = (!context.apart && context.plans) || { unknown: '' };
  return { plans, certain: !('unknown' in plans), context: true, from: value.from, to: value.to };
}

/** "We never cap how many …": said of all who buy. */
const EVERYBODY =
  /^\s*(?:\p{Lu}\p{L}+|[Ww]e) (?:never|do not|don['’]t|does not|doesn['’]t) (?:ever )?(?:cap|limit|restrict|meter)s?\b/u;

/** "Relay doubles Community's history": whose history it was is not who has it now. */
function ownersIn(items: readonly Item[]): PlansItem[] {
  const groups = items.filter((item): item is PlansItem => item.kind === 'plans');
  const others = groups.filter((group) => !group.possessive);
  return others[0] && groups[0] !== undefined && others[0] === groups[0] ? others : groups;
}

/** A plan after its value has to be bound to it: "14 days on Relay", "$39 for Relay", "$4.99 gets you Relay". */
function binds(items: readonly Item[], words: string, value: Item, group: PlansItem): boolean {
  const between = words.slice(value.to, group.from);
  if (
    /\b(?:on|in|for|with|of|gets? you|buys?(?: you)?|under|to|at|by|:|is|are)(?:\s+(?:the|your|our|only))*\s*$|[(:=]\s*(?:the\s*)?$/i.test(
      between,
    )
  )
    return !/[;]/.test(between);
  if (/\b(?:for|at)\s+(?:just |only )?$/i.test(words.slice(0, value.from)) && /^,?\s*(?:you get |get )?$/.test(between))
    return true;
  return items.indexOf(group) - items.indexOf(value) === 1 && /^[\s(,–—-]*$/.test(between) && !/^\s*,/.test(between);
}
