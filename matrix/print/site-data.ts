/** The matrix goes in; what the pricing page shows, in ready words and in page order, comes out as JSON. */
import { currentVersion, offeredLines, offeredPlans, publicCapabilities, publicLimits } from '../public.ts';
import type { Matrix, Plan } from '../types.ts';
import { isHeld } from '../value.ts';
import { comparison } from './comparison.ts';
import { offeredAddons } from './offered-addons.ts';
import { limitWords, moneyWords, priceWords } from './words.ts';

export function printSiteData(matrix: Matrix, origin: string): string {
  const lines = offeredLines(matrix).map((line) => ({
    key: line.key,
    name: line.name,
    plans: offeredPlans(matrix, line.key).map((plan) => sitePlan(matrix, plan)),
    groups: comparison(matrix, line.key),
    addons: offeredAddons(matrix, line.key),
  }));
  const { product, digest, currency } = matrix;
  return `${JSON.stringify({ '//': origin, product, digest, currency, lines }, null, 2)}\n`;
}

function sitePlan(matrix: Matrix, plan: Plan) {
  const version = currentVersion(matrix, plan);
  const [any] = version.prices.filter((price) => price.interval === 'any');
  const base = publicBase(matrix, plan);
  const month = priceWords(matrix, version.prices, 'month');
  const year = priceWords(matrix, version.prices, 'year');
  return {
    key: plan.key,
    name: plan.name,
    ...(plan.summary && { summary: plan.summary }),
    ...(plan.badge && { badge: plan.badge }),
    sale: plan.sale === 'on_request' ? 'request' : 'buy',
    ...(any && { headline: moneyWords(matrix, any.value) }),
    prices: { ...(month && { month }), ...(year && { year }) },
    ...(base && { everything_in: base.name }),
    adds: added(matrix, plan, base),
    limits: publicLimits(matrix, plan.line).flatMap((limit) => {
      const words = limitWords(matrix, version.limits[limit.key]!.value);
      return words ? [{ name: limit.name, words }] : [];
    }),
  };
}

/** The nearest plan on offer that this one is built on. */
function publicBase(matrix: Matrix, plan: Plan): Plan | undefined {
  const offered = new Set(offeredPlans(matrix).map((one) => one.key));
  const key = currentVersion(matrix, plan).builds_on.find((name) => offered.has(name));
  return key ? matrix.plans[key] : undefined;
}

function added(matrix: Matrix, plan: Plan, base: Plan | undefined): string[] {
  const has = (one: Plan, key: string) => isHeld(currentVersion(matrix, one).capabilities[key]!.value);
  return publicCapabilities(matrix)
    .filter((one) => has(plan, one.key) && !(base && has(base, one.key)))
    .map((one) => one.name);
}
