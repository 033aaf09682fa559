/** A value in a clause goes in; the limit that it is about comes out. */
import type { Item } from './items.ts';
import { listOf } from './parallel.ts';
import { isTime } from './phrases.ts';
import type { Clause } from './sentence-claims.ts';
import { tokensOf } from './tokens.ts';

type Amount = Extract<Item, { kind: 'amount' }>;

/** The limit that an amount is about: by name, by a unit that one limit alone has, or by the words around a time. */
export function limitOf(clause: Clause, item: Amount, before: string | undefined): string | undefined {
  const { limits } = clause.reading.vocabulary;
  const context = clause.context.subject?.kind === 'limit' ? clause.context.subject.key : undefined;
  if (item.key) return item.key;
  const said = before ?? sharedAhead(clause, item) ?? listed(clause, item);
  if (!item.unit) {
    if (context) return isWhole(clause, item) ? context : undefined;
    return said && !(item.words && item.n === 1) && endsThere(clause, item) && !isCompared(clause, item)
      ? said
      : undefined;
  }
  const fitting = Object.keys(limits).filter(
    (key) => limits[key]!.unit === item.unit || (isTime(item.unit!) && isTime(limits[key]!.unit)),
  );
  if (!isTime(item.unit) && fitting.length < 2) return fitting[0];
  const named = nearestLimit(clause, item);
  if (named && fitting.includes(named)) return named;
  if (context && fitting.includes(context)) return context;
  return said && fitting.includes(said) ? said : undefined;
}

/** A cell under a limit's name that holds a number, and no words but "up to" or "max.". */
function isWhole({ words }: Clause, item: Amount): boolean {
  const rest = `${words.slice(0, item.from)}|${words.slice(item.to)}`;
  return /^\s*(?:up to|at most|max\.?|maximum|≤|at least|min\.?)?\s*\|\s*(?:\+|or more|max\.?|included|\(max\.?\))?\s*$/i.test(
    rest,
  );
}

/** "Relay 14 and Pro 90": a bare number counts what the one before it counted, when nothing else follows it. */
export function endsThere({ words }: Clause, item: Item): boolean {
  return /^\s*(?:$|[.,;)]|and\b|or\b|on\b|in\b|for\b|with\b|per\b)/.test(words.slice(item.to));
}

/** "25 forms compared to Hobby's 3" */
function isCompared({ words }: Clause, item: Item): boolean {
  return /\b(?:compared|than|versus|vs|instead|unlike|not)\b[^,;]*$/i.test(
    words.slice(Math.max(0, item.from - 60), item.from),
  );
}

/** "Team members: Hobby 1, Studio 5": a limit's name that heads pairs of a plan and a number; or "7, 14 and 90 days". */
function listed(clause: Clause, item: Amount): string | undefined {
  const { items, words } = clause;
  const label = labelOf(clause, item);
  if (label && endsThere(clause, item)) return label.subject.key;
  const [first] = items;
  const plan = items[items.indexOf(item) - 1];
  const after = items[items.indexOf(item) + 1];
  const pair =
    (plan?.kind === 'plans' && /^\s*[:(–—-]?\s*$/.test(words.slice(plan.to, item.from)) && endsThere(clause, item)) ||
    (after?.kind === 'plans' && /^\s*(?:\(|on |for |in )\s*$/.test(words.slice(item.to, after.from)));
  const heads = first && isLimit(first) ? first : items.find((one) => isLimit(one) && opensPairs(words, one, items));
  if (
    pair &&
    heads &&
    isLimit(heads) &&
    /^\s*(?:count|limit|number)?s?\s*[:(]/.test(words.slice(endOfLabel(clause, heads)))
  )
    return heads.subject.key;
  const last = listOf(clause, item).at(-1);
  if (!last || last === item) return undefined;
  return last.kind === 'amount' ? limitOf(clause, last, undefined) : nearestLimit(clause, last);
}

/** "sized by workspace count (Starter 5, Growth 15)". */
function opensPairs(words: string, key: Item, items: readonly Item[]): boolean {
  const next = items[items.indexOf(key) + 1];
  return next?.kind === 'plans' && /^\s*(?:count|limit|number)?s?\s*\(\s*$/.test(words.slice(key.to, next.from));
}

/** "Starter 5, Growth 15, Scale 40 workspaces": bare numbers, each right behind its plan, share what the last one counts. */
function sharedAhead({ items, words }: Clause, item: Amount): string | undefined {
  for (let at = items.indexOf(item); ; at += 2) {
    const [plan, amount, next] = [items[at - 1], items[at], items[at + 1]];
    const pair =
      plan?.kind === 'plans' && amount?.kind === 'amount' && /^\s*[:(–—-]?\s*$/.test(words.slice(plan.to, amount.from));
    if (!pair || amount.per) return undefined;
    if (amount.key ?? amount.unit) return amount.key;
    if (next?.kind !== 'plans' || !/^\s*\)?\s*(?:[,;/]|,?\s*and|[–—-])\s*$/.test(words.slice(amount.to, next.from)))
      return undefined;
  }
}

export type LimitKey = Extract<Item, { kind: 'key' }>;

/** "Metric history: 90 days": the key that a colon joins to its value. Else the nearest, though never beyond a semicolon. */
export function nearestLimit(clause: Clause, value: Item): string | undefined {
  const { items, words, context } = clause;
  const labelled = labelOf(clause, value);
  if (labelled) return labelled.subject.key;
  const distance = (item: Item) => {
    const between = item.from >= value.to ? words.slice(value.to, item.from) : words.slice(item.to, value.from);
    return (
      between.length +
      (item.from < value.from ? 1 : 0) +
      (between.includes(',') ? 20 : 0) +
      (/[;|]/.test(between) ? 1e6 : 0)
    );
  };
  const near = items
    .flatMap((item) => (isLimit(item) ? [{ key: item.subject.key, far: distance(item) }] : []))
    .sort((a, b) => a.far - b.far)
    .find(({ far }) => far < 1e6);
  return near?.key ?? (context.subject?.kind === 'limit' ? context.subject.key : undefined);
}

export function labelOf(clause: Clause, value: Item): LimitKey | undefined {
  const { items, words } = clause;
  const before = items[items.indexOf(value) - 1];
  if (!before || !isLimit(before)) return undefined;
  return /^\s*:\s*$/.test(words.slice(endOfLabel(clause, before), value.from)) ? before : undefined;
}

/** "Storage (GB): 10", "Storage, GB", "Seats (max.)": what a limit counts in may stand behind its name. */
export function endOfLabel({ words, reading }: Clause, { to, subject }: LimitKey): number {
  const aside = /^(?: ?\(([^()]{1,20})\)|, (\p{L}{1,12})(?=\s*:))/u.exec(words.slice(to));
  const own = reading.vocabulary.limits[subject.key]?.unit;
  const tokens = tokensOf(aside?.[1] ?? aside?.[2] ?? '');
  const fits = tokens.every((token, at) => {
    const named = reading.find(tokens, at)?.named;
    return (
      /^(?:in|max|maximum|total|limit|number)$/.test(token.folded) || (named?.kind === 'unit' && named.unit === own)
    );
  });
  return aside && tokens.length > 0 && fits ? to + aside[0].length : to;
}

export function isLimit(item: Item): item is LimitKey {
  return item.kind === 'key' && item.subject.kind === 'limit';
}
