/** A clause goes in; what it says of limits comes out: amounts with their units and periods, and "unlimited". */
import type { Value } from '../../matrix/types.ts';
import type { Claim } from './claim.ts';
import type { Item } from './items.ts';
import { negated } from './price-claims.ts';
import type { Clause } from './sentence-claims.ts';
import { whose } from './whose.ts';

type Amount = Extract<Item, { kind: 'amount' }>;
const KINDS = ['amount', 'unlimited'] as const;
/** Words of a list item, cell or card line that is a promise by itself. */
const SHORT = 8;

export function limitClaims(clause: Clause): Claim[] {
  const { items } = clause;
  let said: string | undefined;
  return items.flatMap((item): Claim[] => {
    if (item.kind === 'unlimited') {
      const key = nearestLimit(clause, item);
      return key && !keyTaken(items, item) ? claim(clause, item, key, { kind: 'unlimited', unit: clause.reading.vocabulary.limits[key]!.unit }) : [];
    }
    if (item.kind !== 'amount' || negated(items, item) || otherDuration(items, item)) return [];
    const key = limitOf(clause, item, said);
    if (!key) return [];
    const value = amountOf(clause, item, key);
    if (!value) return [];
    said = key;
    return claim(clause, item, key, value);
  });
}

function claim(clause: Clause, item: Item, key: string, value: Value): Claim[] {
  const owner = whose(clause, item, KINDS);
  if (!owner) return [];
  const { plans, relation, from, to } = owner;
  const certain = owner.certain && (!owner.context || states(clause, item));
  return [{ subject: { kind: 'limit', key, facet: 'hard' }, value, plans, ...(relation && { relation }), certain, from, to }];
}

/** Under a plan's heading, numbers in running text are no promise until a verb or the shape of a list makes them one. */
function states({ items, words }: Clause, item: Item): boolean {
  const verb = items.some((one) => one.kind === 'word' && (one.class === 'has' || one.class === 'part'));
  const bound = item.kind === 'unlimited' || (item.kind === 'amount' && item.bound !== 'exactly');
  return verb || bound || words.trim().split(/\s+/).length <= SHORT;
}

/** The limit that an amount is about: by name, by a unit that one limit alone has, or by the words around a time. */
function limitOf(clause: Clause, item: Amount, said: string | undefined): string | undefined {
  const { limits } = clause.reading.vocabulary;
  const context = clause.context.subject?.kind === 'limit' ? clause.context.subject.key : undefined;
  if (item.key) return item.key;
  if (!item.unit) {
    if (context) return item.to - item.from === clause.words.trim().length ? context : undefined;
    return said && !(item.words && item.n === 1) && endsThere(clause, item) ? said : undefined;
  }
  const fitting = Object.keys(limits).filter((key) => limits[key]!.unit === item.unit);
  if (!['minute', 'hour', 'day', 'week', 'month', 'year'].includes(item.unit)) return fitting.length === 1 ? fitting[0] : undefined;
  const named = nearestLimit(clause, item);
  if (named && fitting.includes(named)) return named;
  if (context && fitting.includes(context)) return context;
  return said && fitting.includes(said) ? said : undefined;
}

/** "Relay 14 and Pro 90": a bare number counts what the one before it counted, when nothing else follows it. */
function endsThere({ words }: Clause, item: Amount): boolean {
  return /^\s*(?:$|[.,;)]|and\b|or\b|on\b|in\b|for\b|with\b|per\b)/.test(words.slice(item.to));
}

function nearestLimit({ items, context }: Clause, value: Item): string | undefined {
  const keys = items.filter((item): item is Extract<Item, { kind: 'key' }> => item.kind === 'key' && item.subject.kind === 'limit');
  const distance = (item: Item) => (item.from >= value.to ? item.from - value.to : value.from - item.to + 1);
  const [nearest] = keys.sort((a, b) => distance(a) - distance(b));
  return nearest?.subject.key ?? (context.subject?.kind === 'limit' ? context.subject.key : undefined);
}

/** "unlimited" next to an amount of the same limit belongs to other words: "no limit beyond these 5". */
function keyTaken(items: Item[], item: Item): boolean {
  const next = items[items.indexOf(item) + 1];
  return next?.kind === 'amount' && next.key === undefined && next.from - item.to < 3;
}

/** "a 14-day trial", "a grace period of 7 days": lengths of something else. */
function otherDuration(items: Item[], item: Amount): boolean {
  const at = items.indexOf(item);
  return [items[at - 1], items[at + 1]].some((one) => one?.kind === 'word' && (one.class === 'trial' || one.class === 'grace'));
}

/** A rate without its period, or a period on what is no rate, is not the same fact: nothing certain is read. */
function amountOf({ reading, context }: Clause, item: Amount, key: string): Value | undefined {
  const limit = reading.vocabulary.limits[key]!;
  const inRow = context.subject?.kind === 'limit' && context.subject.key === key;
  if (item.unit && item.unit !== limit.unit) return isTime(item.unit) && isTime(limit.unit) ? { kind: 'amount', n: item.n, unit: item.unit, bound: item.bound } : undefined;
  if (limit.per && !item.per && !inRow) return undefined;
  const per = item.per ? { n: 1, unit: item.per } : undefined;
  return { kind: 'amount', n: item.n, unit: limit.unit, ...(per && { per }), bound: item.bound };
}

function isTime(unit: string): boolean {
  return ['minute', 'hour', 'day', 'week', 'month', 'year'].includes(unit);
}
