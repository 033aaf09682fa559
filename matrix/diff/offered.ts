/** Two matrices go in; what a plan is sold as from now on, where that is another version than before, comes out. */
import type { Matrix } from '../types.ts';
import { cellHoldings } from './cells.ts';
import { contractOf } from './contract.ts';
import type { Pairs } from './pair.ts';
import { priceHoldings } from './prices.ts';
import { termHoldings } from './terms.ts';
import type { Holding, Offered } from './types.ts';

/** Nobody holds the new version yet, so nothing breaks. */
export function offeredIn({ before, after, pairs }: { before: Matrix; after: Matrix; pairs: Pairs }): Offered[] {
  return pairs.plans.flatMap((plan) => {
    if (!plan.before || !plan.after || plan.before.version === plan.after.version) return [];
    const [was, is] = [before.versions[plan.before.version], after.versions[plan.after.version]];
    if (!was || !is || before.versions[is.key]) return [];
    const both = [{ ...contractOf({ before: was, after: is }, pairs.planNow), holder: is.key, published: false }];
    const changes = [...cellHoldings(both, pairs.keys), ...priceHoldings(both, 'versions'), ...termHoldings(both)].map(
      (one): Holding => ({ ...one, breaks: false }),
    );
    return [{ plan: plan.after.key, version: is.key, instead_of: was.key, changes }];
  });
}
