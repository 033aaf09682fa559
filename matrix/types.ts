/** The nouns that every room shares: what is asked about, what is answered, and the compiled promise. */

/** Who is asked for. Plan and product line follow from `version`. */
export interface Holder {
  version: string;
  state: StateName;
  addons?: string[];
  role?: string;
  deployment?: string;
  usage?: Record<string, number>;
}

export const STATE_NAMES = ['trial', 'active', 'grace', 'expired', 'suspended'] as const;
export type StateName = (typeof STATE_NAMES)[number];

/** The context of a published fact. */
export interface Offer {
  currency?: string;
  interval?: Interval;
  market?: string;
  locale?: string;
}

/** `any`: the same whichever way one pays (free, on request). */
export type Interval = 'month' | 'year' | 'once' | 'any';

/**
 * What a value is about. `facet` narrows it: a limit has `soft` and `hard`, a price its interval, a gate its operation
 * (`GET /api/audit`) or page (`/settings/audit`), a plan its `name`, `sale` or `state`.
 */
export interface Subject {
  kind: 'capability' | 'limit' | 'price' | 'gate' | 'plan' | 'trial' | 'grace' | 'words';
  key: string;
  facet?: string;
}

export interface Question {
  holder?: Holder;
  offer?: Offer;
  subject: Subject;
}

export type Bound = 'exactly' | 'at_most' | 'at_least' | 'about';

/** A span of time that an amount is counted over: 1 per hour is `{ n: 1, unit: 'hour' }`. */
export interface Period {
  n: number;
  unit: string;
}

/** What a surface answers, whichever surface it is. `unlimited` and `unknown` are values, never 0, null or a gap. */
export type Value =
  | { kind: 'included' }
  | { kind: 'excluded' }
  | { kind: 'addon' }
  | { kind: 'on_request' }
  | { kind: 'unknown' }
  | { kind: 'unlimited'; unit?: string }
  | { kind: 'duration'; n: number; unit: string }
  | { kind: 'words'; text: string }
  | { kind: 'amount'; n: number; unit: string; per?: Period; bound: Bound }
  | { kind: 'money'; minor: number; currency: string; per?: { period?: Interval; unit?: string }; billed?: Interval }
  | { kind: 'refusal'; status: number; code?: string };

/** Where something stands. Lines and columns count from 1; `length` is in UTF-16 code units. Paths use `/`. */
export type Place =
  | { kind: 'file'; path: string; line: number; column: number; length: number }
  | { kind: 'page'; url: string; selector: string; words: string }
  | { kind: 'call'; method: string; path: string; pointer: string };

export type FilePlace = Extract<Place, { kind: 'file' }>;

/** A value with the line that states it. `from` is the chain of plans it was inherited through, nearest first. */
export interface Cell {
  value: Value;
  at: FilePlace;
  from: string[];
}

export interface Unit {
  key: string;
  one: string;
  other: string;
}

export type Audience = 'public' | 'marker' | 'internal' | 'compatibility';

export interface Capability {
  key: string;
  name: string;
  also: string[];
  group?: string;
  audience: Audience;
  /** A run-time flag that the product needs for it. */
  needs?: string;
  at: FilePlace;
}

export type Rounding = 'up' | 'down' | 'nearest';

export interface Limit {
  key: string;
  name: string;
  also: string[];
  group?: string;
  audience: Audience;
  unit: string;
  /** `counted` limits hold things that exist; `rate` limits count events in a period; `range` limits bound a request. */
  counts: 'counted' | 'rate' | 'range';
  per?: Period;
  /** Share of the plan's number, 0..1, up to which nothing is said. */
  soft?: number;
  rounding: Rounding;
  /** Product lines that the limit concerns; empty means all. */
  lines: string[];
  at: FilePlace;
}

export interface Line {
  key: string;
  name: string;
  states: StateName[];
  at: FilePlace;
}

export type Sale = 'on_sale' | 'on_request' | 'legacy' | 'retired' | 'before_launch' | 'internal';

export interface PriceCell extends Cell {
  interval: Interval;
  value: Extract<Value, { kind: 'money' | 'on_request' }>;
  note?: string;
}

export interface Plan {
  key: string;
  name: string;
  also: string[];
  line: string;
  sale: Sale;
  /** One sentence for the pricing card. */
  summary?: string;
  version: string;
  everything_in?: string;
  illustrative: string[];
  at: FilePlace;
}

/** An immutable commercial contract: what its holders were sold, fully expanded. */
export interface Version {
  key: string;
  plan: string;
  name: string;
  line: string;
  sale: Sale;
  status: 'current' | 'past';
  until?: string;
  states: StateName[];
  /** Plans and bundles that it is built on, nearest first. */
  builds_on: string[];
  /** One entry for every declared capability, sorted by key. */
  capabilities: Record<string, Cell>;
  /** One entry for every declared limit, sorted by key. */
  limits: Record<string, Cell>;
  prices: PriceCell[];
  illustrative: string[];
  at: FilePlace;
}

export interface State {
  name: StateName;
  keeps: 'paid' | 'nothing' | 'fallback';
  warns: boolean;
  lasts?: { n: number; unit: string };
  falls_back_to?: string;
  refusal?: { status: number; code?: string };
  /** What a holder in this state reads on a page instead of its content. */
  locked?: string;
  illustrative: boolean;
  at: FilePlace;
}

export interface Trial {
  key: string;
  lines: string[];
  length?: { n: number; unit: string };
  card_required?: boolean;
  at: FilePlace;
}

export interface Gate {
  key: string;
  /** `GET /api/audit`: method and path. */
  api?: string;
  /** Path of the page, or of a control on it. */
  app?: string;
  /** What a holder who may finds on the page, by accessible role and name. */
  shows?: { role: string; name: string };
  /** Text that a refused visitor reads on the page. */
  locked?: string;
  refusal?: { status: number; code?: string };
  at: FilePlace;
}

export interface Phrase {
  phrase: string;
  say: string;
  at: FilePlace;
}

export type Level = 'copy' | 'gates' | 'lifecycle';

/** The compiled promise. Deeply frozen; every record is sorted by key; `order` keeps the page order. */
export interface Matrix {
  product: string;
  level: Level;
  /** `sha256-` and 64 hex digits over everything stated, without places. */
  digest: string;
  currency: string;
  units: Record<string, Unit>;
  capabilities: Record<string, Capability>;
  limits: Record<string, Limit>;
  lines: Record<string, Line>;
  plans: Record<string, Plan>;
  versions: Record<string, Version>;
  states: Record<string, State>;
  trials: Record<string, Trial>;
  aliases: { plans: Record<string, string>; versions: Record<string, string>; keys: Record<string, string> };
  gates: Gate[];
  words: { never_say: Phrase[] };
  order: { capabilities: string[]; limits: string[]; plans: string[]; lines: string[]; versions: string[] };
}
