/** Everything that it takes to become the holders of one surface, and nothing of what they are promised. */
import type { Browser } from 'playwright-core';
import type { HolderWay } from '../config/holder-way.ts';
import type { Mask } from './mask.ts';
import type { TokenKey } from './sign-token.ts';
import type { Turns } from './turns.ts';
import type { Undoing } from './undoing.ts';

/** What a module of the user's is told, and what it may give back. */
export interface BecomeInput {
  version: string;
  state: string;
  plan: string;
  role?: string;
}

export interface BecomeContext {
  base: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the time is over. */
  signal: AbortSignal;
  /** Secrets of the configuration and of the account, by name. */
  secrets: Readonly<Record<string, string>>;
  /** The tenants that the command line allows to be written to. */
  sandbox?: string;
}

export type Become = (holder: BecomeInput, context: BecomeContext) => unknown;

/** What a way needs of the machine; given by whoever starts the audit. */
export interface Outside {
  /** Text of a file by its path in the configuration; nothing when it is not there. */
  read(path: string): string | undefined;
  env: Readonly<Record<string, string | undefined>>;
  /** A browser that runs until the audit ends, or why there is none. */
  browser(): Promise<{ browser: Browser } | { browser?: undefined; reason: string }>;
}

export interface Holders {
  /** Empty where the surface says by itself how to sign in. */
  way: HolderWay;
  /** Address that requests of the way go to; the surface's own when left out. */
  base?: string;
  /** Names that people read, by version. */
  planNames: Readonly<Record<string, string>>;
  /** By name; those of an account stand under its place in `accounts`. */
  secrets: Readonly<Record<string, string>>;
  accountSecrets: readonly Readonly<Record<string, string>>[];
  key?: TokenKey;
  module?: Become;
  mask: Mask;
  /** The sandbox that the command line allows to be written to. */
  sandbox?: string;
  undoing: Undoing;
  turns: Turns;
  outside: Outside;
}
