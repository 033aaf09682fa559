/** What there is to know of one value: what it is, who states it, and where it matters. */
import type { FilePlace, Gate, Lifecycle, Maturity, PriceCell, Sale, StateName, Value } from '../types.ts';

export type Kind = 'capability' | 'limit' | 'meter';

/** What copy says, and what the product enforces where that differs. */
export interface Told {
  value: Value;
  enforced?: Value;
  because?: string;
}

/** One set of the chain, nearest first. */
export interface Link {
  key: string;
  name: string;
  kind: 'plan' | 'bundle' | 'past version';
  /** The line of what it says; of the set itself, when it says nothing. */
  at: FilePlace;
  says?: Told;
  /** Whether the value is what this one says. */
  decides: boolean;
}

export interface Explanation extends Told {
  plan: { key: string; name: string; sale: Sale; aliases: string[] };
  version: { key: string; name: string; status: 'current' | 'past'; aliases: string[] };
  subject: {
    kind: Kind;
    key: string;
    name: string;
    aliases: string[];
    audience: string;
    maturity?: Maturity;
    lifecycle?: Lifecycle;
  };
  at: FilePlace;
  /** No set of the chain states it. */
  unstated: boolean;
  chain: Link[];
  states: {
    state: StateName;
    value: Value /** The version whose value holds in it, where that is another one. */;
    falls_back_to?: string;
  }[];
  /** The last number without a warning, and the last at all. */
  edges?: { soft: number; hard: number };
  gates: Gate[];
  prices: PriceCell[];
  addons: { key: string; name: string; gives?: Value; adds?: Value; at: FilePlace }[];
  past_versions: ({ key: string; name: string; until?: string; at: FilePlace } & Told)[];
}

/** One commit that changed the value. Without `before`, it was not stated at all. */
export interface Change {
  commit: string;
  date: string;
  subject: string;
  before?: Told;
  after?: Told;
}

export interface History {
  changes: Change[];
  /** Revisions that were looked at. */
  looked_at: number;
  /** Commits at which the matrix could not be read. */
  unreadable: string[];
  /** Whether there are older revisions that were not looked at. */
  more: boolean;
  /** Why the history could not be read. */
  unread?: string;
}
