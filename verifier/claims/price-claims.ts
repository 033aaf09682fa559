/** A clause goes in; what it says that plans cost comes out. */
import type { Claim } from './claim.ts';
import type { Item } from './items.ts';
import type { Clause } from './sentence-claims.ts';
import { whose } from './whose.ts';

const KINDS = ['money', 'free'] as const;

export function priceClaims(clause: Clause): Claim[] {
  const { items, context } = clause;
  return items.flatMap((item): Claim[] => {
    if (item.kind === 'on_request') return onRequest(clause, item);
    if (item.kind !== 'money' && item.kind !== 'free') return [];
    if (item.kind === 'free' && !isPrice(clause, item)) return [];
    const interval = item.kind === 'money' ? (item.interval ?? context.interval) : 'any';
    const owner = whose(clause, item, KINDS);
    if (!owner || negated(items, item)) return [];
    const minor = item.kind === 'money' ? item.minor : 0;
    const currency = item.kind === 'money' ? item.currency : clause.reading.vocabulary.currency;
    const facet = interval ?? (minor === 0 ? 'any' : undefined);
    const period = facet === 'month' || facet === 'year' ? { per: { period: facet } as const } : {};
    return [
      {
        subject: { kind: 'price', key: 'price', ...(facet && { facet }) },
        value: { kind: 'money', minor, currency, ...period },
        plans: owner.plans,
        currency,
        certain: owner.certain && facet !== undefined,
        from: owner.from,
        to: owner.to,
      },
    ];
  });
}

/** "Community is free", or a card or cell that says "Free" and nothing else; not "free disk space". */
function isPrice({ words, items, context }: Clause, item: Item): boolean {
  const rest = words.slice(item.to).trim();
  if (words.slice(0, item.from).trim() === '') return rest === '' || /^(?:forever|of charge|for ever)?[.!,]?$/.test(rest) || /^(?:forever)\b/.test(rest);
  const copula = /(?:\b(?:is|are|stays?|remains?|costs?|always)|:)\s*(?:and stays |always |completely |entirely )?$/i.test(words.slice(0, item.from));
  return copula && (items.some((one) => one.kind === 'plans' && one.to <= item.from) || context.plans !== undefined);
}

function onRequest(clause: Clause, item: Item): Claim[] {
  const price = clause.context.subject?.kind === 'price' || clause.words.trim().length === item.to - item.from || /\bprice/i.test(clause.words);
  const owner = price ? whose(clause, item, ['on_request']) : undefined;
  if (!owner) return [];
  return [{ subject: { kind: 'price', key: 'price', facet: 'any' }, value: { kind: 'on_request' }, plans: owner.plans, certain: owner.certain, from: owner.from, to: owner.to }];
}

export function negated(items: Item[], value: Item): boolean {
  const before = items[items.indexOf(value) - 1];
  return before?.kind === 'word' && before.class === 'not';
}
