/** A product line goes in; what all its plans have alike comes out, so that a page says it once. */
import type { SiteLimit, SiteLine, SitePlan } from './entitlements.ts';

export interface LineShares {
  everything_in?: string;
  adds: string[];
  limits: SiteLimit[];
}

export function lineShares({ plans }: SiteLine): LineShares {
  const [first, ...others] = plans;
  if (!first || others.length === 0) return { adds: [], limits: [] };
  const oneBase = others.every((plan) => plan.everything_in === first.everything_in);
  return {
    everything_in: oneBase ? first.everything_in : undefined,
    adds: oneBase ? first.adds.filter((name) => others.every((plan) => plan.adds.includes(name))) : [],
    limits: first.limits.filter((limit) => others.every((plan) => hasLimit(plan, limit))),
  };
}

/** What stands on a plan's own card: everything that its line does not share. */
export function ownParts(plan: SitePlan, shares: LineShares): LineShares {
  return {
    everything_in: shares.everything_in ? undefined : plan.everything_in,
    adds: plan.adds.filter((name) => !shares.adds.includes(name)),
    limits: plan.limits.filter((limit) => !hasLimit(shares, limit)),
  };
}

function hasLimit(set: { limits: SiteLimit[] }, limit: SiteLimit): boolean {
  return set.limits.some((other) => other.name === limit.name && other.words === limit.words);
}
