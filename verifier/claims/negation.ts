/** A clause's items and one of them go in; whether the clause denies it comes out. */
import type { Item } from './items.ts';

const VALUES: readonly Item['kind'][] = ['plans', 'amount', 'unlimited', 'money', 'free', 'on_request', 'base'];

/** "does not keep 90 days", "no 14 days": a "not" since the plan or value before it; "neither Relay nor Pro keeps 30". */
export function negated(items: readonly Item[], value: Item): boolean {
  for (let at = items.indexOf(value) - 1; at >= 0; at--) {
    const one = items[at]!;
    if (isNot(one)) return true;
    if (VALUES.includes(one.kind)) return one.kind === 'plans' && isNot(items[at - 1]);
  }
  return false;
}

/** How the word before a group of plans turns what is said of it: "neither Relay nor Pro", "not Relay". */
export function turnedGroup(words: string, items: readonly Item[], group: Item): 'denied' | 'unclear' | undefined {
  const before = items[items.indexOf(group) - 1];
  if (!isNot(before) || !before) return undefined;
  const said = words.slice(before.from, group.from).toLowerCase();
  if (/^neither (?:of )?(?:the )?$/.test(said) || /^not even (?:the )?$/.test(said)) return 'denied';
  return /^\S+\s+(?:on |in |for |with |the )*$/.test(said) ? 'unclear' : undefined;
}

function isNot(item: Item | undefined): boolean {
  return item?.kind === 'word' && item.class === 'not';
}
