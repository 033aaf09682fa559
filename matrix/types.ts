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

/** `usage`: paid for what was used. `any`: the same whichever way one pays (free, on request). */
export type Interval = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'once' | 'usage' | 'any';

/**
 * What a value is about. `facet` narrows it: a limit has `soft` and `hard`, a price its interval, a gate its operation
 * (`GET /api/audit`) or page (`/settings/audit`), a plan its `name`, `sale` or `state`.
 */
export interface Subject {
  kind: 'capability' | 'limit' | 'meter' | 'addon' | 'price' | 'gate' | 'plan' | 'trial' | 'grace' | 'words';
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
  /** `texts`: the same by language, where the matrix states languages. */
  | { kind: 'words'; text: string; texts?: Record<string, string> }
  | { kind: 'amount'; n: number; unit: string; per?: Period; bound: Bound }
  | {
      kind: 'money';
      minor: number;
      currency: string;
      /** `n` of `unit`: 200 per 1000 calls is `{ n: 1000, unit: 'call' }`; one when left out. */
      per?: { period?: Interval; n?: number; unit?: string };
      billed?: Interval;
      /** The least that one pays, and not what everybody pays. */
      from?: true;
    }
  | { kind: 'refusal'; status: number; code?: string };

/**
 * Where something stands. Lines and columns count from 1; `length` is in UTF-16 code units. Paths use `/`. `words` are those
 * that were read there, with white space folded; a place in the matrix has none.
 */
export type Place =
  | { kind: 'file'; path: string; line: number; column: number; length: number; words?: string }
  | { kind: 'page'; url: string; selector: string; words: string }
  | { kind: 'call'; method: string; path: string; pointer: string };

export type FilePlace = Extract<Place, { kind: 'file' }>;

/** A value with the line that states it. `from` is the chain of plans it was inherited through, nearest first. */
export interface Cell {
  /** What copy says. */
  value: Value;
  at: FilePlace;
  from: string[];
  /** No set of the chain states it: a closed list leaves it out, or nothing is said. */
  unstated?: true;
  /** What the product enforces, where that is not what copy says, and why. */
  enforced?: Value;
  because?: string;
}

export interface Unit {
  key: string;
  one: string;
  other: string;
  /** The same in further languages. */
  locales: Record<string, { one?: string; other?: string }>;
}

export type Audience = 'public' | 'marker' | 'internal' | 'compatibility';

export type Maturity = 'ga' | 'beta' | 'preview' | 'waitlist';

/** What is on its way out: days are `2027-01-31`. */
export interface Lifecycle {
  deprecated_at?: string;
  sunset_at?: string;
  replacement_key?: string;
}

/** What capabilities, limits and meters have in common. */
export interface Key {
  key: string;
  name: string;
  /** Its name in further languages, by locale. */
  names: Record<string, string>;
  also: string[];
  description?: string;
  group?: string;
  audience: Audience;
  maturity?: Maturity;
  lifecycle?: Lifecycle;
  at: FilePlace;
}

export interface Capability extends Key {
  /** Run-time flags that the product needs for it. */
  needs: string[];
  /** Why the product refuses it to nobody. */
  ungated?: string;
}

export type Rounding = 'up' | 'down' | 'nearest';

export interface Limit extends Key {
  unit: string;
  /** `counted` limits hold things that exist; `rate` limits count events in a period; `range` limits bound a request. */
  counts: 'counted' | 'rate' | 'range';
  per?: Period;
  /** Share of the plan's number, 0..1, up to which nothing is said. */
  soft?: number;
  /** Share of the plan's number, 1 or more, above which actions are refused; 1 when left out. */
  hard?: number;
  rounding: Rounding;
  /** How long one may stay above the hard edge. */
  grace?: { n: number; unit: string };
  when_unreadable?: 'refuse' | 'allow';
  on_downgrade?: { hides_for?: { n: number; unit: string }; afterwards: 'delete' | 'keep' };
  /** Product lines that the limit concerns; empty means all. */
  lines: string[];
  /** Why the product refuses nobody at it. */
  ungated?: string;
  illustrative: string[];
}

export interface Meter extends Key {
  unit: string;
  aggregates?: 'sum' | 'max' | 'unique';
}

export interface Role {
  key: string;
  name: string;
  names: Record<string, string>;
  also: string[];
  /** What the role may do. */
  description?: string;
  at: FilePlace;
}

export interface Line {
  key: string;
  name: string;
  names: Record<string, string>;
  states: StateName[];
  illustrative: string[];
  at: FilePlace;
}

export type Sale = 'on_sale' | 'on_request' | 'legacy' | 'retired' | 'before_launch' | 'internal';

/** Other than what everybody is asked for. */
export type PriceKind = 'founding' | 'compare_at' | 'introductory' | 'retired';

/** Amounts are in whole minor units of the price's currency. */
export interface PriceTier {
  up_to?: number;
  minor?: number;
  flat_minor?: number;
}

export interface PriceCell extends Cell {
  interval: Interval;
  /** Of a price in tiers: its first tier, as `from`. */
  value: Extract<Value, { kind: 'money' | 'on_request' }>;
  kind?: PriceKind;
  tiers?: { are: 'graduated' | 'volume'; list: PriceTier[] };
  lasts?: { n: number; unit: string };
  until?: string;
  /** Price ids of the payment provider. */
  ids: string[];
  note?: string;
}

export interface Plan {
  key: string;
  name: string;
  names: Record<string, string>;
  also: string[];
  line: string;
  sale: Sale;
  /** One sentence for the pricing card. */
  summary?: string;
  badge?: string;
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
  /** Its name in further languages, by locale. */
  names: Record<string, string>;
  line: string;
  sale: Sale;
  status: 'current' | 'past';
  until?: string;
  /** The day from which nobody has it any more. */
  sunset_at?: string;
  states: StateName[];
  /** Plans and bundles that it is built on, nearest first. */
  builds_on: string[];
  /** One entry for every declared capability, sorted by key. */
  capabilities: Record<string, Cell>;
  /** One entry for every declared limit, sorted by key. */
  limits: Record<string, Cell>;
  /** One entry for every declared meter, sorted by key. */
  meters: Record<string, Cell>;
  prices: PriceCell[];
  illustrative: string[];
  at: FilePlace;
}

/** A set of keys that nobody buys; what it holds stands in the versions that are built on it. */
export interface Bundle {
  key: string;
  everything_in?: string;
  illustrative: string[];
  at: FilePlace;
}

/** What is bought on top of a plan. */
export interface Addon {
  key: string;
  name: string;
  names: Record<string, string>;
  also: string[];
  description?: string;
  audience: Audience;
  maturity?: Maturity;
  /** Plans that it can be bought with. */
  for: string[];
  requires: string[];
  excludes: string[];
  /** Without `at_most`, any number. */
  quantity: { at_least: number; at_most?: number };
  prices: PriceCell[];
  /** Only what it states: what it gives, and what takes the place of the plan's numbers. */
  capabilities: Record<string, Cell>;
  limits: Record<string, Cell>;
  meters: Record<string, Cell>;
  /** Added to the plan's numbers, for each one bought. */
  adds: Record<string, Cell>;
  illustrative: string[];
  at: FilePlace;
}

export interface State {
  name: StateName;
  keeps: 'paid' | 'nothing' | 'fallback';
  warns: boolean;
  blocks?: 'nothing' | 'new' | 'changes' | 'everything';
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
  /** The plan whose contents are tried. */
  gives?: string;
  length?: { n: number; unit: string };
  card_required?: boolean;
  illustrative: string[];
  at: FilePlace;
}

export interface Gate {
  key: string;
  /** `GET /api/audit`: method and path. */
  api?: string;
  /** Path of the page, or of a control on it. */
  app?: string;
  /** Name of the background job or event. */
  job?: string;
  /** Roles that are offered it; all when left out. */
  roles?: string[];
  /** What a holder who may finds on the page, by accessible role and name. */
  shows?: { role: string; name: string };
  /** Text that a refused visitor reads on the page. */
  locked?: string;
  /** Where that is the name of a control: its accessible role. That of `shows` itself means the same control, disabled. */
  locked_role?: string;
  refusal?: { status: number; code?: string };
  at: FilePlace;
}

export interface Phrase {
  phrase: string;
  say: string;
  at: FilePlace;
}

/** Words that must stand in some files or pages. */
export interface Notice {
  phrase: string;
  on: string[];
  because?: string;
  at: FilePlace;
}

export interface RetiredName {
  name: string;
  say?: string;
  at: FilePlace;
}

export interface RetiredPrice {
  plan?: string;
  interval: Interval;
  value: Extract<Value, { kind: 'money' }>;
  at: FilePlace;
}

export type Level = 'copy' | 'gates' | 'lifecycle';

/** The compiled promise. Deeply frozen; every record is sorted by key; `order` keeps the page order. */
export interface Matrix {
  product: string;
  level: Level;
  /** The language of every `name`. */
  locale: string;
  /** `sha256-` and 64 hex digits over everything stated, without places. */
  digest: string;
  currency: string;
  units: Record<string, Unit>;
  capabilities: Record<string, Capability>;
  limits: Record<string, Limit>;
  meters: Record<string, Meter>;
  roles: Record<string, Role>;
  lines: Record<string, Line>;
  plans: Record<string, Plan>;
  versions: Record<string, Version>;
  bundles: Record<string, Bundle>;
  addons: Record<string, Addon>;
  /** Version ids that nobody holds any more. */
  retired_ids: string[];
  states: Record<string, State>;
  trials: Record<string, Trial>;
  /** Retired ids, each with the id that stands for it now. */
  aliases: Record<'plans' | 'addons' | 'versions' | 'keys', Record<string, string>>;
  gates: Gate[];
  /** The document that has further gates, as long as it was not read with the matrix. */
  gates_from?: string;
  words: { never_say: Phrase[]; must_say: Notice[]; retired_names: RetiredName[]; retired_prices: RetiredPrice[] };
  order: {
    capabilities: string[];
    limits: string[];
    meters: string[];
    plans: string[];
    addons: string[];
    lines: string[];
    versions: string[];
  };
}
