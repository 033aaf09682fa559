/** The nouns of a draft: the plans and keys that documents speak of, and what they say of each. */
import type { Interval, Place, Value } from '../types.ts';

export interface FoundPlan {
  name: string;
  /** The words that it shares with others: "Cloud" of "Cloud Starter" and "Cloud Power". */
  line?: string;
  /** Where the documents name it first. */
  at: Place;
}

export interface FoundKey {
  kind: 'capability' | 'limit';
  name: string;
  /** Other words that the documents use for it. */
  also: string[];
  /** Its id, where a document sets one as code beside the name. */
  id?: string;
  /** What a limit counts, as written: `team members`, `day`. */
  unit?: string;
  per?: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  group?: string;
  at: Place;
}

/** What the documents speak of, before anybody looks at what they say of it. */
export interface Found {
  product: string;
  plans: FoundPlan[];
  keys: FoundKey[];
}

/** One value, and every place that states it. */
export interface Said {
  value: Value;
  at: Place[];
}

/** Everything that is said of one fact: one value, or several that contradict each other. */
export type DraftCell = { version: string; said: Said[] } & (
  | { kind: 'capability' | 'limit'; key: string }
  | { kind: 'price'; interval: Interval }
);

/** "Everything in Relay, plus". */
export interface DraftBase {
  version: string;
  base: string;
  at: Place[];
}

export interface Draft {
  found: Found;
  bases: DraftBase[];
  cells: DraftCell[];
}
