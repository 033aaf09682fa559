/** What a probe is told of a limit: its unit, how far to look, and how it refuses; never what a plan states. */
import type { Period } from '../../../matrix/types.ts';
import type { Refusal } from '../meaning.ts';

export interface LimitBudget {
  unit: string;
  per?: Period;
  /** The amount at which the search for an edge ends, the same for every holder. */
  budget: number;
  /** Operation and refusal of the limit's gate. */
  operation: string;
  refusal?: Refusal;
}
