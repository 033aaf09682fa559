/** The part of a matrix that the public is shown: plans on offer, by product line, and the keys that are advertised. */
import type { Capability, Limit, Line, Matrix, Plan, PriceCell, Version } from './types.ts';

export function isOffered(plan: Plan): boolean {
  return plan.sale === 'on_sale' || plan.sale === 'on_request';
}

/** Plans that can be had today, in page order. */
export function offeredPlans(matrix: Matrix, line?: string): Plan[] {
  return matrix.order.plans
    .map((key) => matrix.plans[key]!)
    .filter((plan) => isOffered(plan) && (!line || plan.line === line));
}

/** Lines that have a plan on offer, in page order. */
export function offeredLines(matrix: Matrix): Line[] {
  return matrix.order.lines
    .map((key) => matrix.lines[key]!)
    .filter((line) => offeredPlans(matrix, line.key).length > 0);
}

/** Advertised capabilities, in page order. */
export function publicCapabilities(matrix: Matrix): Capability[] {
  return matrix.order.capabilities.map((key) => matrix.capabilities[key]!).filter((one) => one.audience === 'public');
}

/** Advertised limits that concern `line`, in page order. */
export function publicLimits(matrix: Matrix, line: string): Limit[] {
  return matrix.order.limits
    .map((key) => matrix.limits[key]!)
    .filter((one) => one.audience === 'public' && (one.lines.length === 0 || one.lines.includes(line)));
}

export function currentVersion(matrix: Matrix, plan: Plan): Version {
  return matrix.versions[plan.version]!;
}

/** The prices that everybody is asked for: none for the first customers, for a while, struck through or retired. */
export function standardPrices(prices: readonly PriceCell[]): PriceCell[] {
  return prices.filter((price) => price.kind === undefined);
}
