/** A drafted matrix and what its documents state, listed by hand, go in; which cells are filled, open or wrong comes out. */
import type { Cell, Matrix, Value, Version } from '../../../matrix/types.ts';

/** One fact that a document states: `{ at: README.md:12, plan: Pro, key: Audit log, is: included }`. */
export interface Stated {
  at: string;
  plan: string;
  /** The name of a key in the document, or a list of names; `price month`, `price year`, `price` or `base`. */
  key: string | string[];
  /** `included`, `excluded`, `unlimited`, a number, an amount such as `4.99 USD`, `free`, or the name of a base. */
  is: string | number;
}

export interface Measured {
  filled: Stated[];
  open: Stated[];
  wrong: { stated: Stated; drafted: string }[];
}

export function measureDraft(matrix: Matrix, list: readonly Stated[]): Measured {
  const out: Measured = { filled: [], open: [], wrong: [] };
  for (const stated of list) {
    const drafted = [stated.key]
      .flat()
      .map((key) => draftedValue(matrix, stated.plan, key))
      .find((value) => value !== 'unknown');
    if (drafted === undefined) out.open.push(stated);
    else if (drafted === String(stated.is)) out.filled.push(stated);
    else out.wrong.push({ stated, drafted });
  }
  return out;
}

function draftedValue(matrix: Matrix, plan: string, key: string): string {
  const found = Object.values(matrix.plans).find(({ name }) => folded(name) === folded(plan));
  const version = found && matrix.versions[found.version];
  if (!version) return 'unknown';
  if (key === 'base') return matrix.plans[version.builds_on[0] ?? '']?.name ?? 'unknown';
  if (key === 'price' || key.startsWith('price ')) return priceOf(version, key.slice('price '.length));
  const cell = cellOf(matrix, version, key);
  return cell ? words(cell.value) : 'unknown';
}

function cellOf(matrix: Matrix, version: Version, name: string): Cell | undefined {
  for (const part of ['capabilities', 'limits'] as const) {
    const named = Object.values(matrix[part]).find((one) =>
      [one.key, one.name, ...one.also].some((other) => folded(other) === folded(name)),
    );
    if (named) return version[part][named.key];
  }
  return undefined;
}

function priceOf({ prices }: Version, interval: string): string {
  const price = prices.find((one) => (interval ? one.interval === interval : one.interval === 'any'));
  return price ? words(price.value) : 'unknown';
}

function words(value: Value): string {
  if (value.kind === 'amount') return String(value.n);
  if (value.kind !== 'money') return value.kind;
  return value.minor === 0 ? 'free' : `${(value.minor / 100).toFixed(2).replace(/\.00$/, '')} ${value.currency}`;
}

function folded(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ')
    .trim();
}
