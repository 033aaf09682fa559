/** A site's base and what else it may be called go in; links become addresses as reports show them, and back. */

import { detached } from '../claims/detached.ts';

export interface KnownOrigins {
  base: string;
  /** Origins under which pages call the site that is looked at, such as where it is published. */
  sameAs?: readonly string[];
  /** Further origins that are looked at. */
  others?: readonly string[];
}

const MOST_KNOWN = 20_000;

/** An address is a path with its query for pages of the base, and whole for pages of other origins. It bears no fragment. */
export class Addresses {
  readonly base: string;
  readonly #same: ReadonlySet<string>;
  readonly #others: ReadonlySet<string>;
  /** Where links from the root of the base lead: the same wherever they stand, and most stand on every page. */
  readonly #fromRoot = new Map<string, string | undefined>();

  constructor({ base, sameAs = [], others = [] }: KnownOrigins) {
    this.base = new URL(base).origin;
    this.#same = new Set([this.base, ...sameAs.map((one) => new URL(one).origin)]);
    this.#others = new Set(others.map((one) => new URL(one).origin));
  }

  /** Nothing where a link leads to an origin that is not looked at, or is none that a page can be asked for at. */
  addressOf(link: string, from: string): string | undefined {
    if (!/^\/(?![/\\])/.test(link) || !from.startsWith('/')) return this.#addressOf(link, from);
    if (this.#fromRoot.size > MOST_KNOWN) this.#fromRoot.clear();
    const known = this.#fromRoot.get(link);
    if (known !== undefined || this.#fromRoot.has(link)) return known;
    const address = this.#addressOf(link, from);
    this.#fromRoot.set(detached(link), address);
    return address;
  }

  #addressOf(link: string, from: string): string | undefined {
    const to = this.#resolved(link, from);
    if (!to) return undefined;
    if (this.#same.has(to.origin)) return to.pathname + to.search;
    return this.#others.has(to.origin) ? to.origin + to.pathname + to.search : undefined;
  }

  /** Where the link leads, whoever answers there. Nothing where that is no address. */
  originOf(link: string, from: string): string | undefined {
    return this.#resolved(link, from)?.origin;
  }

  urlOf(address: string): URL {
    return new URL(address, this.base);
  }

  #resolved(link: string, from: string): URL | undefined {
    const to = URL.canParse(link, this.urlOf(from).href) ? new URL(link, this.urlOf(from)) : undefined;
    return to && /^https?:$/.test(to.protocol) ? to : undefined;
  }
}
