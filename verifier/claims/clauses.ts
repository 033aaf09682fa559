/** A sentence's items go in; the clauses that each say something of their own come out. */
import type { Item } from './items.ts';

const STRONG = /;|(?:,|\s[–—-])\s*(?:and|but|while|whereas|yet|so)\b|\b(?:while|whereas|but)\b/giu;

/** Splits only where both sides name a plan and bind something to it; "X, Y and Z are part of Pro" stays whole. */
export function clausesOf(words: string, items: Item[]): Item[][] {
  for (const match of words.matchAll(STRONG)) {
    const left = items.filter((item) => item.to <= match.index);
    const right = items.filter((item) => item.from >= match.index);
    if (speaks(left) && speaks(right)) return [left, ...clausesOf(words, right)];
  }
  return [items];
}

function speaks(items: Item[]): boolean {
  const plans = items.some((item) => item.kind === 'plans');
  return plans && items.some((item) => ['amount', 'money', 'unlimited', 'free'].includes(item.kind) || (item.kind === 'word' && item.class !== 'not'));
}
