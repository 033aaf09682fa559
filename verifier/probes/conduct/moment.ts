/** What is looked at once time was moved: how far from the first look on, and how. */
import type { Observation } from '../../types.ts';

export interface Moment {
  /** Seconds. */
  after: number;
  /** Nothing is left to look at: time need not be moved for it. */
  over?(): boolean;
  look(): Promise<Observation[]>;
}
