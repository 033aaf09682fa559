/** What the command line asks for (`pro_v6`, `pro_v6.expired`, `*.grace`; keys) goes in; whether a question is part of it comes out. */
import type { Holder, Matrix } from '../../matrix/types.ts';
import type { Exclusion } from '../types.ts';

export interface Narrow {
  /** Contracts, in a state or in all that they can be in; all when empty. */
  holders: readonly string[];
  /** Keys of gates; all when empty. */
  keys: readonly string[];
}

export const EVERYTHING: Narrow = { holders: [], keys: [] };

/** Whether a part is asked for, and not everything. */
export function isNarrow({ holders, keys }: Narrow): boolean {
  return holders.length + keys.length > 0;
}

export function isPartOf({ holders, keys }: Narrow, holder: Holder, key: string): boolean {
  const { version, state } = holder;
  const isMeant = (words: string) => [version, `${version}.${state}`, `*.${state}`].includes(words);
  return (!holders.length || holders.some(isMeant)) && (!keys.length || keys.includes(key));
}

/** What leads to no question at all, so that a slip of the hand is not a clean audit. */
export function unknownIn({ holders, keys }: Narrow, matrix: Matrix, all: readonly Holder[]): string[] {
  const known = new Set(all.flatMap(({ version, state }) => [version, `${version}.${state}`, `*.${state}`]));
  const gated = new Set(matrix.gates.map((gate) => gate.key));
  return [...holders.filter((words) => !known.has(words)), ...keys.filter((key) => !gated.has(key))];
}

/** An audit of a part says so in its report. */
export function leftOutByNarrow(narrow: Narrow, surface: string, count: number): Exclusion[] {
  if (!count) return [];
  const words = [...narrow.holders.map((one) => `--holder ${one}`), ...narrow.keys.map((one) => `--key ${one}`)];
  const what = 'everything that the command line did not ask for';
  return [{ surface, what, count, reason: `it said ${words.join(' ')}`, owner: 'command line', of: 'question' }];
}
