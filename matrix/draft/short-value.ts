/** A value that copy states goes in; a few words for it, in a comment or on the terminal, come out. */
import { fractionDigits } from '../money.ts';
import type { Value } from '../types.ts';

export function shortValue(value: Value): string {
  switch (value.kind) {
    case 'excluded':
      return 'not included';
    case 'addon':
      return 'add-on';
    case 'on_request':
      return 'on request';
    case 'amount':
      return `${value.n} ${value.unit}${value.per ? ` per ${value.per.unit}` : ''}`;
    case 'money':
      return `${value.minor / 10 ** fractionDigits(value.currency)} ${value.currency}`;
    default:
      return value.kind;
  }
}
