/** An amount of money in a sentence goes in; how often it is paid comes out with it, or nothing where it is no price. */
import { periodAfter } from './amount-items.ts';
import type { Scan, Taken } from './items.ts';
import type { MoneyWords } from './money.ts';
import { ADVERBS } from './phrases.ts';

/** "save $20", "a $50 discount", "which is $3.25 a month", "€5 more": sums of something else than a price. */
const NO_PRICE_BEFORE =
  /\b(?:saves?|saving|saved|off|discount(?: of)?|credit(?: of)?|refund(?: of)?|worth|equals?|equivalent to|works? out (?:at|to)|which (?:is|makes)|that (?:is|makes)|that's|extra|additional|another|up to|more than|less than|over|under|below|above|about|around|roughly|nearly|almost|instead of|rather than|not|was|were|than|raised?|grant(?: of)?|minus|fee of|deposit of|first (?:\w+ )?(?:months?|years?)(?: (?:at|for|is|are|costs?|only))?)(?: (?:you|us|only|just|the|a|an))*\s*$|[=~≈≙+−]\s*$/i;
const NO_PRICE_AFTER =
  /^\s*(?:off\b|discount|credits?\b|refund|cheaper|less\b|more\b|in savings|savings?\b|million|billion|[kKmM]\b|\/?\s*(?:per |a |each )?(?:extra|additional)|gift|voucher|coupon|[–—-]\s*[$€£]?\d|or more)/;

/** "€19 per team member", "$8.99/month per server": what a plan costs then depends on more than the plan. */
const PER_ONE = /^\s*(?:(?:per|for each|for every)\s+|\/\s*)(?!months?\b|years?\b|mo\b|yr\b|annum\b)[a-z]/i;

export function moneyAt(scan: Scan, at: number, money: MoneyWords, next: MoneyWords | undefined): Taken {
  const { tokens, words } = scan;
  let length = 1;
  while (tokens[at + length] && tokens[at + length]!.from < money.to) length += 1;
  const before = words.slice(Math.max(0, money.from - 40), money.from);
  if (NO_PRICE_BEFORE.test(before) || /\bplus (?:an? )?$/.test(before) || NO_PRICE_AFTER.test(words.slice(money.to)))
    return { length };
  const per = periodAfter(scan, at + length);
  const last = tokens[at + length + per.length - 1]!;
  const end = Math.max(money.to, last.to);
  if (PER_ONE.test(words.slice(end))) return { length: length + per.length };
  const paid = paidBy(words.slice(end, next?.from ?? words.length));
  const yearly = per.unit === 'month' && paid === 'year';
  if (per.unit && paid && per.unit !== paid && !yearly) return { length: length + per.length };
  if (FIRST.test(words.slice(end)) || FIRST_BEFORE.test(before)) return { length: length + per.length };
  const billed = /\b(?:billed|paid|charged|invoiced) (monthly|yearly|annually) (?:at|as|for) $/i.exec(before)?.[1];
  const unit = per.unit ?? monthToMonth(words.slice(end)) ?? paid ?? ADVERBS[billed?.toLowerCase() ?? ''];
  const interval = unit === 'month' || unit === 'year' ? unit : undefined;
  const { minor, currency, from } = money;
  return {
    item: {
      kind: 'money',
      minor,
      currency,
      ...(interval && { interval }),
      ...(yearly && { billed: 'year' as const }),
      from,
      to: end,
    },
    length: length + per.length,
  };
}

/** "$6/month for the first three months": not what everybody pays. */
const FIRST =
  /^\s*[,(]?\s*(?:(?:for|during|in) (?:the |your )?first\b|(?:the |your )?first (?:\w+ )?(?:months?|years?|quarters?|weeks?|days?)\b)/i;

/** "First three months of Pro at $6". */
const FIRST_BEFORE = /\bfirst (?:\w+ )?(?:months?|years?|quarters?|weeks?)\b[^.;,]*$/i;

/** "$12 month to month". */
function monthToMonth(after: string): string | undefined {
  return /^\s*,?\s*(?:paid |billed )?month[ -](?:to|by)[ -]month\b/i.test(after) ? 'month' : undefined;
}

/** "€190 when you pay by the year", "$79, paid yearly", "$8.99 (billed monthly)". */
function paidBy(after: string): string | undefined {
  const match =
    /^[^.;]{0,30}?\b(?:by the (month|year)|(?:paid|billed|pay|charged|invoiced) (monthly|yearly|annually|once a year|every year|each year))\b/.exec(
      after,
    );
  return match?.[1] ?? (/year$/.test(match?.[2] ?? '') ? 'year' : ADVERBS[match?.[2] ?? '']);
}
