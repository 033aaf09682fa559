/** What `planproof.config.yaml` states: where surfaces are and how to become a customer. No promise stands here. */
import type { FilePlace, StateName } from '../../matrix/types.ts';
import type { ConductConfig } from './conduct.ts';

export type Print = 'evaluator-table' | 'entitlements-json' | 'site-data' | 'docs-data' | 'reference' | 'regions';

export interface GenerateTarget {
  print: Print;
  to?: string;
  in?: string[];
  type_from?: string;
}

/** A process or folder that answers HTTP while an audit runs. */
export interface ServerConfig {
  /** Commands that run to their end before it starts. */
  build?: string[][];
  /** A folder of static files to serve. */
  serve?: string;
  /** A command that serves on `{port}`. */
  start?: string[];
  env?: Record<string, string>;
  /** Path that answers 2xx once it is up. */
  ready?: string;
  /** Seconds until then; 60 when left out. */
  ready_within?: number;
  /** Where it runs already; then nothing is built or started. */
  url?: string;
}

export interface RequestConfig {
  /** `POST /api/session`: method and path. */
  request: string;
  body?: Record<string, unknown>;
  /** Sent as a form instead of JSON. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
}

/** A request that signs in; `token` is a JSON pointer into its answer. */
export interface SignInRequest extends RequestConfig {
  token?: string;
  /** A page whose hidden fields are sent with the form, such as a token against forgery. */
  hidden_from?: string;
}

/** A page on which one signs in: labels and what to type, then the name of the button. */
export interface SignInPage {
  page: string;
  fill: Record<string, string>;
  press: string;
}

export interface SessionConfig {
  sign_in?: SignInRequest;
  /** Headers of every further request; `{token}` is what sign-in gave. Cookies are kept in any case. */
  send?: Record<string, string>;
  /** JSON pointers into the answer; `versions` and `states` say how the product calls them. */
  who_am_i: {
    request: string;
    version?: string;
    state?: string;
    versions?: Record<string, string>;
    states?: Record<string, string>;
  };
}

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

/** Where the product runs, and what differs there. */
export interface EnvironmentConfig {
  servers?: Record<string, ServerConfig>;
  settings?: Record<string, string>;
  secrets?: Record<string, SecretSource>;
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
  /** How each one that was made is taken back: where its id stands in the answer, and the request that ends it. */
  undo?: { made: string; request: string };
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

/** How time is moved forward in a sandbox: `{seconds}` is how far. */
export type ClockConfig = RequestConfig;

export interface HolderFilter {
  /** Why these holders are not asked. */
  reason: string;
  owner: string;
  versions?: string[];
  states?: StateName[];
  keys?: string[];
}

export interface MustState {
  /** Plan keys, or `offered`. */
  plans: string[] | 'offered';
  /** Capability and limit keys, or `advertised`. */
  keys?: string[] | 'advertised';
  prices?: boolean;
  /** Pages or files, each of which has to state all of it; anywhere on the surface when left out. */
  on?: string[];
}

interface SurfaceBase {
  id: string;
  locale?: string;
  exclude?: HolderFilter[];
  /** `95%`: so much of what could be asked has to be answered. Everything that is asked, when left out. */
  floor?: string;
}

/** What pages must not ask for by themselves. Patterns are globs. */
export interface MustNotRequest {
  /** Paths of pages; all when left out. */
  pages?: string[];
  except?: string[];
  /** `/api/entitlements`, `POST /api/**`, or with the origin where it is not the surface's own. */
  requests: string[];
  /** Only before, or only after, somebody signed in. */
  when?: 'signed_out' | 'signed_in';
  reason: string;
  /** Where it stands in the configuration. */
  at?: FilePlace;
}

interface AskedBase extends SurfaceBase {
  /** Name of a way under `holders:`. */
  holders?: string;
  /** With more questions than this, a selection is asked in which every pair of values occurs; 20,000 when left out. */
  most_questions?: number;
}

export interface DocsSurface extends SurfaceBase {
  kind: 'docs';
  files: string[];
  must_state?: MustState[];
}

export interface SiteSurface extends SurfaceBase {
  kind: 'site';
  server: string;
  start: string[];
  /** CSS selector that every page of ours has. */
  landmark?: string;
  must_state?: MustState[];
  /**
   * `where_needed`, also when left out: pages that have a script and an empty or missing landmark, or say nothing at all.
   * `always`: every page, which has to say the same with its scripts and without.
   */
  browser?: 'never' | 'where_needed' | 'always';
  /** Every page is then opened in a browser. */
  must_not_request?: MustNotRequest[];
  /** Most pages, where `crawl` does not say. */
  pages?: number;
  crawl?: CrawlConfig;
}

/** How the pages of a site are found, and how politely they are asked for. Patterns are globs over paths. */
export interface CrawlConfig {
  /** `true`: those in robots.txt, or the usual one; or where they are. */
  sitemap?: true | string[];
  /** Pages that are followed to; all of the site when left out. */
  follow?: string[];
  skip?: { pages: string[]; reason: string; owner: string }[];
  /** Origins under which pages call this site, such as the one it is published at. */
  same_as?: string[];
  /** Further origins whose pages are looked at. */
  origins?: string[];
  /** Pages on which customers sign in: no wall, and what leads there is no copy. */
  sign_in?: string[];
  most_pages?: number;
  per_second?: number;
  at_once?: number;
  /** Seconds for one page. */
  timeout?: number;
  /** Seconds that the host may make us wait in a row. */
  patience?: number;
  /** Of one page. */
  most_megabytes?: number;
  /** Also look at what is offered for machines: Markdown of a page, `/llms.txt`, `/pricing.md`, `/pricing.json`. */
  twins?: boolean;
  ignore_robots?: { reason: string; owner: string };
}

export interface ApiSurface extends AskedBase, ConductConfig {
  kind: 'api';
  server: string;
  session: SessionConfig;
  /** JSON pointer to the code of an error. */
  error_code?: string;
  /** Seconds for one answer; 10 when left out. */
  timeout?: number;
  /** Of one answer; 2 when left out. */
  most_megabytes?: number;
  limits?: Record<string, LimitConfig>;
  entitlements?: EntitlementsConfig;
  /** Name of the tenants that may be written to; the command line must name it too. */
  sandbox?: string;
  /** Where the product says which sandbox it is: nothing is written to one that shows another name. */
  sandbox_shows?: { request: string; at: string };
  /** Sent once at the end, where something was written: brings the sandbox back to how it was. */
  reset?: RequestConfig;
  clock?: ClockConfig;
}

export interface AppSurface extends AskedBase {
  kind: 'app';
  server: string;
  /** Left out where `holders` says how to become one. */
  sign_in?: SignInPage;
  /** Text of `selector` must be `shows`, with {plan} and {state} filled in; `states` says how pages call a state. */
  who_am_i: { page: string; selector: string; shows: string; states?: Record<string, string> };
  /** Pages whose words are read as claims about the holder's own plan. */
  read?: string[];
  must_not_request?: MustNotRequest[];
  /** Seconds for what a page shows late; 5 when left out. */
  wait?: number;
}

export type SurfaceConfig = DocsSurface | SiteSurface | ApiSurface | AppSurface;

export interface Config {
  planproof: 1;
  matrix: string;
  generate?: GenerateTarget[];
  servers?: Record<string, ServerConfig>;
  surfaces: SurfaceConfig[];
  /** Ways to become a customer, by name. */
  holders?: Record<string, HolderWay>;
  /** Texts that are filled in for `{name}` everywhere below `servers`, `surfaces` and `holders`. */
  settings?: Record<string, string>;
  secrets?: Record<string, SecretSource>;
  environments?: Record<string, EnvironmentConfig>;
  /** `planproof.waivers.yaml`, where there is one, when left out. */
  waivers?: string;
  /** `planproof.baseline.json`, where there is one, when left out. */
  baseline?: string;
  report?: string;
}
