/** The shape of a printed entitlement table: everything that the evaluator needs to answer, as plain data. */

export type SubscriptionState = 'trial' | 'active' | 'grace' | 'expired' | 'suspended';

/** A limit as a contract states it: a number of its unit, `unlimited`, or `unknown` (never granted). */
export type LimitValue = number | 'unlimited' | 'unknown';

export interface LimitRule {
  /** `counted`: things that exist; `rate`: events in `perSeconds`; `range`: the most that one request may span. */
  readonly counts: 'counted' | 'rate' | 'range';
  readonly perSeconds?: number;
  /** Share of the number, 0..1, up to which `checkLimit` answers `allowed`; the edge is rounded as `rounding` says. */
  readonly soft: number;
  /** Share of the number, 1 or more, up to which actions go through; 1 when left out. */
  readonly hard?: number;
  readonly rounding: 'up' | 'down' | 'nearest';
  readonly one: string;
  readonly other: string;
  readonly name: string;
  readonly marker?: boolean;
}

export interface VersionRow {
  readonly plan: string;
  readonly name: string;
  readonly line: string;
  readonly current: boolean;
  readonly states: readonly SubscriptionState[];
  readonly capabilities: readonly string[];
  readonly limits: Readonly<Record<string, LimitValue>>;
}

export interface StateRule {
  readonly keeps: 'paid' | 'fallback' | 'nothing';
  readonly warns: boolean;
  readonly lastsDays?: number;
  /** Version whose capabilities and limits hold instead, when `keeps` is `fallback`. */
  readonly fallback?: string;
  readonly refusal?: { readonly status: number; readonly code?: string };
}

export interface EntitlementTable {
  readonly product: string;
  /** `sha256-…` of the matrix that this table was printed from. */
  readonly digest: string;
  /** `marker` keys stand in contracts only: no page and no payload names them. */
  readonly capabilities: Readonly<Record<string, { readonly name: string; readonly marker?: boolean }>>;
  readonly limits: Readonly<Record<string, LimitRule>>;
  readonly versions: Readonly<Record<string, VersionRow>>;
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
        readonly locked?: string;
        /** What a holder who may finds on the page, by accessible role and name. */
        readonly shows?: { readonly role: string; readonly name: string };
        readonly refusal?: { readonly status: number; readonly code?: string };
      }
    >
  >;
}
