/** What the pricing pages show: ready words, printed from the entitlement matrix. Nothing here is typed by hand. */
import printed from './entitlements.gen.json';

export interface SiteData {
  product: string;
  digest: string;
  currency: string;
  lines: SiteLine[];
}

/** A product line with at least one plan that is on sale or on request. */
export interface SiteLine {
  key: string;
  name: string;
  plans: SitePlan[];
  groups: SiteGroup[];
  /** What can be bought on top of its plans. */
  addons: SiteAddon[];
}

export interface SiteAddon {
  key: string;
  name: string;
  /** Ready words such as "$5 per month". */
  price: string;
  /** Names of the plans that it goes with. */
  for: string[];
}

export interface SitePlan {
  key: string;
  name: string;
  summary?: string;
  /** A few words that stand out. */
  badge?: string;
  /** `request`: sold by talking to us. */
  sale: 'buy' | 'request';
  /** "Free" or "On request"; absent where intervals are. */
  headline?: string;
  /** Ready words such as "$4.99", by interval. */
  prices: { month?: string; year?: string };
  /** Display name of the public plan that this one builds on; it may stand in another line. */
  everything_in?: string;
  /** Names of public capabilities that it adds; all of them when it builds on nothing. */
  adds: string[];
  /** Ready words such as "14 days"; only what the matrix states. */
  limits: SiteLimit[];
}

export interface SiteLimit {
  name: string;
  words: string;
}

export interface SiteGroup {
  name: string;
  rows: SiteRow[];
}

/** Cells stand in the order of the line's plans. */
export interface SiteRow {
  key: string;
  name: string;
  cells: SiteCell[];
}

/** `included` and `excluded` are drawn as marks; `words` is what a screen reader says for them. */
export interface SiteCell {
  kind: 'included' | 'excluded' | 'words';
  words: string;
}

export const data = printed as SiteData;
