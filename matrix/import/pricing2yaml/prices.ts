/** The price, unit and ways to pay of a plan or add-on go in; its price in a matrix, or why it has none, comes out. */
import type { RawAmount, RawIntervals, RawPrice } from '../../read/raw.ts';
import { type Path, wordsAt } from '../../read/source.ts';
import { type Decimal, decimal, decimalWords, times } from '../decimal.ts';
import { exactAmount } from '../exact-amount.ts';
import { periodOf, splitUnit } from '../units.ts';
import type { Sold } from './read-pricing.ts';
import type { Reading } from './reading.ts';

/** Words that send the reader to somebody who makes a price. */
const ON_REQUEST = /^(?:contact|custom|talk|ask|on request|request|let'?s talk|get a quote|call us)\b/i;
const ONCE = /^one[- ]?(?:time|off)\b|^once$/i;

/** Leaves out with a reason what a matrix cannot state. */
export function priceOf(reading: Reading, path: Path, sold: Sold): RawPrice | undefined {
  const { ledger, source, pricing } = reading;
  if (sold.price === undefined) return undefined;
  const at = [...path, 'price'];
  const words = wordsAt(source, at) ?? '';
  const amount = decimal(words.replace(/^(['"])(.*)\1$/, '$2'));
  const onRequest = typeof sold.price === 'string' && ON_REQUEST.test(sold.price.trim());
  if (sold.unit?.trim() && (onRequest || !amount || amount.digits === 0n)) {
    const reason = 'the unit of what has no amount; free and on request are the same for any unit';
    ledger.leaveOut([...path, 'unit'], reason, sold.unit);
  }
  if (onRequest) return 'on_request';
  if (!amount) {
    ledger.leaveOut(at, 'words, or a formula, that give no amount', String(sold.price));
    return undefined;
  }
  if (amount.digits === 0n) return 'free';
  const intervals = intervalsOf(reading, path, amount, sold.unit);
  return intervals && { [pricing.currency]: intervals };
}

interface Unit {
  interval: keyof RawIntervals;
  per?: string;
}

function intervalsOf(reading: Reading, path: Path, amount: Decimal, words = ''): RawIntervals | undefined {
  const { ledger, pricing } = reading;
  const unit = unitOf(reading, words.trim());
  if (typeof unit === 'string') {
    ledger.leaveOut([...path, 'price'], unit, `${decimalWords(amount)}, ${words}`);
    return undefined;
  }
  const { interval, per } = unit;
  if (interval !== 'month') {
    const terms = exactAmount(amount, pricing.currency, per);
    if (typeof terms !== 'string') return { [interval]: simplest(terms) };
    ledger.leaveOut([...path, 'price'], terms);
    return undefined;
  }
  const amounts = Object.entries(pricing.billing ?? { monthly: 1 }).flatMap(([name, share]) =>
    wayToPay(reading, path, { amount, per, name, share }),
  );
  return amounts.length ? { month: amounts.length === 1 ? amounts[0]! : amounts } : undefined;
}

interface Way {
  amount: Decimal;
  per: string | undefined;
  name: string;
  share: number;
}

/** `billing: { annual: 0.75 }` is three quarters of the price each month, charged once a year. */
function wayToPay({ ledger, pricing, source }: Reading, path: Path, { amount, per, name, share }: Way): RawAmount[] {
  const yearly = /^(?:annual|annually|year|yearly)$/i.test(name);
  const factor = decimal(wordsAt(source, ['billing', name]) ?? String(share)) ?? { digits: 1n, scale: 0 };
  const product = times(amount, factor);
  const out = (reason: string) => {
    ledger.leaveOut([...path, 'price'], reason, `${decimalWords(amount)} × ${decimalWords(factor)}, ${name}`);
    return [];
  };
  if (!yearly && !/^month(?:ly)?$/i.test(name))
    return out('a matrix states what is charged by the month, or by the year');
  // Of a share that is no whole number of coins nobody knows how it is rounded.
  const isShare = factor.digits !== 1n || factor.scale !== 0;
  const terms = exactAmount(product, pricing.currency, per);
  if (typeof terms === 'string') return out('a share of the price that is no amount of whole coins');
  if (isShare && terms.per !== per) return out('a share of the price that is no amount of whole coins');
  return [yearly ? { ...terms, billed: 'year' } : simplest(terms)];
}

function simplest(terms: { amount: number; per?: string; note?: string }): RawAmount {
  return Object.keys(terms).length === 1 ? terms.amount : terms;
}

/** A reason where the unit is for no interval of a matrix. */
function unitOf({ units, ledger, pricing }: Reading, words: string): Unit | string {
  if (!words) {
    ledger.understand('A price without a unit is one for a month, as the format has it.');
    return { interval: 'month' };
  }
  if (ONCE.test(words)) return { interval: 'once' };
  const { of, periods } = splitUnitOfPrice(words, pricing.currency);
  const [period, ...more] = periods;
  if (more.length || period === 'minute' || period === 'hour')
    return `an interval of \`${words}\`, which no price of a matrix has`;
  const per = of ? units.of(of) : undefined;
  if (period) return { interval: period, ...(per && { per }) };
  if (!per || /^forever$/i.test(words)) return `an interval of \`${words}\`, which no price of a matrix has`;
  ledger.understand(`A price for each \`${of}\` names no period: it is read as one for what is used.`);
  return { interval: 'usage', per };
}

/** `USD/user` is for each user, `month` for each month. */
function splitUnitOfPrice(words: string, currency: string): ReturnType<typeof splitUnit> {
  const plain = words.startsWith(`${currency}/`) ? words.slice(currency.length + 1) : words;
  const { of, periods } = splitUnit(plain);
  const [first = '', ...rest] = of.split(' per ');
  const own = periodOf(first);
  return own ? { of: rest.join(' per '), periods: [own, ...periods] } : { of, periods };
}
