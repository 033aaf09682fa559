/** A document's blocks go in; the plan of each box among its like that opens with a plan's name, and not with a heading, comes out. */
import { planOf } from './headings.ts';
import type { Reading } from './items.ts';
import type { Block, Box } from './text.ts';

/** A badge may stand before the name. */
const LOOKED_AT = 2;

export function plansOfBoxes(reading: Reading, blocks: readonly Block[]): ReadonlyMap<Box, string[]> {
  const plans = new Map<Box, string[]>();
  const seen = new Map<Box, number>();
  for (const block of blocks)
    for (const box of block.boxes ?? []) {
      const before = seen.get(box) ?? 0;
      seen.set(box, before + 1);
      if (before >= LOOKED_AT || plans.has(box) || (block.kind !== 'paragraph' && block.kind !== 'item')) continue;
      const plan = planOf(reading, block.text.value);
      if (plan) plans.set(box, plan.versions);
    }
  const named = new Map<object, Set<string>>();
  for (const [{ among }, [plan = '']] of plans) named.set(among, (named.get(among) ?? new Set()).add(plan));
  return new Map([...plans].filter(([{ among }]) => named.get(among)!.size > 1));
}
