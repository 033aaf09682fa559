/** Words go in; the amounts of money in them, in minor units, read from the text and never through a float, come out. */
import { fractionDigits, minorUnits } from '../../matrix/money.ts';

export interface MoneyWords {
  minor: number;
  currency: string;
  from: number;
  to: number;
}

const SYMBOLS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };
const SPACE = String.raw`[ \u00A0\u202F]`;
const CODES = 'USD|EUR|GBP|JPY|CHF|INR|CAD|AUD';
/** Bounded, so that a page of digits costs no more than its length. */
const AMOUNT = String.raw`\d{1,3}(?:[ \u00A0\u202F,.]\d{3}){1,4}(?:[.,]\d{1,2})?(?![.,]?\d)|\d{1,15}(?:[.,]\d{1,2})?(?![.,]?\d)`;
const MONEY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<code>${CODES})${SPACE}?|(?:US|C|A)?(?<sign>[$€£¥₹])${SPACE}?)(?<after>${AMOUNT})|(?<![\p{L}\p{N}.,])(?<before>${AMOUNT})${SPACE}?(?:(?<sign2>[€£¥₹]|\$(?![\p{L}\p{N}{(\[]))|(?<code2>${CODES})(?!\p{L})|(?<word>dollars|euros|pounds)(?!\p{L}))`,
  'gu',
);
const WORDS: Readonly<Record<string, string>> = { dollars: 'USD', euros: 'EUR', pounds: 'GBP' };

/** What any amount of money has in it. */
const SIGN = new RegExp(`[$€£¥₹]|${CODES}|dollars|euros|pounds`);

export function moneyIn(words: string): MoneyWords[] {
  if (!SIGN.test(words)) return [];
  return Array.from(words.matchAll(MONEY), (match) => {
    const groups = match.groups ?? {};
    const currency =
      groups.code ?? groups.code2 ?? SYMBOLS[groups.sign ?? groups.sign2 ?? ''] ?? WORDS[groups.word ?? ''] ?? 'USD';
    const amount = plain(groups.after ?? groups.before ?? '0');
    return {
      minor: minorUnits(amount, fractionDigits(currency)),
      currency,
      from: match.index,
      to: match.index + match[0].length,
    };
  });
}

/** `1,490`, `1.490`, `1 490` and `1,490.00` with a point as decimal mark and no grouping. */
function plain(amount: string): string {
  const decimals = /[.,](\d{1,2})$/.exec(amount);
  const whole = (decimals ? amount.slice(0, -decimals[0].length) : amount).replace(/[ \u00A0\u202F,.]/g, '');
  return decimals ? `${whole}.${decimals[1]}` : whole;
}
