/** A contract and a key go in; the cell by which its holders have something of the key comes out, if they have. */
import type { Cell, Version } from '../types.ts';
import { isHeld } from '../value.ts';

export function holding({ capabilities, limits, meters }: Version, key: string): Cell | undefined {
  const cell = capabilities[key] ?? meters[key];
  if (cell) return isHeld(cell.value) || cell.value.kind === 'addon' ? cell : undefined;
  const limit = limits[key];
  if (!limit || limit.value.kind === 'unknown') return undefined;
  return limit.value.kind === 'amount' && limit.value.n === 0 ? undefined : limit;
}

/** Keys in the words of a sentence: `pro`, `team` and 3 others. */
export function listed(keys: readonly string[]): string {
  const shown = keys.slice(0, 3).map((key) => `\`${key}\``);
  const more = keys.length - shown.length;
  if (more) return `${shown.join(', ')} and ${more} ${more === 1 ? 'other' : 'others'}`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
}
