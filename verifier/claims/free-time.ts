/** A clause and a length of time in it go in; the "free" by which plans are said to be free for so long, a trial without the word, comes out. */
import type { Item } from './items.ts';
import type { Clause } from './sentence-claims.ts';

/** Longer than any invitation to try. */
const LONGEST = 120;

/** Words that invite, and words for what one is invited to. What else is free for a while is no plan: support, storage, a domain. */
const INVITES =
  /^(?:give|tr(?:y|ying)|test|use|start|begin|get|gets|started|enjoy|explore|evaluate|discover|experience|sign|up|take|have|go|choose|pick|see|join|you|can|may|your|it|us|this|our|the|any|every|all|each|plans?|tiers?|editions?|features?|product|app|service|platform|everything|out|today|now|completely|totally|absolutely|for|with|on|of|and|or|a|an|at|to|no|credit|card|required|risk|want|just|please|simply|yourself|team)$/i;
/** "2 months free" is mostly what paying for a year saves. */
const TRIES = /\b(?:try|test|evaluate|explore)\b/i;

/** "Try Growth free for 30 days", "14 days free, no card required". */
export function freeTime(clause: Clause, item: Item): Item | undefined {
  const { items, words } = clause;
  if (item.kind !== 'amount' || item.bound !== 'exactly' || item.per) return undefined;
  const at = items.indexOf(item);
  const [before, after] = [items[at - 1], items[at + 1]];
  const first =
    before?.kind === 'free' && /^ for (?:a |the )?(?:full |whole )?$/.test(words.slice(before.to, item.from));
  const last = after?.kind === 'free' && /^[ -](?:for |of )?$/.test(words.slice(item.to, after.from));
  if (!first && !last) return undefined;
  const [from, to] = [first ? before.from : item.from, last ? after.to : item.to];
  const short = item.unit === 'day' || item.unit === 'week';
  const meant = short || (item.unit === 'month' && TRIES.test(words.slice(0, from)));
  return meant && invites(clause, from) && ends(clause, to) ? (first ? before : after) : undefined;
}

/** All that stands before invites to plans, or names them. */
function invites({ items, words, reading }: Clause, end: number): boolean {
  if (end > LONGEST) return false;
  let rest = words.slice(0, end);
  for (const one of items.toReversed())
    if (one.to <= end && (one.kind === 'plans' || one.kind === 'line' || one.kind === 'free'))
      rest = `${rest.slice(0, one.from)} ${rest.slice(one.to)}`;
  const left = rest.replaceAll(reading.vocabulary.product, ' ').match(/[\p{L}\p{N}'’]+/gu) ?? [];
  return left.every((word) => INVITES.test(word));
}

const ENDS =
  /^\s*(?:$|[.,;!)\]–—|·•-]|(?:access|use)\s*(?:$|[.,;!])|(?:then|and|before|today|no|without|with (?:no|full|all)|on (?:the|our|any|all|every|each|us)|to (?:try|see|test|explore|evaluate|decide|find))\b)/i;

/** "… of support", "… for students", "… when you invite a friend" is something else, or somebody else's. */
function ends({ items, words }: Clause, at: number): boolean {
  const rest = words.slice(at);
  const next = items.find((one) => one.from >= at);
  const onPlan = next?.kind === 'plans' && /^ (?:on|with) (?:the |our )?$/.test(words.slice(at, next.from));
  if (!(ENDS.test(rest) || onPlan)) return false;
  return !/\b(?:annual|annually|yearly|a year|per year|refer\w*|invit\w+|friends?|students?|startups?|nonprofits?|renew\w*|extra|cancel(?:ling|ing|led)|export|migrat\w+|switch\w*|coupon|code|voucher|promo\w*|black friday)\b/i.test(
    words,
  );
}
