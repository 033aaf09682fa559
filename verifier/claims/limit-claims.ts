/** A clause goes in; what it says of limits comes out: amounts with their units and periods, and "unlimited". */
import type { Value } from '../../matrix/types.ts';
import { isCertain } from './certain-limit.ts';
import type { Claim } from './claim.ts';
import type { Item } from './items.ts';
import { negated } from './negation.ts';
import { listOf } from './parallel.ts';
import { isTime } from './phrases.ts';
import type { Clause } from './sentence-claims.ts';
import { endsThere, limitOf, nearestLimit } from './which-limit.ts';
import { whose } from './whose.ts';

type Amount = Extract<Item, { kind: 'amount' }>;
const KINDS = ['amount', 'unlimited'] as const;
/** "Agency is for a studio with 10 forms": what the buyer has. */
const MADE_FOR = /\b(?:is|are) (?:made |meant |intended |built )?for\b[^:;]*$/i;

export function limitClaims(clause: Clause): Claim[] {
  const { items, before } = clause;
  let said = before?.limit !== undefined && IT.test(wordsOf(clause)) ? before.limit : undefined;
  return items.flatMap((item): Claim[] => {
    if (item.kind === 'unlimited') {
      const key = nearestLimit(clause, item) ?? (endsThere(clause, item) ? said : undefined);
      return key &&
        !deniedHere(items, item) &&
        !limitedTo(clause, items[items.indexOf(item) + 1]) &&
        !keyTaken(items, item)
        ? claim(clause, item, key, { kind: 'unlimited', unit: clause.reading.vocabulary.limits[key]!.unit })
        : [];
    }
    if (item.kind !== 'amount' || negated(items, item) || limitedTo(clause, item) || otherDuration(items, item))
      return [];
    const key = limitOf(clause, item, said);
    if (!key) return [];
    const value = amountOf(clause, item, key);
    if (!value) return [];
    said = key;
    if (before) before.limit = key;
    return endsOf(value, item).flatMap((end) => claim(clause, item, key, end));
  });
}

/** "3–5 forms" are two promises. */
function endsOf(value: Value, { least }: Amount): Value[] {
  if (least === undefined || value.kind !== 'amount') return [value];
  return [{ ...value, n: least, bound: 'at_least' }, value];
}

/** "Relay raises history to 14 days, while Pro raises it to 90 days." */
const IT = /\b(?:it|that|this)\b/i;

function wordsOf({ items, words }: Clause): string {
  return words.slice(items[0]?.from ?? 0, items.at(-1)?.to ?? 0);
}

function claim(clause: Clause, item: Item, key: string, value: Value): Claim[] {
  const owner = whose(clause, item, KINDS);
  if (!owner || MADE_FOR.test(clause.words.slice(owner.from, item.from))) return [];
  const { plans, relation, from, to } = owner;
  const list = listOf(clause, item);
  const one = memberOf(plans, list, item);
  if (!one) return [];
  const certain = isCertain(clause, item, owner);
  return [
    {
      subject: { kind: 'limit', key, facet: 'hard' },
      value,
      plans: one,
      ...(relation && { relation }),
      certain,
      from,
      to,
    },
  ];
}

/** "Relay and Pro keep 14 and 90 days": each its own. Where plans and amounts do not pair off, nobody can tell. */
function memberOf(plans: Claim['plans'], list: readonly Item[], item: Item): Claim['plans'] | undefined {
  if (list.length === 1) return plans;
  if (!('known' in plans) || plans.known.length !== list.length) return undefined;
  return { known: [plans.known[list.indexOf(item)]!] };
}

/** "not unlimited", "does not have unlimited": right before the word, or it is about something else. */
function deniedHere(items: readonly Item[], item: Item): boolean {
  const at = items.indexOf(item);
  const [before2, before] = [items[at - 2], items[at - 1]];
  const has = before?.kind === 'word' && before.class === 'has';
  return (
    (before?.kind === 'word' && before.class === 'not') || (has && before2?.kind === 'word' && before2.class === 'not')
  );
}

/** "not limited to 3 forms", "does not limit you to 3": neither without a limit nor 3. */
function limitedTo({ items, words }: Clause, item: Item | undefined): boolean {
  const before = item?.kind === 'amount' && items[items.indexOf(item) - 1];
  return (
    before !== undefined &&
    before !== false &&
    before.kind === 'unlimited' &&
    /^\s*(?:\w+ )?to\s*(?:just |only )?$/.test(words.slice(before.to, item!.from))
  );
}

/** "unlimited" next to an amount of the same limit belongs to other words: "no limit beyond these 5". */
function keyTaken(items: Item[], item: Item): boolean {
  const next = items[items.indexOf(item) + 1];
  return next?.kind === 'amount' && next.key === undefined && next.from - item.to < 3;
}

/** "a 14-day trial", "a grace period of 7 days": lengths of something else. */
function otherDuration(items: Item[], item: Amount): boolean {
  const at = items.indexOf(item);
  return [items[at - 1], items[at + 1]].some(
    (one) => one?.kind === 'word' && (one.class === 'trial' || one.class === 'grace'),
  );
}

/** A rate without its period, or a period on what is no rate, is not the same fact: nothing certain is read. */
function amountOf({ reading, context }: Clause, item: Amount, key: string): Value | undefined {
  const limit = reading.vocabulary.limits[key]!;
  const inRow = context.subject?.kind === 'limit' && context.subject.key === key;
  const unit = item.unit ?? (inRow && !item.key ? context.unit : undefined);
  if (unit && unit !== limit.unit)
    return isTime(unit) && isTime(limit.unit) ? { kind: 'amount', n: item.n, unit, bound: item.bound } : undefined;
  if (limit.per && !item.per && !inRow) return undefined;
  const per = item.per ? { n: 1, unit: item.per } : undefined;
  return { kind: 'amount', n: item.n, unit: limit.unit, ...(per && { per }), bound: item.bound };
}
