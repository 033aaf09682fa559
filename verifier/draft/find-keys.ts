/** Documents and the plans that they sell go in; the capabilities and limits that they speak of come out. */

import type { FoundKey, FoundPlan } from '../../matrix/draft/types.ts';
import type { Context } from '../claims/claim.ts';
import { closeHeadings, contextAt, type Heading, headingOf } from '../claims/headings.ts';
import type { Reading } from '../claims/items.ts';
import type { Block } from '../claims/text.ts';
import type { Document } from './document.ts';
import { pointKeys } from './keys-in-points.ts';
import { proseKeys } from './keys-in-prose.ts';
import { type KeyClue, tableKeys } from './keys-in-tables.ts';
import { folded, mergeKeys } from './merge-keys.ts';
import { planReading } from './plan-vocabulary.ts';

export function findKeys(documents: readonly Document[], plans: readonly FoundPlan[], product: string): FoundKey[] {
  const reading = planReading(product, plans);
  const clues = documents.flatMap(({ blocks }) => documentClues(reading, blocks));
  return mergeKeys(clues, new Set(plans.map((plan) => folded(plan.name))));
}

function documentClues(reading: Reading, blocks: readonly Block[]): KeyClue[] {
  const headings: Heading[] = [];
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') {
      closeHeadings(headings, block);
      headings.push(headingOf(reading, block));
      return [];
    }
    if (block.apart) return [];
    const { plans, log } = contextAt(headings, block, {});
    return log ? [] : blockClues(reading, block, plans);
  });
}

function blockClues(reading: Reading, block: Exclude<Block, { kind: 'heading' }>, plans: Context['plans']): KeyClue[] {
  if (block.kind === 'table') return tableKeys(reading, block, plans !== undefined);
  const said = proseKeys(reading, block.text);
  return said.length || block.kind !== 'item' || !plans ? said : pointKeys(reading, block.text);
}
