/** What is said of a plan's prices goes in; its lines in the file come out. A price said in two ways is told and left out. */
import { fractionDigits } from '../money.ts';
import type { Value } from '../types.ts';
import { inline, line } from './line.ts';
import { shortValue } from './short-value.ts';
import { sidesWords, sources } from './sources.ts';
import type { DraftCell, Said } from './types.ts';

type PriceCell = DraftCell & { kind: 'price' };
type Money = Extract<Value, { kind: 'money' }>;

export function priceLines(cells: readonly PriceCell[]): string[] {
  const [open, stated] = [
    cells.filter((cell) => isConflict(cell, cells)),
    cells.filter((cell) => !isConflict(cell, cells)),
  ];
  const told = open.map(({ interval, said }) =>
    line(4, `# price${perWords(interval)}: ${sidesWords(said, shortValue)}`),
  );
  const whole = stated.find(({ said }) => isWhole(said));
  if (whole) {
    const word = whole.said[0]!.value.kind === 'money' ? 'free' : 'on_request';
    return [line(4, `price: ${word}`, sources(stated.flatMap(({ said }) => said[0]!.at))), ...told];
  }
  const amounts = stated
    .filter((cell) => cell.interval !== 'any')
    .sort((a, b) => INTERVALS.indexOf(a.interval) - INTERVALS.indexOf(b.interval));
  const currencies = [...new Set(amounts.map(({ said }) => (said[0]!.value as Money).currency))];
  if (!currencies.length) return told;
  return [
    '    price:',
    ...currencies.flatMap((currency) => [
      `      ${currency}:`,
      ...amounts
        .filter(({ said }) => (said[0]!.value as Money).currency === currency)
        .map(({ interval, said }) =>
          line(8, `${interval}: ${inline(amountOf(said[0]!.value as Money))}`, sources(said[0]!.at)),
        ),
    ]),
    ...told,
  ];
}

const INTERVALS: readonly PriceCell['interval'][] = ['day', 'week', 'month', 'quarter', 'year', 'once', 'usage'];

export function perWords(interval: string): string {
  return interval === 'any' ? '' : ` per ${interval}`;
}

/** Said in two ways; or free, or on request, of what costs an amount elsewhere. */
export function isConflict(cell: PriceCell, cells: readonly PriceCell[]): boolean {
  if (cell.said.length > 1) return true;
  return cells.some((other) => other.said.length === 1 && wholeWord(cell.said) !== wholeWord(other.said));
}

function isWhole(said: readonly Said[]): boolean {
  return wholeWord(said) !== 'amount';
}

/** A plan that costs 0 a month is free. */
function wholeWord([first]: readonly Said[]): 'free' | 'on_request' | 'amount' {
  const value = first!.value;
  if (value.kind === 'on_request') return 'on_request';
  return value.kind === 'money' && value.minor === 0 && !value.from ? 'free' : 'amount';
}

function amountOf({ minor, currency, per, billed, from }: Money): unknown {
  const amount = minor / 10 ** fractionDigits(currency);
  const terms = { ...(per?.unit && { per: per.unit }), ...(billed === 'year' && { billed }), ...(from && { from }) };
  return Object.keys(terms).length ? { amount, ...terms } : amount;
}
