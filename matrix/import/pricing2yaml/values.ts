/** A value of a feature or limit as the source states it goes in; what it means, whatever its type, comes out. */
import type { Problem } from '../../problem.ts';
import { type Path, type Source, wordsAt } from '../../read/source.ts';
import { decimal, exactNumber } from '../decimal.ts';
import { type Declared, problemAt } from './read-pricing.ts';

export type Meaning =
  | { kind: 'yes' }
  | { kind: 'no' }
  | { kind: 'words'; text: string }
  | { kind: 'number'; n: number }
  | { kind: 'unlimited' }
  | { kind: 'uncountable'; words: string };

/** Words by which a pricing says that a plan has nothing of it. */
const ABSENT = /^(?:|none|no|n\/a|-+|–|—|not (?:included|available))$/i;

/** Gives a problem where the value is not of its declared type. `value` stands at `path`. */
export function meaningOf(source: Source, path: Path, value: unknown, type: Declared['valueType']): Meaning | Problem {
  const words = wordsAt(source, path) ?? '';
  switch (type) {
    case 'BOOLEAN':
      if (typeof value === 'boolean') return { kind: value ? 'yes' : 'no' };
      return wrong(source, path, value, '`true` or `false`, as its `valueType` is BOOLEAN.');
    case 'NUMERIC': {
      if (value === Number.POSITIVE_INFINITY) return { kind: 'unlimited' };
      const number = typeof value === 'number' || typeof value === 'string' ? decimal(words) : undefined;
      if (!number)
        return wrong(source, path, value, 'a number of 0 or more, or `.inf`, as its `valueType` is NUMERIC.');
      const n = exactNumber(number);
      return n === undefined || n > Number.MAX_SAFE_INTEGER ? { kind: 'uncountable', words } : { kind: 'number', n };
    }
    default:
      return textOf(source, path, value);
  }
}

function textOf(source: Source, path: Path, value: unknown): Meaning | Problem {
  const list = Array.isArray(value) ? value : [value];
  if (list.some((one) => one === null || typeof one === 'object'))
    return wrong(source, path, value, 'text, or a list of words, as its `valueType` is TEXT.');
  // A scalar as its file writes it: 1.10 is no text without its last 0.
  const text = Array.isArray(value) || typeof value === 'string' ? list.join(', ') : (wordsAt(source, path) ?? '');
  return ABSENT.test(text.trim()) ? { kind: 'no' } : { kind: 'words', text: text.trim() };
}

function wrong(source: Source, path: Path, value: unknown, write: string): Problem {
  const shown = Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `\`${String(value)}\``;
  return problemAt(source, path, `\`${path.join('.')}\` is ${shown}.`, write);
}

export function isProblem(one: Meaning | Problem): one is Problem {
  return 'rule' in one;
}

/** What a plan or add-on states of one feature or limit: `{ value: 5 }`, or 5 alone. */
export function ownValue(entry: unknown, path: Path): { value: unknown; path: Path } | undefined {
  if (entry === undefined || entry === null) return undefined;
  if (typeof entry !== 'object' || Array.isArray(entry)) return { value: entry, path };
  const { value } = entry as { value?: unknown };
  return value === undefined ? undefined : { value, path: [...path, 'value'] };
}
