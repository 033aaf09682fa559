/** A value of a difference goes in; the words for it inside a sentence come out. */
import { limitWords, moneyWords } from '../../print/words.ts';
import type { Value } from '../../types.ts';
import type { MatrixDiff } from '../types.ts';

type Units = MatrixDiff['units'];

export function valueWords(value: Value, units: Units): string {
  switch (value.kind) {
    case 'included':
      return 'included';
    case 'excluded':
      return 'not included';
    case 'addon':
      return 'an add-on';
    case 'on_request':
      return 'on request';
    case 'unknown':
      return 'not stated';
    case 'unlimited':
      return 'unlimited';
    case 'words':
      return value.text;
    case 'duration':
      if (value.n === 0) return 'none';
      return `${value.n} ${(value.n === 1 ? units[value.unit]?.one : units[value.unit]?.other) ?? value.unit}`;
    case 'money':
      return paidWords(value);
    case 'refusal':
      return `refused with ${value.status}`;
    case 'amount': {
      const of = (key: string) => ({ key, locales: {}, ...(units[key] ?? { one: key, other: key }) });
      const named = { [value.unit]: of(value.unit), ...(value.per && { [value.per.unit]: of(value.per.unit) }) };
      return limitWords({ units: named }, value)!;
    }
  }
}

const BILLED = { day: 'daily', week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'yearly' } as const;

function paidWords(value: Extract<Value, { kind: 'money' }>): string {
  const { per, billed, minor, from } = value;
  if (minor === 0 && !from && !per) return 'free';
  const period = per?.period && per.period in BILLED ? ` per ${per.period}` : '';
  return `${moneyWords(value)}${period}${billed && billed in BILLED ? `, billed ${BILLED[billed as 'year']}` : ''}`;
}

/** `1,490`, whatever the machine's language. */
export function numberWords(n: number): string {
  const [whole = '', fraction] = String(n).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}
