/** A product enters; the lists that it can speak of leave: none of tenants where there is one, or where it is a demo. */

import type { Product } from '../product.ts';
import { LISTS, type ListDefinition } from './lists.ts';

export function listsOf({ singleTenant, demo }: Product): readonly ListDefinition[] {
  return singleTenant || demo ? LISTS.filter(({ forProviders }) => !forProviders) : LISTS;
}
