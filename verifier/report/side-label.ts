/** A side of a finding and its place among the sides go in; what it is to a reader comes out. */
import type { Side } from '../types.ts';

export type SideLabel = 'expected' | 'stated' | 'seen';

/** Where the matrix does not say what was expected, the first side stated it. */
export function sideLabel({ who }: Side, index: number): SideLabel {
  if (who === 'matrix') return 'expected';
  return index > 0 ? 'seen' : 'stated';
}
