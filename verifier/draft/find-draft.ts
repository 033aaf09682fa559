/** Documents go in; the product, plans and keys that they speak of come out. No value yet, and nothing that they do not name. */
import { findKeys } from './find-keys.ts';
import { findPlans } from './find-plans.ts';
import { productName } from './product-name.ts';
import type { Found } from '../../matrix/draft/types.ts';
import type { Document } from './document.ts';

export function findDraft(documents: readonly Document[]): Found {
  const plans = findPlans(documents);
  const product = productName(documents) ?? 'Product';
  return { product, plans, keys: findKeys(documents, plans, product) };
}
