/** Documents go in; the product, plans and keys that they speak of, and the words in which their values are sought, come out. */
import type { Found } from '../../matrix/draft/types.ts';
import type { Document } from './document.ts';
import { findKeys } from './find-keys.ts';
import { findPlans } from './find-plans.ts';
import { folded } from './merge-keys.ts';
import { productName } from './product-name.ts';
import { withoutUnsure } from './unsure.ts';

/** No value yet, and nothing that the documents do not name. */
export function findDraft(documents: readonly Document[]): { found: Found; sure: Document[] } {
  const plans = findPlans(documents);
  const title = productName(documents) ?? UNNAMED;
  const names = plans.map((plan) => plan.name);
  const sure = documents.map(({ path, blocks }) => ({ path, blocks: withoutUnsure(blocks, names) }));
  const keys = findKeys(sure, plans, title);
  // A page about one feature bears the name of that.
  const isKey = keys.some(({ name, also }) => [name, ...also].some((one) => folded(one) === folded(title)));
  return { found: { product: isKey ? UNNAMED : title, plans, keys }, sure };
}

const UNNAMED = 'Product';
