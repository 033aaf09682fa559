/** The shape of a printed entitlement table: everything that the evaluator needs to answer, as plain data. */

export type SubscriptionState = 'trial' | 'active' | 'grace' | 'expired' | 'suspended';

/** A limit as a contract states it: a number of its unit, `unlimited`, or `unknown` (never granted). */
export type LimitValue = number | 'unlimited' | 'unknown';

/** What a key on its way out says of itself; days are `2027-01-31`. */
export interface Lifecycle {
  readonly deprecated?: true;
  readonly sunset_at?: string;
  readonly replacement_key?: string;
}

export interface LimitRule extends Lifecycle {
  /** `counted`: things that exist; `rate`: events in `perSeconds`; `range`: the most that one request may span. */
  readonly counts: 'counted' | 'rate' | 'range';
  readonly perSeconds?: number;
  /** Share of the number, 0..1, up to which `checkLimit` answers `allowed`; the edge is rounded as `rounding` says. */
  readonly soft: number;
  /** Share of the number, 1 or more, up to which actions go through; 1 when left out. */
  readonly hard?: number;
  readonly rounding: 'up' | 'down' | 'nearest';
  /** What a count that cannot be read does; it is refused when left out. */
  readonly whenUnreadable?: 'refuse' | 'allow';
  /** Days above the number until new things are refused everywhere, where they are stated. */
  readonly graceDays?: number;
  /** What becomes of things above the number after a downgrade. */
  readonly onDowngrade?: { readonly hidesForDays?: number; readonly afterwards: 'delete' | 'keep' };
  readonly one: string;
  readonly other: string;
  readonly name: string;
  readonly marker?: boolean;
}

/** What is measured as it is used, and billed or shown. */
export interface MeterRule extends Lifecycle {
  readonly one: string;
  readonly other: string;
  readonly name: string;
  readonly marker?: boolean;
}

/** What is bought on top of a plan. */
export interface AddonRow {
  readonly name: string;
  /** Plans that it can be bought with. */
  readonly for: readonly string[];
  readonly capabilities: readonly string[];
  readonly meters: readonly string[];
  /** Takes the place of the plan's numbers. */
  readonly limits: Readonly<Record<string, LimitValue>>;
  /** Added to the plan's numbers, for each one bought. */
  readonly adds: Readonly<Record<string, number | 'unlimited'>>;
}

export interface TrialRule {
  readonly lines: readonly string[];
  /** The version whose contents are tried, where one is named. */
  readonly gives?: string;
  readonly lengthDays?: number;
}

export interface VersionRow {
  readonly plan: string;
  readonly name: string;
  readonly line: string;
  readonly current: boolean;
  readonly states: readonly SubscriptionState[];
  readonly capabilities: readonly string[];
  readonly limits: Readonly<Record<string, LimitValue>>;
  readonly meters?: readonly string[];
  /** New contracts of it can be had. */
  readonly offered?: 'on_sale' | 'on_request';
  /** Of a past version: what ends it (`cancellation`, `never` or a day). */
  readonly until?: string;
}

export interface StateRule {
  readonly keeps: 'paid' | 'fallback' | 'nothing';
  readonly warns: boolean;
  readonly lastsDays?: number;
  /** Version whose capabilities and limits hold instead, when `keeps` is `fallback`. */
  readonly fallback?: string;
  readonly refusal?: { readonly status: number; readonly code?: string };
}

export interface CapabilityRule extends Lifecycle {
  readonly name: string;
  /** It stands in contracts only: no page and no payload names it. */
  readonly marker?: boolean;
  /** Run-time flags that the product needs for it. */
  readonly needs?: readonly string[];
}

/** Who somebody is in their organisation. */
export interface RoleRule {
  readonly name: string;
}

export interface EntitlementTable {
  readonly product: string;
  /** `sha256-…` of the matrix that this table was printed from. */
  readonly digest: string;
  readonly capabilities: Readonly<Record<string, CapabilityRule>>;
  readonly limits: Readonly<Record<string, LimitRule>>;
  readonly meters?: Readonly<Record<string, MeterRule>>;
  readonly versions: Readonly<Record<string, VersionRow>>;
  /** Versions that can be had today, in the order of the pricing page. */
  readonly offers?: readonly string[];
  readonly addons?: Readonly<Record<string, AddonRow>>;
  /** By the key that gates name. */
  readonly roles?: Readonly<Record<string, RoleRule>>;
  readonly trials?: Readonly<Record<string, TrialRule>>;
  /** The version that each price id of the payment provider buys; any other id buys nothing. */
  readonly prices?: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<SubscriptionState, StateRule>>;
  /** What old contracts call things, to what they are called now. Read, never written. */
  readonly aliases: {
    readonly versions: Readonly<Record<string, string>>;
    readonly keys: Readonly<Record<string, string>>;
  };
  /** What a refused page says and a refused call answers, by gate: `GET /api/audit` or `/settings/audit`. */
  readonly gates: Readonly<
    Record<
      string,
      {
        readonly key: string;
        /** Roles that are offered it; all when left out. */
        readonly roles?: readonly string[];
        readonly locked?: string;
        /** What a holder who may finds on the page, by accessible role and name. */
        readonly shows?: { readonly role: string; readonly name: string };
        readonly refusal?: { readonly status: number; readonly code?: string };
      }
    >
  >;
}
