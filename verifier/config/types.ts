/** What `planproof.config.yaml` states: where surfaces are and how to become a customer. No promise stands here. */
import type { FilePlace, StateName } from '../../matrix/types.ts';
import type { ConductConfig } from './conduct.ts';
import type { HolderWay, SecretSource } from './holder-way.ts';
import type { EntitlementsConfig, LimitConfig } from './limits.ts';
import type { RequestConfig, SessionConfig, SignInPage } from './requests.ts';

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
  /** Seconds that each of them may take; 600 when left out. */
  build_within?: number;
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

/** Where the product runs, and what differs there. */
export interface EnvironmentConfig {
  servers?: Record<string, ServerConfig>;
  settings?: Record<string, string>;
  secrets?: Record<string, SecretSource>;
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
  /** Seconds for one page; 10 when left out. */
  timeout?: number;
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
