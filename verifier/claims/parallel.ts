/** An amount in a clause goes in; the amounts that stand in one list with it come out: "7, 14 and 90 days". */
import type { Item } from './items.ts';
import type { Clause } from './sentence-claims.ts';

/** Itself alone, or every member of its list, in order. Members count the same thing, or leave that to the last. */
export function listOf({ items, words }: Clause, item: Item): Item[] {
  const at = items.indexOf(item);
  let [first, last] = [at, at];
  while (first > 0 && joined(words, items[first - 1]!, items[first]!)) first -= 1;
  while (last + 1 < items.length && joined(words, items[last]!, items[last + 1]!)) last += 1;
  return items.slice(first, last + 1);
}

function joined(words: string, one: Item, next: Item): boolean {
  if (
    !isCount(one) ||
    !isCount(next) ||
    !/^\s*(?:,|\/|\||·|,?\s*(?:and|or|&))\s*$/.test(words.slice(one.to, next.from))
  )
    return false;
  if (one.kind === 'unlimited' || next.kind === 'unlimited')
    return counted(one) === undefined || counted(next) === undefined;
  return counted(one) === undefined || counted(one) === counted(next);
}

function isCount(item: Item): boolean {
  return item.kind === 'amount' || item.kind === 'unlimited';
}

function counted(item: Item): string | undefined {
  return item.kind === 'amount' ? (item.key ?? item.unit) : undefined;
}
