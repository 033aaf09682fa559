/** A value goes in; the words that a report shows for it come out. */
import { fractionDigits } from '../../matrix/money.ts';
import type { Bound, Interval, Period, Value } from '../../matrix/types.ts';
import { numberWords } from './count-words.ts';

type Of<K extends Value['kind']> = Extract<Value, { kind: K }>;

const WORDS: { [K in Value['kind']]: (value: Of<K>) => string } = {
  included: () => 'included',
  excluded: () => 'not included',
  addon: () => 'sold as an add-on',
  on_request: () => 'on request',
  unknown: () => 'not stated',
  unlimited: ({ unit }) => (unit ? `unlimited ${plural(unit)}` : 'unlimited'),
  duration: ({ n, unit }) => counted(n, unit),
  words: ({ text }) => `“${text}”`,
  amount: ({ n, unit, per, bound }) => `${BOUNDS[bound]}${counted(n, unit)}${per ? ` per ${periodWords(per)}` : ''}`,
  money: moneyWords,
  refusal: ({ status, code }) => `refused with ${status}${code ? ` ${code}` : ''}`,
};

const BOUNDS: Record<Bound, string> = {
  exactly: '',
  at_most: 'at most ',
  at_least: 'no limit met up to ',
  about: 'about ',
};

const PER: Record<Interval, string> = {
  day: ' per day',
  week: ' per week',
  month: ' per month',
  quarter: ' per quarter',
  year: ' per year',
  once: ' once',
  usage: '',
  any: '',
};
const BILLED: Record<Interval, string> = {
  day: ', billed daily',
  week: ', billed weekly',
  month: ', billed monthly',
  quarter: ', billed quarterly',
  year: ', billed yearly',
  once: ', billed once',
  usage: ', billed by use',
  any: '',
};

/** Currencies whose sign stands for one currency only in everyday English; every other one is named by its code. */
const SIGNS: Record<string, string> = { USD: '$', EUR: '€', GBP: '£' };

/** Total over every kind of value; units are shown by their keys, `_` as a space. */
export function valueWords(value: Value): string {
  return (WORDS[value.kind] as (value: Value) => string)(value);
}

function moneyWords({ minor, currency, per, billed, from }: Of<'money'>): string {
  const unit = per?.unit ? ` per ${per.n ? counted(per.n, per.unit) : spaced(per.unit)}` : '';
  const period = per?.period ? PER[per.period] : '';
  const amount = minor === 0 ? 'free' : amountWords(minor, currency);
  return `${from ? 'from ' : ''}${amount}${unit}${period}${billed && billed !== per?.period ? BILLED[billed] : ''}`;
}

function amountWords(minor: number, currency: string): string {
  const digits = fractionDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = numberWords(Number(text.slice(0, text.length - digits)));
  const fraction = digits ? text.slice(-digits) : '';
  const number = /[1-9]/.test(fraction) ? `${whole}.${fraction}` : whole;
  return `${minor < 0 ? '-' : ''}${SIGNS[currency] ?? `${currency} `}${number}`;
}

function periodWords({ n, unit }: Period): string {
  return n === 1 ? spaced(unit) : counted(n, unit);
}

function counted(n: number, unit: string): string {
  return `${numberWords(n)} ${n === 1 ? spaced(unit) : plural(unit)}`;
}

function plural(unit: string): string {
  const word = spaced(unit);
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function spaced(key: string): string {
  return key.replaceAll('_', ' ');
}
