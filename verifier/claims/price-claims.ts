/** A clause goes in; what it says that plans cost comes out. */
import type { Claim } from './claim.ts';
import type { Item } from './items.ts';
import { negated } from './negation.ts';
import { isOfUser } from './of-user.ts';
import type { Clause } from './sentence-claims.ts';
import { QUALIFIER } from './table-axes.ts';
import { type Whose, whose } from './whose.ts';

const KINDS = ['money', 'free'] as const;
/** What one more of something costs is not what the plan costs. */
const PER_PIECE =
  /\b(?:together|combined|in total|licen[cs]es|additional|extra|overage|add-?on|(?:each|every|one) more|set-?up fee|one-time|vouchers?|coupons?|nonprofits?|students?|educat\w+|charit\w+|with code|promo\w*|half price|first (?:month|year)|hosting|vps|running|refund\w*|discount\w*|tax(?:es)?|vat)\b/i;

/** "Team customers can add seats for $2": what is bought on top. */
const ADDED =
  /\b(?:[Aa]dd|[Bb]uy|[Bb]ook|[Oo]rder|[Pp]urchase|[Rr]ent) (?!it\b|the |\p{Lu})[^.;,]{1,60}\bfor\s*(?:just |only )?$/u;

export function priceClaims(clause: Clause): Claim[] {
  const { items, context } = clause;
  return items.flatMap((item): Claim[] => {
    if (item.kind === 'on_request') return onRequest(clause, item);
    if (item.kind !== 'money' && item.kind !== 'free') return [];
    if (item.kind === 'free' && !isPrice(clause, item)) return [];
    const interval = item.kind === 'money' ? (item.interval ?? context.interval) : 'any';
    const owner = whose(clause, item, KINDS);
    if (
      !owner ||
      negated(items, item) ||
      PER_PIECE.test(clause.words) ||
      ADDED.test(clause.words.slice(0, item.from)) ||
      isShare(clause, item) ||
      isShared(clause, item, owner)
    )
      return [];
    const qualifier = context.qualifier ?? QUALIFIER.exec(clause.words)?.[0].toLowerCase();
    const plans = qualifier ? qualified(clause, owner.plans, qualifier) : owner.plans;
    if (!plans) return [];
    const minor = item.kind === 'money' ? item.minor : 0;
    const currency = item.kind === 'money' ? item.currency : clause.reading.vocabulary.currency;
    const facet = interval ?? (minor === 0 ? 'any' : undefined);
    const billed =
      item.kind === 'money' ? (item.billed ?? (facet === 'month' ? context.billed : undefined)) : undefined;
    const period = facet === 'month' || facet === 'year' ? { per: { period: facet } as const } : {};
    return [
      {
        subject: { kind: 'price', key: 'price', ...(facet && { facet }) },
        value: { kind: 'money', minor, currency, ...period, ...(billed && { billed }) },
        plans,
        currency,
        certain: owner.certain && facet !== undefined && !isOfUser(clause, item),
        from: owner.from,
        to: owner.to,
      },
    ];
  });
}

/** "The founding rate of Starter": the plan that is called so; the prices of nobody where there is none. */
function qualified({ reading }: Clause, plans: Claim['plans'], qualifier: string): Claim['plans'] | undefined {
  if (!('known' in plans)) return undefined;
  const known = plans.known.flatMap((version) =>
    reading.vocabulary.qualified
      .filter((one) => (one.version === version || one.is === version) && qualifier.startsWith(one.words.slice(0, 5)))
      .map((one) => one.is),
  );
  return known.length ? { known } : undefined;
}

/** "Relay and Pro cost $4.99 and $8.99": which price is whose is not read from such a list. */
function isShared({ items, words }: Clause, item: Item, { plans }: Whose): boolean {
  if (!('known' in plans) || plans.known.length < 2) return false;
  const prices = items.filter((one) => one.kind === 'money' || one.kind === 'free');
  const at = prices.indexOf(item as (typeof prices)[number]);
  const joined = (a: Item | undefined, b: Item | undefined) =>
    a !== undefined && b !== undefined && /^\s*(?:,|,?\s*(?:and|&))\s*$/.test(words.slice(a.to, b.from));
  return joined(prices[at - 1], item) || joined(item, prices[at + 1]);
}

/** "$79/year ($6.58/month)": a twelfth of the year's price is no price of its own. */
function isShare({ items, words }: Clause, item: Item): boolean {
  if (item.kind !== 'money' || item.interval !== 'month') return false;
  const at = items.indexOf(item);
  return [items[at - 1], items[at + 1]].some((other) => {
    if (other?.kind !== 'money' || other.interval !== 'year') return false;
    const gap = Math.abs(item.minor * 12 - other.minor);
    return (gap > 0 && gap <= 12) || (other.from < item.from && /\(\s*$/.test(words.slice(other.to, item.from)));
  });
}

/** "Community is free", or a card or cell that says "Free" and nothing else; not "free disk space" or "free for 14 days". */
function isPrice({ words, items, context }: Clause, item: Item): boolean {
  const [before, rest] = [words.slice(0, item.from), words.slice(item.to).trim()];
  if (before.trim() === '') return /^(?:(?:forever|for ever|of charge)\b)?\s*(?:$|[.!,;])/.test(rest);
  if (NOT_FREE.test(rest)) return false;
  const plan = items.findLast((one) => one.kind === 'plans' && one.to <= item.from);
  if (plan && /^\s*(?:plan|edition)?\s*[:(–—-]\s*$/.test(words.slice(plan.to, item.from)))
    return /^(?:forever\b)?\s*(?:$|[.!,;)])/.test(rest);
  const copula =
    /(?:\b(?:is|are|stays?|remains?|costs?|always)|:)\s*(?:and stays |always |completely |entirely |totally )?$/i.test(
      before.slice(-60),
    );
  return copula && (plan !== undefined || context.plans !== undefined);
}

const NOT_FREE =
  /^(?:of(?! charge)|from|until|till|to|trials?|during|while|when|on|in|with|as long|for(?! (?:ever|all|everyone|everybody|anyone|good|life)\b))\b/i;

/** "Unlimited: Contact sales", "Unlimited – on request". */
const LABELLED = /^[^\p{L}\p{N}]*[\p{L}\p{N} -]{1,40}(?::|\s[–—-])\s+$/u;

function onRequest(clause: Clause, item: Item): Claim[] {
  const price =
    clause.context.subject?.kind === 'price' ||
    clause.words.trim().length === item.to - item.from ||
    LABELLED.test(clause.words.slice(0, item.from)) ||
    /\bpric(?:e|es|ed|ing)\b(?! (?:page|list|table))/i.test(clause.words);
  const owner = price ? whose(clause, item, ['on_request']) : undefined;
  if (!owner) return [];
  return [
    {
      subject: { kind: 'price', key: 'price', facet: 'any' },
      value: { kind: 'on_request' },
      plans: owner.plans,
      certain: owner.certain,
      from: owner.from,
      to: owner.to,
    },
  ];
}
