/** Documents go in; the product, plans and keys that they speak of, and the words in which their values are sought, come out. */
import type { Found } from '../../matrix/draft/types.ts';
import type { Document } from './document.ts';
import { findKeys } from './find-keys.ts';
import { findPlans } from './find-plans.ts';
import { productName } from './product-name.ts';
import { withoutUnsure } from './unsure.ts';

/** No value yet, and nothing that the documents do not name. */
export function findDraft(documents: readonly Document[]): { found: Found; sure: Document[] } {
  const plans = findPlans(documents);
  const product = productName(documents) ?? 'Product';
  const names = plans.map((plan) => plan.name);
  const sure = documents.map(({ path, blocks }) => ({ path, blocks: withoutUnsure(blocks, names) }));
  return { found: { product, plans, keys: findKeys(sure, plans, product) }, sure };
}
