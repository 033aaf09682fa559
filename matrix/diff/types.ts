/** What a difference between two matrices consists of: facts only; the words for them are in `print/`. */
import type { FilePlace, Value } from '../types.ts';

/**
 * What a change does to those who have a contract. `offered` and `withdrawn`: what can be bought for it. `stated` and
 * `unstated`: what becomes known and unknown. `incomparable`: more in one way and less in another. `differs`: neither.
 */
export type Effect = 'gains' | 'loses' | 'offered' | 'withdrawn' | 'stated' | 'unstated' | 'incomparable' | 'differs';

export interface About {
  kind: 'capability' | 'limit' | 'meter' | 'price' | 'state' | 'trial' | 'version' | 'addon';
  key: string;
  /** Of a limit `hard` or `on_downgrade`, of a meter `aggregates`, of a price its interval, of a state `lasts`, of an add-on `quantity`. */
  facet?: string;
}

/** Where the two sides of a change stand. */
export interface Places {
  before?: FilePlace;
  after?: FilePlace;
}

/** One thing that contracts, or the buyers of add-ons, have in another way than before. Told once for all of them. */
export interface Holding {
  /** Ids of versions as their contracts carry them, or keys of add-ons. */
  holders: string[];
  of: 'versions' | 'addons';
  about: About;
  name: string;
  effect: Effect;
  /** Absent when copy and product change alike. */
  side?: 'advertised' | 'enforced';
  before?: Value;
  after?: Value;
  /** The plans, bundles and add-ons whose change this is, and for whom; nobody's where it is the holder's own. */
  because: { set: string; holders: string[] }[];
  /** Whether it takes something from holders of a published version. */
  breaks: boolean;
  at: Places;
}

export type Kept = 'plan' | 'version' | 'addon' | 'capability' | 'limit' | 'meter' | 'line' | 'key';

/**
 * `moved`: a plan has a new version, and the earlier one is a past version now. `retired`: nobody holds it any more.
 * `deleted`: gone without being retired. `reused`: the same id, for something else. `realiased`: an alias that stands
 * for something else. `unaliased`: an alias that stands for nothing. `sale`: a plan that is sold in another way.
 */
export type Fate =
  | 'new'
  | 'ended'
  | 'renamed'
  | 'moved'
  | 'retired'
  | 'deleted'
  | 'reused'
  | 'aliased'
  | 'realiased'
  | 'unaliased'
  | 'sale';

/** What there is to have: what came, what went, and what has another id. */
export interface Event {
  what: Kept;
  fate: Fate;
  key: string;
  name: string;
  /** The earlier id, or what an id stood for earlier. */
  was?: string;
  /** What an alias stands for now, the version that a plan moved to, or how it is sold now. */
  now?: string;
  /** The plan of a version. */
  plan?: string;
  /** Of a version that moved: whether its holders keep all that they had. */
  kept?: boolean;
  breaks: boolean;
  at: Places;
}

/** A change of words, for readers only, or of what only engineers see. */
export interface Wording {
  what: Kept | 'unit' | 'words' | 'role' | 'gate' | 'alias' | 'state' | 'price' | 'matrix';
  key: string;
  name: string;
  field: string;
  before?: string;
  after?: string;
  at: Places;
}

/** What a plan is sold as from now on, compared with the version that it takes the place of. */
export interface Offered {
  plan: string;
  version: string;
  instead_of: string;
  changes: Holding[];
}

/** How a promise to holders can be kept: words, and what to paste into the matrix. */
export interface Advice {
  about: string;
  /** What to do, in one or two sentences. */
  say: string;
  /** An id for the new version. */
  new_version?: string;
  /** YAML for `past_versions:`, complete with its digest. */
  past_version?: string;
}

export interface Named {
  name: string;
  plan?: string;
  published?: boolean;
}

export interface MatrixDiff {
  product: string;
  before: { digest: string };
  after: { digest: string };
  /** Whether holders of a published version lose anything. */
  breaks: boolean;
  holdings: Holding[];
  offered: Offered[];
  events: Event[];
  copy: Wording[];
  engineers: Wording[];
  /** Names of the versions, plans, bundles and add-ons that are told of. */
  names: { versions: Record<string, Named>; addons: Record<string, Named>; sets: Record<string, Named> };
  /** Singular and plural of what is counted. */
  units: Record<string, { one: string; other: string }>;
}
