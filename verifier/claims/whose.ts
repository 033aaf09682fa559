/** A value's place in a clause goes in; the plans that it is said of come out. */
import type { Claim } from './claim.ts';
import type { Item } from './items.ts';
import type { Clause } from './sentence-claims.ts';

type Plans = Extract<Item, { kind: 'plans' }>;

export interface Whose {
  plans: Claim['plans'];
  relation?: Plans['relation'];
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
export function whose({ items, context }: Clause, value: Item, valueKinds: readonly Item['kind'][]): Whose | undefined {
  const groups = items.filter((item): item is Plans => item.kind === 'plans');
  const first = items.find((item) => valueKinds.includes(item.kind));
  const plansFirst = groups[0] && first && groups[0].from < first.from;
  const before = groups.filter((group) => group.to <= value.from).at(-1);
  const after = groups.find((group) => group.from >= value.to);
  const group = plansFirst ? before : after;
  if (group) return { plans: { known: group.versions }, relation: group.relation, certain: true, from: Math.min(group.from, value.from), to: Math.max(group.to, value.to) };
  if (groups.length) return undefined;
  const plans = context.plans ?? { unknown: '' };
  return { plans, certain: !('unknown' in plans), context: true, from: value.from, to: value.to };
}
