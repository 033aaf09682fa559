/** What `planproof.config.yaml` states under `holders:`: the ways to become a customer. No secret stands here. */
import type { StateName } from '../../matrix/types.ts';
import type { RequestConfig, SignInPage, SignInRequest } from './requests.ts';

/** Where a secret stands; never what it is. */
export type SecretSource = { env: string; file?: undefined } | { file: string; env?: undefined };

/** Somebody who exists already. `with` and `secrets` are filled in where the way says `{name}`. */
export interface AccountConfig {
  version: string;
  state: StateName;
  role?: string;
  with?: Record<string, string>;
  secrets?: Record<string, SecretSource>;
}

export type TokenAlgorithm =
  | ('HS256' | 'HS384' | 'HS512' | 'RS256' | 'RS384' | 'RS512')
  | ('PS256' | 'PS384' | 'PS512' | 'ES256' | 'ES384' | 'ES512' | 'EdDSA');

export interface TokenConfig {
  alg: TokenAlgorithm;
  /** Name of a secret: the shared key, or a private key as PEM or JWK. */
  key: string;
  /** The shared key is written in base64. */
  base64?: boolean;
  header?: Record<string, string>;
  /** `{now}` by itself becomes the seconds since 1970. `iat` and `exp` are set where they are not stated. */
  claims: Record<string, unknown>;
  /** `90 seconds`, `10 minutes`; 10 minutes when left out. */
  lifetime?: string;
}

/** One way to become a customer on a plan and in a state. In all texts `{version}`, `{state}`, `{plan}` and secrets are filled in. */
export interface HolderWay {
  /** Everybody there is: who has no account is not asked, and that is listed. */
  accounts?: AccountConfig[];
  /** How the product calls versions and states, in the texts of this way. */
  calls?: { versions?: Record<string, string>; states?: Record<string, string> };
  /** Where the requests of this way go; the surface's own server when left out. */
  server?: string;
  /** Requests that make the account what it has to be, and those that undo it. */
  before?: RequestConfig[];
  after?: RequestConfig[];
  /** Name of the tenants that `before` may write to; the command line must name it too. */
  sandbox?: string;
  /** The way has one account for all: no two holders at the same time. */
  one_at_a_time?: boolean;
  sign_in?: SignInRequest;
  sign_in_page?: SignInPage;
  sign_token?: TokenConfig;
  /** A storage state as Playwright saves it; `token` names the entry of its local storage that holds one. */
  saved_session?: { file: string; token?: string };
  /** Path of a module whose default export becomes the holder. */
  module?: string;
  /** What every further request carries; `{token}` is what was signed or given. */
  send?: Record<string, string>;
  cookies?: Record<string, string>;
  local_storage?: Record<string, string>;
  /** Seconds that becoming one holder may take; 15 when left out. */
  timeout?: number;
}
