/** What a configuration states of how a product has to behave beyond its gates: tokens, tenants, roles, a demo, trials, time. */
import type { StateName } from '../../matrix/types.ts';
import type { UndoConfig } from './limits.ts';
import type { RequestConfig } from './requests.ts';

export interface As {
  version: string;
  state: StateName;
}

export interface RefusedWith {
  status: number;
  code?: string;
}

/** Tokens that are none have to be refused with 401 or 403: altered, cut, missing, and what is stated here. */
export interface TokensConfig {
  /** `jwt`: also with the algorithm `none`. */
  form?: 'jwt';
  /** The request that ends a session: its token is refused from then on. */
  revoke?: string;
  /** `8 hours`: so long a token holds. Asked where there is a `clock`. */
  lasts?: string;
}

/** What one tenant makes under a limit by `count`, and how another one would get at it. */
export interface IsolationConfig {
  /** Key of the limit. */
  of: string;
  /** Requests with `{made}` that another tenant has to be refused with 401, 403 or 404. */
  reach?: RequestConfig[];
  /** Lists in which another tenant must not find it; `id` is a pointer within an item, `/id` when left out. */
  lists?: { request: string; items: string; id?: string }[];
}

export interface RolesConfig {
  /** How one signs in with a role: `{role}` is what it is `called`. */
  sign_in: RequestConfig & { token?: string };
  /** JSON pointer to the role in the answer of who-am-I. */
  shows: string;
  /** How a role is refused what it is not offered. */
  refusal: RefusedWith;
  called?: Record<string, string>;
}

/** A public demo: who visits it signs in nowhere. */
export interface DemoConfig {
  server: string;
  /** A call that the demo answers, with something at `at`: otherwise it was not seen. */
  landmark: { request: string; at: string };
  must_refuse: string[];
  pages?: DemoPagesConfig;
}

/** Pages of a demo, on which nothing is sold. */
export interface DemoPagesConfig {
  shown: string[];
  /** Simple selector that each of them has: otherwise it was not seen. */
  landmark: string;
  /** Words that sell something, such as `Upgrade`, beside plans, prices and trials of the matrix. */
  never?: string[];
}

/** A trial that is started, and taken back. */
export interface TrialStartConfig {
  /** Who may start one. */
  as: As;
  /** Pointers to its beginning and its end in the answer: ISO 8601, or since 1970. */
  shows?: { from: string; until: string };
  /** How one is refused who has had theirs. */
  again?: RefusedWith;
  /** The request that takes it back. */
  undo: string;
}

export interface TrialConfig {
  as: As;
  request: string;
  body?: Record<string, unknown>;
  /** How the first attempts are answered. */
  first: RefusedWith;
  /** How one is answered that comes too soon, after at most `within` attempts. */
  limited: RefusedWith;
  within: number;
  /** JSON pointer to the seconds to wait, which have to be those of `Retry-After`. */
  wait?: string;
  /** Asked in a sandbox only. */
  starts?: TrialStartConfig;
}

/** What is refused to somebody above a limit, each with all before it: `same`: more of what the limit counts. */
export type Blocks = 'nothing' | 'same' | 'new' | 'changes' | 'everything';

export interface OverLimitStage {
  /** From the first look on: `73 hours`. */
  after: string;
  shows: string;
  /** What the `grace` of the limit in the matrix says, when left out. */
  blocks?: Blocks;
}

export interface OverLimitConfig {
  /** Key of the limit. */
  of: string;
  as: As;
  /** How somebody above the limit signs in, where that is not as most do. */
  sign_in?: RequestConfig & { token?: string };
  read: { request: string; at: string };
  /** In the order of time. */
  stages: OverLimitStage[];
  /** Makes one more of something else. */
  new?: RequestConfig & { undo: UndoConfig };
  /** Changes something without adding to it. */
  change?: RequestConfig;
  /** Reads what there is. */
  keeps?: string;
  /** How new things and changes are refused; in any way that the matrix declares, when left out. */
  refusal?: RefusedWith;
}

/** Recording one of a meter, and where its usage is shown. In `record`, `{unique}` is a text that was never sent before. */
export interface MeterProbeConfig {
  record: RequestConfig;
  shown: { request: string; at: string };
}

export interface ConductConfig {
  tokens?: TokensConfig;
  isolation?: IsolationConfig[];
  roles?: RolesConfig;
  demo?: DemoConfig;
  trial?: TrialConfig;
  over_limit?: OverLimitConfig;
  meters?: Record<string, MeterProbeConfig>;
}
