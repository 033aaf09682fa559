/** A list's definition enters; its page leaves: the table for who may, the locked notice for who may not. */

import { TOPICS } from '../events/topics.ts';
import { findGate } from '../gates/find-gate.ts';
import type { Product } from '../product.ts';
import type { ListDefinition } from '../records/lists.ts';
import { readList } from '../records/read-list.ts';
import { isOffered } from '../roles/require-role.ts';
import { roleRequiredPage } from '../roles/role-notice.ts';
import { notFound } from '../routes/read-body.ts';
import { trialOffer } from '../trial/trial-offer.ts';
import { dataTable } from './data-table.ts';
import { lockedPage } from './locked-page.ts';
import type { PageBuilder } from './show-page.ts';

export function listPage(
  product: Product,
  list: ListDefinition,
  page: NonNullable<ListDefinition['page']>,
): PageBuilder {
  const gate = findGate(product.table, page.path);
  const live = TOPICS.find((topic) => topic.table === list.table)?.event;
  return async ({ var: { holder } }) => {
    const shown = isOffered(gate, holder) && holder.evaluator.hasCapability(gate.key);
    if (product.demo && !shown) throw notFound();
    if (!isOffered(gate, holder)) return roleRequiredPage(product.table, gate, page.nav);
    if (!holder.evaluator.hasCapability(gate.key))
      // The page says why it is locked also while nothing can be read.
      return lockedPage(gate, page.about, await trialOffer(product, holder, gate.key).catch(() => undefined));
    const rows = await readList(product.database, list, holder.organisation.id);
    const body = dataTable({ caption: page.caption, columns: list.columns, rows, live });
    return { title: page.nav, intro: page.about, body, live: live !== undefined && !product.demo };
  };
}
