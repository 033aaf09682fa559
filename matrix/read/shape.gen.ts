/** The matrix as its file states it. Printed from entitlements.schema.json by `npm run shape`; do not edit. */

/** What a company promises in each of its plans: the single source for pricing page, docs and enforcement. */
export interface RawMatrix {
  /** Version of this format: 1. */
  planproof: 1;
  /** How much this matrix states. copy: plans, names, values and prices. gates: also where the product enforces them. lifecycle: also states, trials and past contracts. Rules apply from their level on; copy when left out. */
  level?: 'copy' | 'gates' | 'lifecycle';
  /** The product's name as customers read it. */
  product: string;
  /** The language of names that state none, such as en. English when left out. */
  locale?: string;
  /** The currency of a price of 0, and of copy that names none. USD when left out. */
  currency?: string;
  /** What limits count, by key. Minutes, hours, days, weeks, months and years need no declaration. */
  units?: Record<string, RawUnit>;
  /** Who people are in an organisation, by key: { owner: { name: Owner } }. */
  roles?: Record<string, RawRole>;
  /** Product lines, in page order, such as self-hosted, cloud and partner. Plans of different lines are not compared. */
  lines?: Record<string, RawLine>;
  /** What a plan has or has not, in page order. */
  capabilities?: Record<string, RawCapability>;
  /** What a plan has so much of, in page order. */
  limits?: Record<string, RawLimit>;
  /** What is counted to be billed, in page order. */
  meters?: Record<string, RawMeter>;
  /** Sets of keys that several plans hold and nobody buys. */
  bundles?: Record<string, RawBundle>;
  /** The plans, in page order; { } where add-ons are all that is sold. */
  plans: Record<string, RawPlan>;
  /** What can be bought on top of a plan, in page order. */
  addons?: Record<string, RawAddon>;
  /** Contracts that are no longer sold and still hold. */
  past_versions?: Record<string, RawPastVersion>;
  /** For a version, the ids that old contracts and tokens carry. */
  version_aliases?: Record<string, RawIds>;
  /** Version ids that nobody holds any more. They are never used again. */
  retired_ids?: RawIds;
  /** Subscription states, and what each keeps, warns of and blocks. */
  states?: {
    /** Trying the product. */
    trial?: RawState;
    /** Paid, or free for good. */
    active?: RawState;
    /** A payment is late. */
    grace?: RawState;
    /** The contract has ended. */
    expired?: RawState;
    /** Locked by the company. */
    suspended?: RawState;
  };
  /** Trials, by name. */
  trials?: Record<string, RawTrial>;
  /** Words that the company owns: what never to say, and what must be said where. */
  words?: RawWords;
  /** Where the product enforces each key: one line a gate. */
  gates?: RawGate[];
  /** An OpenAPI document whose operations carry their gate as x-planproof-gate: { key: audit_logging }. A path from the folder of planproof.config.yaml. Such gates count as if they stood under gates. */
  gates_from?: string;
}

/** Keys, each once. */
export type RawKeys = string[];

/** Ids, each once. */
export type RawIds = string[];

/** Other words that people use for it. */
export type RawNames = string[];

/** text, or text by language: { en: Audit log, de: Prüfprotokoll } */
export type RawWordsByLocale = string | Record<string, string>;

/** Fields that no source states; the example needed something there. */
export type RawIllustrative = string[];

/** public: advertised. marker: plan metadata without a running surface. compatibility: still honoured, no longer advertised. internal: in no plan. */
export type RawAudience = 'public' | 'marker' | 'internal' | 'compatibility';

/** ga: ready for everybody. beta, preview: usable, and labelled so. waitlist: not usable yet. */
export type RawMaturity = 'ga' | 'beta' | 'preview' | 'waitlist';

/** What is on its way out: until when it works, and what takes its place. */
export interface RawLifecycle {
  /** The day from which nobody should begin to use it. */
  deprecated_at?: string;
  /** The day from which it no longer works. */
  sunset_at?: string;
  /** The key that takes its place. */
  replacement_key?: string;
}

/** How the API refuses: HTTP status and error code. */
export interface RawStatusCode {
  /** The HTTP status, such as 402. */
  status: number;
  /** The code in the body of the error, such as license_required. */
  code?: string;
}

/** Singular and plural of what is counted. */
export interface RawUnit {
  /** Singular, such as client workspace. */
  one: RawWordsByLocale;
  /** Plural, such as client workspaces. */
  other?: RawWordsByLocale;
}

/** A role. */
export interface RawRole {
  /** The name that customers read. */
  name: RawWordsByLocale;
  also?: RawNames;
  /** What the role may do. */
  description?: string;
}

/** A product line. */
export interface RawLine {
  /** The name that customers read. */
  name: RawWordsByLocale;
  /** The subscription states that its contracts can be in; all declared ones when left out. */
  states?: RawStateName[];
  illustrative?: RawIllustrative;
}

/** A subscription state. */
export type RawStateName = 'trial' | 'active' | 'grace' | 'expired' | 'suspended';

/** A capability. */
export interface RawCapability {
  /** The name of this capability that customers read. */
  name: RawWordsByLocale;
  /** Other words that people use for it; copy may say them too. */
  also?: RawNames;
  /** Retired keys that are still read and never written. */
  was?: RawIds;
  /** One sentence that says what it is. */
  description?: string;
  /** Heading of its rows in the pricing table. */
  group?: string;
  audience?: RawAudience;
  maturity?: RawMaturity;
  lifecycle?: RawLifecycle;
  /** the run-time flag that the product needs for it, or a list of flags */
  needs?: string | string[];
  /** Why the product refuses it to nobody, although not every plan has it. */
  ungated?: string;
}

/** A limit. */
export interface RawLimit {
  /** The name of this limit that customers read. */
  name: RawWordsByLocale;
  /** Other words that people use for it; copy may say them too. */
  also?: RawNames;
  /** Retired keys that are still read and never written. */
  was?: RawIds;
  /** One sentence that says what it is. */
  description?: string;
  /** Heading of its rows in the pricing table. */
  group?: string;
  audience?: RawAudience;
  maturity?: RawMaturity;
  lifecycle?: RawLifecycle;
  /** A declared unit, or minute, hour, day, week, month, year. */
  unit: string;
  /** counted: things that exist. rate: events in a period. range: the most that one request may span. */
  counts?: 'counted' | 'rate' | 'range';
  /** The period of a rate. */
  per?: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  /** Above this share of the plan's number, actions go through with a warning: 80%. */
  soft?: string;
  /** Above this share of the plan's number, actions are refused: 100%, or more where some overage is let through. */
  hard?: string;
  /** How an edge that is no whole number is rounded; down when left out. */
  rounding?: 'up' | 'down' | 'nearest';
  /** How long somebody may stay above the hard edge before new ones are refused. */
  grace?: string;
  /** What happens to new ones while usage cannot be read. */
  when_unreadable?: 'refuse' | 'allow';
  /** What happens to what is above the number of a smaller plan. */
  on_downgrade?: RawOnDowngrade;
  /** Product lines that it concerns; all when left out. */
  lines?: RawKeys;
  /** Why the product refuses nobody at it. */
  ungated?: string;
  illustrative?: RawIllustrative;
}

/** What happens to data above the number of a smaller plan. */
export interface RawOnDowngrade {
  /** How long it is hidden and can be had back. */
  hides_for?: string;
  /** What happens to it afterwards. */
  then: 'delete' | 'keep';
}

/** A meter. */
export interface RawMeter {
  /** The name of this meter that customers read. */
  name: RawWordsByLocale;
  /** Other words that people use for it; copy may say them too. */
  also?: RawNames;
  /** Retired keys that are still read and never written. */
  was?: RawIds;
  /** One sentence that says what it is. */
  description?: string;
  /** Heading of its rows in the pricing table. */
  group?: string;
  audience?: RawAudience;
  maturity?: RawMaturity;
  lifecycle?: RawLifecycle;
  /** A declared unit, or minute, hour, day, week, month, year. */
  unit: string;
  /** sum: all events. max: the highest level. unique: different ones. */
  aggregates?: 'sum' | 'max' | 'unique';
}

/** What customers read in place of a tick. */
export type RawDetail = RawWordsByLocale;

/** For a limit, its number, or unlimited. */
export type RawLimitValues = Record<string, RawLimitValue>;

/** a number, unlimited, unknown, on_request, or { advertised: 10, enforced: 12, because: ... } */
export type RawLimitValue = number | 'unlimited' | 'unknown' | 'on_request' | {
  /** What copy says. */
  advertised: RawPlainLimit;
  /** What the product enforces. */
  enforced: RawPlainLimit;
  /** Why the two differ. */
  because: string;
};

/** a number, unlimited or unknown */
export type RawPlainLimit = number | 'unlimited' | 'unknown';

/** an amount such as 4.99, { amount: 10, per: seat }, or { tiers: [...], per: call } */
export type RawAmount = number | {
  /** The amount in the units of its currency, such as 4.99. */
  amount?: number;
  /** What it is paid for: a unit such as seat, or 1000 call. */
  per?: string;
  /** Prices by quantity, from the smallest; the last has no up_to. */
  tiers?: RawTier[];
  /** graduated: each unit costs what its own tier says. volume: all cost what the tier of the whole says. */
  tiers_are?: 'graduated' | 'volume';
  /** A monthly amount that is charged once a year. */
  billed?: 'year';
  /** Whether this is the least that one pays ("from $10"). */
  from?: boolean;
  /** founding: for the first customers. compare_at: shown struck through. introductory: for a while. retired: no longer sold. */
  kind?: 'founding' | 'compare_at' | 'introductory' | 'retired';
  /** How long an introductory price holds. */
  lasts?: string;
  /** The last day on which it can be had. */
  until?: string;
  /** the payment provider's price id, or a list of them */
  id?: string | string[];
  /** What distinguishes it from another amount of the same plan. */
  note?: string;
};

/** One tier of a price. */
export interface RawTier {
  /** The last unit of this tier; none in the last tier. */
  up_to?: number;
  /** The amount for each unit. */
  amount?: number;
  /** The amount for the tier as a whole. */
  flat?: number;
}

/** free, on_request, or amounts by currency: { USD: { month: 4.99, year: 39 } } */
export type RawPrice = 'free' | 'on_request' | Record<string, RawIntervals>;

/** Amounts by interval: { month: 4.99, year: 39 }. */
export interface RawIntervals {
  /** Paid every day. */
  day?: RawAmounts;
  /** Paid every week. */
  week?: RawAmounts;
  /** Paid every month. */
  month?: RawAmounts;
  /** Paid every three months. */
  quarter?: RawAmounts;
  /** Paid every year. */
  year?: RawAmounts;
  /** Paid once. */
  once?: RawAmounts;
  /** Paid for what was used: { amount: 2, per: 1000 call }. */
  usage?: RawAmounts;
}

/** an amount such as 4.99, or a list of them for a contract that is sold at several prices */
export type RawAmounts = RawAmount | RawAmount[];

/** A set of keys that several plans hold. */
export interface RawBundle {
  /** The plan or bundle that this one builds on: it has all of that, and what is stated here. */
  everything_in?: string;
  /** Capabilities that it adds. A closed list: what is neither listed nor inherited is excluded. */
  has?: RawKeys;
  /** Inherited capabilities and meters that it lacks. */
  without?: RawKeys;
  /** Capabilities of which nobody has said yet whether it has them. `has` excludes none of these. */
  unknown?: RawKeys;
  /** Capabilities that it has in a way that takes words: { support: Live chat }. */
  details?: Record<string, RawDetail>;
  /** Meters that run for it. A closed list, as `has` is. */
  meters?: RawKeys;
  /** Its number for each limit: { seats: 5, projects: unlimited }. */
  limits?: RawLimitValues;
  illustrative?: RawIllustrative;
}

/** A plan. */
export interface RawPlan {
  /** The name that customers read. */
  name: RawWordsByLocale;
  /** Other words that people use for it; copy may say them too. */
  also?: RawNames;
  /** Retired plan ids that are still read. */
  was?: RawIds;
  /** The product line it belongs to. */
  line?: string;
  /** on_sale: anybody can buy it. on_request: by talking to the company. legacy: no longer sold, and continued. retired: no longer sold. before_launch: not sold yet. internal: never sold. on_sale when left out. */
  sale?: 'on_sale' | 'on_request' | 'legacy' | 'retired' | 'before_launch' | 'internal';
  /** The id that contracts carry; never reused. */
  version: string;
  /** One sentence for the pricing card. */
  summary?: string;
  /** A few words that stand out on the pricing card, such as Most popular. */
  badge?: string;
  price?: RawPrice;
  /** The plan or bundle that this one builds on: it has all of that, and what is stated here. */
  everything_in?: string;
  /** Capabilities that it adds. A closed list: what is neither listed nor inherited is excluded. */
  has?: RawKeys;
  /** Inherited capabilities and meters that it lacks. */
  without?: RawKeys;
  /** Capabilities of which nobody has said yet whether it has them. `has` excludes none of these. */
  unknown?: RawKeys;
  /** Capabilities that it has in a way that takes words: { support: Live chat }. */
  details?: Record<string, RawDetail>;
  /** Meters that run for it. A closed list, as `has` is. */
  meters?: RawKeys;
  /** Its number for each limit: { seats: 5, projects: unlimited }. */
  limits?: RawLimitValues;
  /** The subscription states that its contracts can be in; those of its line when left out. */
  states?: RawStateName[];
  illustrative?: RawIllustrative;
}

/** Something that is bought on top of a plan. */
export interface RawAddon {
  /** The name that customers read. */
  name: RawWordsByLocale;
  /** Other words that people use for it; copy may say them too. */
  also?: RawNames;
  /** Retired ids that are still read. */
  was?: RawIds;
  /** One sentence that says what it is. */
  description?: string;
  audience?: RawAudience;
  maturity?: RawMaturity;
  /** The plans that it can be bought with; all when left out. */
  for?: RawKeys;
  /** Add-ons that must be bought with it. */
  requires?: RawKeys;
  /** Add-ons that cannot be had together with it. */
  excludes?: RawKeys;
  /** How many can be bought; one when left out. */
  quantity?: {
    /** The smallest number that can be bought. */
    at_least?: number;
    /** The largest number that can be bought; any when left out. */
    at_most?: number;
  };
  price?: RawPrice;
  /** Capabilities that it adds. A closed list: what is neither listed nor inherited is excluded. */
  has?: RawKeys;
  /** Capabilities that it has in a way that takes words: { support: Live chat }. */
  details?: Record<string, RawDetail>;
  /** Meters that run for it. A closed list, as `has` is. */
  meters?: RawKeys;
  /** Numbers that take the place of those of the plan. */
  limits?: RawLimitValues;
  /** Numbers that are added to those of the plan, for each one bought: { seats: 5 }. */
  adds?: Record<string, number>;
  illustrative?: RawIllustrative;
}

/** A contract that is no longer sold. */
export interface RawPastVersion {
  /** The plan that it was a version of. */
  of: string;
  /** The name that its holders read. */
  name?: RawWordsByLocale;
  /** The event that ends it: cancellation, never, or a date such as 2027-01-31. */
  until?: string;
  /** The day from which nobody has it any more. */
  sunset_at?: string;
  price?: RawPrice;
  /** The bundle that it was built on. A plan may change, so an old contract never builds on one. */
  everything_in?: string;
  /** All capabilities that it holds, but for those of its bundle. */
  has: RawKeys;
  /** Inherited capabilities and meters that it lacks. */
  without?: RawKeys;
  /** Capabilities of which nobody has said yet whether it has them. `has` excludes none of these. */
  unknown?: RawKeys;
  /** Capabilities that it has in a way that takes words: { support: Live chat }. */
  details?: Record<string, RawDetail>;
  /** Meters that run for it. A closed list, as `has` is. */
  meters?: RawKeys;
  /** Its number for each limit: { seats: 5, projects: unlimited }. */
  limits: RawLimitValues;
  /** The subscription states that its contracts can be in; those of its line when left out. */
  states?: RawStateName[];
  /** Seal over its contents; `planproof check` prints the right one. */
  digest?: string;
  illustrative?: RawIllustrative;
}

/** What happens in a subscription state. */
export interface RawState {
  /** paid: all that was bought. fallback: what another plan has. nothing: locked. */
  keeps: 'paid' | 'fallback' | 'nothing';
  /** The plan whose contents hold in this state. */
  falls_back_to?: string;
  /** Whether people are warned. */
  warns?: boolean;
  /** nothing. new: nothing can be added. changes: nothing can be changed. everything: locked. */
  blocks?: 'nothing' | 'new' | 'changes' | 'everything';
  /** How long it lasts at most, such as 7 days. */
  lasts?: string;
  /** How the API refuses a holder in this state. */
  refusal?: RawStatusCode;
  /** What a holder in this state reads on a page instead of its content. */
  locked?: string;
  illustrative?: RawIllustrative;
}

/** A trial. */
export interface RawTrial {
  /** Product lines that offer it; all when left out. */
  lines?: RawKeys;
  /** The plan whose contents are tried. */
  gives?: string;
  /** a length such as 14 days, or none */
  length?: 'none' | string;
  /** Whether a payment card is asked for. */
  card_required?: boolean;
  illustrative?: RawIllustrative;
}

/** Words that the company owns. */
export interface RawWords {
  /** Phrases that no copy may hold, and what to say instead. */
  never_say?: ({
    /** The phrase, whatever its case. */
    phrase: string;
    /** What to say instead. */
    say: string;
  })[];
  /** Words that must stand somewhere: legal notes, counting rules. */
  must_say?: ({
    /** The words that must stand there. */
    phrase: string;
    /** The files or pages that must hold them, such as docs/billing.md or /pricing. */
    on: string[];
    /** Why they must. */
    because?: string;
  })[];
  /** Names of plans that must not come back. */
  retired_names?: RawRetiredName[];
  /** Prices that must not come back. */
  retired_prices?: RawRetiredPrice[];
}

/** A plan name that is gone. */
export interface RawRetiredName {
  /** The name that was. */
  name: string;
  /** What to say instead. */
  say?: string;
}

/** A price that is gone. */
export interface RawRetiredPrice {
  /** The plan that it was the price of; any plan when left out. */
  plan?: string;
  currency: string;
  /** The interval that it was paid at. */
  interval: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'once' | 'usage';
  /** The amount in the units of its currency, such as 29. */
  amount: number;
}

/** A place where the product enforces one key. */
export interface RawGate {
  /** The one capability, limit or meter that it enforces. */
  key: string;
  /** Method and path, such as GET /api/audit. */
  api?: string;
  /** Path of the page. */
  app?: string;
  /** Name of the background job or event. */
  job?: string;
  /** What a holder who may finds on the page. */
  shows?: {
    /** Accessible role, such as table. */
    role: string;
    /** Accessible name, such as Audit log. */
    name: string;
  };
  /** What a refused visitor reads on the page. */
  locked?: string;
  /** Where `locked` is the name of a control: its accessible role, such as link. With role and name of `shows`: the same control, disabled. */
  locked_role?: string;
  refusal?: RawStatusCode;
  /** The roles that are offered it; all when left out. */
  roles?: RawKeys;
}
