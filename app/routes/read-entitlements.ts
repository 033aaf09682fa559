/** A holder enters; the one normalised payload that a front end reads leaves. */

import type { LimitVerdict } from '../evaluator/judge-limit.ts';
import type { LimitRule, LimitValue } from '../evaluator/table.ts';
import { notIncluded } from '../gates/capability-gate.ts';
import type { Product } from '../product.ts';
import { readUsage } from '../records/read-usage.ts';
import { isOffered } from '../roles/require-role.ts';
import type { Holder } from '../session/holder.ts';
import { limitInWords } from '../words/limit-in-words.ts';

export interface LimitEntry {
  readonly limit: LimitValue;
  readonly unit: string;
  readonly per_seconds?: number;
  /** `available: false` when nothing counts it or it cannot be read; never 0 in its place. */
  readonly usage: { readonly available: true; readonly observed: number } | { readonly available: false };
  /** What one more would be answered, where usage is known. */
  readonly next?: LimitVerdict;
}

export interface UpgradeReason {
  readonly key: string;
  readonly message: string;
}

export interface Entitlements {
  readonly plan_version: string;
  readonly plan_name: string;
  readonly subscription_state: string;
  readonly capabilities: readonly string[];
  readonly limits: Readonly<Record<string, LimitEntry>>;
  readonly upgrade_reasons: readonly UpgradeReason[];
}

export async function readEntitlements(product: Product, holder: Holder): Promise<Entitlements> {
  const { table } = product;
  const usage = await readUsage(product, holder);
  const advertised = Object.entries(table.limits).filter(([, { marker }]) => !marker);
  const limits = Object.fromEntries(
    advertised.map(([key, rule]) => [key, limitEntry(holder, key, rule, usage.get(key))]),
  );
  return {
    plan_version: holder.version,
    plan_name: holder.planName,
    subscription_state: holder.state,
    capabilities: heldCapabilities(product, holder),
    limits,
    upgrade_reasons: [...lockedReasons(product, holder), ...fullReasons(product, limits)],
  };
}

function heldCapabilities({ table }: Product, { evaluator }: Holder): string[] {
  return Object.entries(table.capabilities)
    .filter(([key, { marker }]) => !marker && evaluator.hasCapability(key))
    .map(([key]) => key);
}

function limitEntry(holder: Holder, key: string, rule: LimitRule, observed: number | undefined): LimitEntry {
  const known = observed !== undefined && Number.isFinite(observed);
  return {
    limit: holder.evaluator.getLimit(key),
    unit: rule.other,
    ...(rule.perSeconds !== undefined && { per_seconds: rule.perSeconds }),
    usage: known ? { available: true, observed } : { available: false },
    ...(known && { next: holder.evaluator.checkLimit(key, observed + 1) }),
  };
}

/** One reason for each capability that has a page, is not included, and is for this role. */
function lockedReasons({ table }: Product, holder: Holder): UpgradeReason[] {
  return Object.values(table.gates)
    .filter((gate) => gate.locked && isOffered(gate, holder) && !holder.evaluator.hasCapability(gate.key))
    .map(({ key }) => ({ key, message: notIncluded(table, key) }));
}

/** One reason for each counted limit whose number is used up; a rate only asks for patience. */
function fullReasons({ table }: Product, limits: Readonly<Record<string, LimitEntry>>): UpgradeReason[] {
  return Object.entries(limits).flatMap(([key, entry]) => {
    const rule = table.limits[key];
    if (rule?.counts !== 'counted' || entry.next !== 'hard_block' || typeof entry.limit !== 'number') return [];
    return [{ key, message: `${limitInWords(rule, entry.limit)} included and in use.` }];
  });
}
