/** The edge of a rate and how it is configured go in; by what the length of its window can be seen comes out. */
import type { Period } from '../../../matrix/types.ts';
import { secondsOf } from './edge-outcome.ts';
import type { Edge } from './find-edge.ts';

export interface Window {
  edge: Edge;
  per: Period | undefined;
  rolling: boolean;
  /** Somebody moves time. */
  clock: boolean;
}

/** The audit itself takes minutes of a window, and looks again before it is over. */
const SHORTEST_BY_CLOCK_S = 3600;

/**
 * `wait`: the refusal tells. `clock`: it does not, and it is looked for again shortly before the window is over. Nothing
 * where there is no window, or the configuration does not say that it rolls: that is listed before anybody asks.
 */
export function windowShown({ edge, per, rolling, clock }: Window): 'wait' | 'clock' | 'by_nobody' | undefined {
  if (!per || !rolling || edge.is !== 'found') return undefined;
  const seconds = secondsOf(per);
  if (seconds === undefined) return 'by_nobody';
  if (edge.wait !== undefined) return 'wait';
  // What asks too early counts in some products; with room for two it is no reason to refuse once the window is over.
  return clock && seconds >= SHORTEST_BY_CLOCK_S && edge.hard > 1 ? 'clock' : 'by_nobody';
}
