/** Values of the matrix go in; what holds of them, whatever words stand for it, comes out. */
import type { Value } from './types.ts';

/** Whether a capability with this value is had: a tick, or words in its place. */
export function isHeld({ kind }: Value): boolean {
  return kind === 'included' || kind === 'words';
}
