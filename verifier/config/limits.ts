/** What `planproof.config.yaml` states of limits: how each is reached, and where the product states it. */
import type { RequestConfig } from './requests.ts';

/** How what a request makes is taken back. */
export interface UndoConfig {
  /** JSON pointer to the id of what was made. */
  made: string;
  /** `DELETE /api/workspaces/{made}`. */
  request: string;
}

/** Where a number that is in use is read: JSON pointer to a list or a number. */
export interface CountedBy {
  request: string;
  items: string;
}

/** A limit whose edge is looked for by acting. */
export interface LimitProbeConfig extends RequestConfig {
  /**
   * `count`: act until refused. `ask`: `{n}` in the request is the amount, found by bisection. `set`: bring usage to
   * `{n}` by the product's test interface, then act once; found by bisection.
   */
  by: 'count' | 'ask' | 'set';
  /** Of `set`: the request that brings usage to `{n}`. */
  set?: RequestConfig;
  /** How many exist before. */
  used?: CountedBy;
  /** JSON pointer that exists in an answer that warns. */
  warning?: string;
  /** Look for an edge up to here at least, where that is further than the largest number of any plan. */
  look_up_to?: number;
  /** Of `count`: a limit that needs more actions than this is left out; 1000 when left out. */
  most?: number;
  /** `rolling`: after the last of a rate, one waits for its whole period, so `Retry-After` shows how long that is. */
  window?: 'rolling';
  /** Of each one that was made. */
  undo?: UndoConfig;
  /** JSON pointer to the number in the answer of `entitlements`, where that is not where all others stand. */
  payload?: string;
}

/** A limit of which only the payload tells. */
export interface PayloadLimitConfig {
  by: 'payload';
  payload?: string;
}

/** A limit that nobody asks for, and why. */
export interface ExcludedLimitConfig {
  excluded: { reason: string; owner: string };
}

export type LimitConfig = LimitProbeConfig | PayloadLimitConfig | ExcludedLimitConfig;

/** What a front end reads of who is signed in. In pointers, `{key}` is the key of what is read. */
export interface EntitlementsConfig {
  request: string;
  /** A boolean where the pointer names `{key}`, else the list of keys that are held. */
  capability?: string;
  limit?: string;
  /** How much is in use of a counted limit. */
  usage?: string;
  /** How no limit is written; `unlimited` when left out. */
  unlimited?: (string | number | boolean | null)[];
  /** What a key is called there, where that is not its id. */
  called?: Record<string, string>;
}
