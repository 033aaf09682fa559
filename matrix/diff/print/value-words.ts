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
      return paidWords(value, units);
    case 'refusal':
      return `refused with ${value.status}`;
    case 'amount':
      return limitWords(named(units, value.unit, value.per?.unit), value)!;
  }
}

const BILLED = { day: 'daily', week: 'weekly', month: 'monthly', quarter: 'quarterly', year: 'yearly' } as const;

function paidWords(value: Extract<Value, { kind: 'money' }>, units: Units): string {
  const { per, billed, minor, from } = value;
  if (minor === 0 && !from && !per) return 'free';
  const period = per?.period && per.period in BILLED ? ` per ${per.period}` : '';
  return `${moneyWords(named(units, per?.unit), value)}${period}${billed && billed in BILLED ? `, billed ${BILLED[billed as 'year']}` : ''}`;
}

/** The given units, as a matrix has them; one that it does not know is called by its key. */
function named(units: Units, ...keys: (string | undefined)[]) {
  const known = keys.filter((key) => key !== undefined);
  return {
    units: Object.fromEntries(
      known.map((key) => [key, { key, locales: {}, ...(units[key] ?? { one: key, other: key }) }]),
    ),
  };
}
