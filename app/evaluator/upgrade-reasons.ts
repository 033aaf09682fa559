/** What a holder has and uses enters; the reasons to choose another plan leave, each with the offer that helps. */

import { createEvaluator, type Evaluator } from './create-evaluator.ts';
import { findVersion } from './find-grant.ts';
import type { LimitEntry } from './limit-entries.ts';
import { own } from './own.ts';
import type { EntitlementTable } from './table.ts';

export interface UpgradeReason {
  readonly key: string;
  readonly kind: 'capability' | 'limit';
  readonly reason: 'not_included' | 'limit_reached' | 'over_limit';
  readonly message: string;
  readonly offer: { readonly version: string; readonly plan: string; readonly name: string };
}

type Offer = UpgradeReason['offer'] & { readonly evaluator: Evaluator };

/**
 * One for each capability that a gate asks for and each counted limit that is used up, where a plan on offer in the
 * holder's own line gives it; the first of the pricing page that does is named. An administrative lock is none.
 */
export function upgradeReasons(
  table: EntitlementTable,
  evaluator: Evaluator,
  limits: Readonly<Record<string, LimitEntry>>,
): UpgradeReason[] {
  if (evaluator.suspended) return [];
  const offers = offersOf(table, evaluator.version);
  return [...missing(table, evaluator, offers), ...usedUp(table, limits, offers)];
}

function offersOf(table: EntitlementTable, version: string | undefined): Offer[] {
  const line = findVersion(table, version)?.line;
  return (table.offers ?? []).flatMap((id) => {
    const row = own(table.versions, id);
    if (!row || row.line !== line) return [];
    const evaluator = createEvaluator(table, { version: id, state: 'active' }, { onDeprecated: () => {} });
    return [{ version: id, plan: row.plan, name: row.name, evaluator }];
  });
}

function missing(table: EntitlementTable, evaluator: Evaluator, offers: readonly Offer[]): UpgradeReason[] {
  const gated = new Set(Object.values(table.gates).map(({ key }) => key));
  return Object.entries(table.capabilities).flatMap(([key, { name, marker }]) => {
    if (marker || !gated.has(key) || evaluator.hasCapability(key)) return [];
    const locked = Object.values(table.gates).find((gate) => gate.key === key && gate.locked)?.locked;
    const offer = offers.find((one) => one.evaluator.hasCapability(key));
    return reason(
      { key, kind: 'capability', reason: 'not_included' },
      offer,
      (to) => locked ?? `${name} is part of ${to}`,
    );
  });
}

function usedUp(
  table: EntitlementTable,
  limits: Readonly<Record<string, LimitEntry>>,
  offers: readonly Offer[],
): UpgradeReason[] {
  return Object.entries(limits).flatMap(([key, { limit, usage, next, over }]) => {
    const rule = own(table.limits, key);
    if (rule?.counts !== 'counted' || next !== 'hard_block' || typeof limit !== 'number' || !usage.available) return [];
    const { observed } = usage;
    const offer = offers.find((one) => one.evaluator.checkLimit(key, observed + 1) !== 'hard_block');
    const about = { key, kind: 'limit', reason: over ? 'over_limit' : 'limit_reached' } as const;
    return reason(about, offer, () => `${observed} of ${limit} ${limit === 1 ? rule.one : rule.other} in use`);
  });
}

/** Neutral words; nothing where no plan on offer helps. */
function reason(
  about: Pick<UpgradeReason, 'key' | 'kind' | 'reason'>,
  found: Offer | undefined,
  fact: (plan: string) => string,
): UpgradeReason[] {
  if (!found) return [];
  const { version, plan, name } = found;
  const act = about.kind === 'limit' ? `Choose ${name} for more` : `Choose ${name} to use it`;
  return [{ ...about, message: `${fact(name)}. ${act}.`, offer: { version, plan, name } }];
}
