/** An amount in a clause goes in; the amounts that stand in one list with it come out: "7, 14 and 90 days". */
import type { Item } from './items.ts';
import type { Clause } from './sentence-claims.ts';

/** Itself alone, or every member of its list, in order. Members count the same thing, or leave that to the last. */
export function listOf(clause: Clause, item: Item): Item[] {
  const { items } = clause;
  const at = items.indexOf(item);
  let [first, last] = [at, at];
  while (first > 0 && joined(clause, items[first - 1]!, items[first]!)) first -= 1;
  while (last + 1 < items.length && joined(clause, items[last]!, items[last + 1]!)) last += 1;
  return items.slice(first, last + 1);
}

function joined(clause: Clause, one: Item, next: Item): boolean {
  const { words } = clause;
  if (
    !isCount(one) ||
    !isCount(next) ||
    !/^\s*(?:,|\/|\||·|,?\s*(?:and|or|&))\s*$/.test(words.slice(one.to, next.from))
  )
    return false;
  const [mine, its] = [counted(clause, one), counted(clause, next)];
  if (one.kind === 'unlimited' || next.kind === 'unlimited') return mine === undefined || its === undefined;
  return mine === undefined || mine === its;
}

function isCount(item: Item): boolean {
  return item.kind === 'amount' || item.kind === 'unlimited';
}

/** "20 projects, unlimited templates": each counts its own. */
function counted({ items, words, reading }: Clause, item: Item): string | undefined {
  if (item.kind === 'amount') return item.key ?? item.unit;
  const next = items[items.indexOf(item) + 1];
  const own = next?.kind === 'key' && next.subject.kind === 'limit' && words.slice(item.to, next.from) === ' ';
  return own ? reading.vocabulary.limits[next.subject.key]?.unit : undefined;
}
