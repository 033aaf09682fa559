/** A sentence's items go in; the clauses that each say something of their own come out. */
import type { Item } from './items.ts';

const STRONG = /;|(?:,|\s[–—-])\s*(?:and|but|while|whereas|yet|so)\b|\b(?:while|whereas|but)\b/giu;
const SAYING: readonly Item['kind'][] = ['amount', 'money', 'unlimited', 'free'];

/**
 * Splits only where both sides name a plan and bind something to it; "X, Y and Z are part of Pro" stays whole, and so does
 * "Pro adds X, and 90 days of Y, while Cloud …" up to "while".
 */
export function clausesOf(words: string, items: readonly Item[]): Item[][] {
  const clauses: Item[][] = [];
  const rest = sayingFrom(items);
  const marks = Array.from(words.matchAll(STRONG), (match) => match.index);
  let from = 0;
  let at = 0;
  let said = { plans: false, binds: false };
  marks.forEach((mark, m) => {
    for (; items[at] && items[at]!.to <= mark; at++) said = adding(said, items[at]!);
    const next = rest[at];
    if (!(said.plans && said.binds && next?.plans && next.binds)) return;
    if (!namesPlan(items, at, marks[m + 1] ?? words.length)) return;
    clauses.push(items.slice(from, at));
    from = at;
    said = { plans: false, binds: false };
  });
  return [...clauses, items.slice(from)];
}

/** Whether a plan stands before `end`. Items are walked once for each stretch between two marks. */
function namesPlan(items: readonly Item[], at: number, end: number): boolean {
  for (let i = at; items[i] && items[i]!.from < end; i++) if (items[i]!.kind === 'plans') return true;
  return false;
}

interface Said {
  plans: boolean;
  binds: boolean;
}

/** For each item, what it and those after it say. */
function sayingFrom(items: readonly Item[]): Said[] {
  const out: Said[] = [];
  let said: Said = { plans: false, binds: false };
  for (let at = items.length - 1; at >= 0; at--) {
    said = adding(said, items[at]!);
    out[at] = said;
  }
  return out;
}

function adding({ plans, binds }: Said, item: Item): Said {
  const says = SAYING.includes(item.kind) || (item.kind === 'word' && item.class !== 'not');
  return { plans: plans || item.kind === 'plans', binds: binds || says };
}
