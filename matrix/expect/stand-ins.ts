/** A key goes in; holders who may use it, those with most room first, come out: one of them stands for all. */
import type { Holder, Matrix } from '../types.ts';
import { isHeld } from '../value.ts';
import { effectiveVersion, holdersOf } from './enforced.ts';

/** Customers who pay and are in no special state. */
export function activeHolders(matrix: Matrix): Holder[] {
  return holdersOf(matrix).filter(({ state }) => state === 'active' && matrix.states[state]?.keeps === 'paid');
}

/** Equal ones in the order of the matrix. */
export function roomiest(matrix: Matrix, key: string): Holder[] {
  const room = (holder: Holder): number => {
    const version = effectiveVersion(matrix, holder);
    const cell = version?.limits[key] ?? version?.capabilities[key] ?? version?.meters[key];
    const value = cell?.enforced ?? cell?.value;
    if (value?.kind === 'amount') return value.n;
    return value && (value.kind === 'unlimited' || (!matrix.limits[key] && isHeld(value))) ? Infinity : 0;
  };
  return activeHolders(matrix)
    .map((holder) => ({ holder, room: room(holder) }))
    .filter((one) => one.room > 0)
    .sort((a, b) => (a.room === b.room ? 0 : b.room - a.room))
    .map((one) => one.holder);
}
