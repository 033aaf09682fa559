/** A site's address and its configuration go in; what was seen on each page, and what could not be looked at, come out. */
import type { CrawlConfig } from '../config/types.ts';
import { inParallel } from '../probes/in-parallel.ts';
import { Addresses } from './addresses.ts';
import { type Asking, ask } from './ask.ts';
import { atMost } from './at-most.ts';
import { Duplicates } from './duplicates.ts';
import { Host } from './host.ts';
import { Journal, type Known, type NotLookedAt, type Outcome } from './journal.ts';
import { listedPages, usualSitemap } from './listed-pages.ts';
import { type SentPage, sentPage } from './read-answer.ts';
import { type RobotsOf, robotsFor } from './robots-of.ts';
import { type Belonging, scopeOf } from './scope.ts';

export interface CrawlOptions<T> {
  base: string;
  /** Pages that have to be there. */
  named: readonly string[];
  config: CrawlConfig;
  /** What is kept of a page: the page itself is dropped. */
  read(sent: SentPage): Promise<Kept<T> | { reason: string } | { left: string }>;
}

export interface Kept<T> {
  found: T;
  digest: string;
  links: string[];
  base: string;
  canonical?: string;
  asks?: string | undefined;
}

export interface Crawled<T> extends NotLookedAt {
  /** Sorted by address; a page that says the same as another is counted only. */
  pages: { address: string; found: T }[];
  same: readonly string[];
}

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, text/markdown;q=0.8, text/plain;q=0.7, */*;q=0.5';
const MARKDOWN = 'text/markdown';
const GUESSED = ['/llms.txt', '/pricing.md', '/pricing.json'];
/** Answers that wait to be read, or are read elsewhere, while others are asked for. */
const READ_AHEAD = 24;
const DEFAULTS = { most_pages: 5000, at_once: 8, timeout: 15, patience: 60, most_megabytes: 5 };

export async function crawl<T>(options: CrawlOptions<T>): Promise<Crawled<T>> {
  return new Crawl(options).run();
}

class Crawl<T> {
  readonly #config: CrawlConfig & typeof DEFAULTS;
  readonly #asking: Asking;
  readonly #inTurn: ReturnType<typeof atMost>;
  readonly #robotsOf: RobotsOf;
  readonly #belongs: (address: string) => Belonging;
  readonly #signIn: ReadonlySet<string>;
  readonly #journal = new Journal();
  readonly #pages = new Duplicates<T>();

  constructor(private readonly options: CrawlOptions<T>) {
    const config = { ...DEFAULTS, ...options.config };
    const hosts = new Map<string, Host>();
    const limits = { perSecond: config.per_second, patienceMs: config.patience * 1000 };
    const hostOf = (origin: string) => {
      const host = hosts.get(origin) ?? new Host(limits);
      hosts.set(origin, host);
      return host;
    };
    this.#config = config;
    this.#asking = {
      addresses: new Addresses({ base: options.base, sameAs: config.same_as ?? [], others: config.origins ?? [] }),
      bounds: { timeoutMs: config.timeout * 1000, mostBytes: config.most_megabytes * 1e6 },
      hostOf,
    };
    this.#inTurn = atMost(config.at_once);
    this.#robotsOf = robotsFor(this.#asking);
    this.#belongs = scopeOf(config);
    this.#signIn = new Set(config.sign_in);
  }

  async run(): Promise<Crawled<T>> {
    for (const address of this.options.named) this.#journal.know(address, { kind: 'named' });
    await this.#list();
    if (this.#config.twins) for (const address of GUESSED) this.#journal.know(address, { kind: 'guessed' });
    const { at_once, most_pages } = this.#config;
    for (let asked = 0; ; ) {
      const wave = this.#journal.next(most_pages - asked);
      if (!wave.length) break;
      asked += wave.length;
      const links = await inParallel(wave, at_once + READ_AHEAD, (address) => this.#visit(address));
      // Only after the whole wave, so that the order is that of the pages and not of the answers.
      for (const [n, found] of links.entries())
        for (const link of found) this.#follow(link, { kind: 'linked', from: wave[n] });
    }
    await this.#doubtEmpty();
    return { pages: this.#pages.firsts, same: this.#pages.others, ...this.#journal.told(most_pages) };
  }

  /** What links and sitemaps lead to, as far as the configuration follows. */
  #follow(address: string, how: Known): void {
    if (this.#journal.kindOf(address) === 'named') return;
    const belongs = this.#belongs(address);
    if (belongs === 'follow') this.#journal.know(address, how);
    else if (belongs === 'outside') this.#journal.outside(address);
    else this.#journal.leave(address, belongs);
  }

  async #list(): Promise<void> {
    const { sitemap, most_pages } = this.#config;
    if (!sitemap) return;
    const sitemaps = sitemap === true ? await this.#sitemaps() : sitemap;
    if (!sitemaps.length) this.#journal.wrong('/sitemap.xml', 'is the sitemap, and is not there');
    const { pages, wrong } = await listedPages(this.#askingForLists(), sitemaps, most_pages);
    for (const { address, reason } of wrong) this.#journal.wrong(address, reason);
    for (const page of pages) this.#follow(page, { kind: 'listed' });
    if (pages.length && pages.every((page) => !this.#journal.isKnown(page)))
      this.#journal.wrong(sitemaps[0]!, 'is a sitemap that lists no page that is followed');
  }

  /** A list of pages may be as large as ten pages. */
  #askingForLists(): Asking {
    const { timeoutMs, mostBytes } = this.#asking.bounds;
    return { ...this.#asking, bounds: { timeoutMs, mostBytes: 10 * mostBytes } };
  }

  async #sitemaps(): Promise<string[]> {
    const { addresses } = this.#asking;
    const robots = await this.#robotsOf(addresses.base);
    const told = 'closed' in robots ? [] : robots.sitemaps.flatMap((one) => addresses.addressOf(one, '/') ?? []);
    const usual = told.length ? undefined : await usualSitemap(this.#askingForLists());
    return usual === undefined ? told : [usual];
  }

  /** Gives the addresses that the page leads to. */
  async #visit(address: string): Promise<string[]> {
    let at = address;
    const end = (outcome: Outcome): string[] => {
      if (at !== address) this.#journal.leadsTo(address, at);
      this.#journal.settle(at, outcome);
      return [];
    };
    const forbidden = await this.#forbids(address);
    const kind = this.#journal.kindOf(address)!;
    if (forbidden) return end({ is: kind === 'guessed' ? 'missing' : 'unread', reason: forbidden });
    let alias: string | undefined;
    const reached = await this.#inTurn(() =>
      ask(this.#asking, {
        address,
        accept: ACCEPT,
        step: (to) => {
          const why = this.#step(to, address);
          if (why === 'known') alias = to;
          else if (why === undefined && kind !== 'named') at = to;
          return why;
        },
      }),
    );
    if (reached.is === 'fault') return end({ is: 'unread', reason: reached.reason });
    if (alias !== undefined) {
      this.#journal.leadsTo(address, alias);
      return [];
    }
    if (reached.is === 'stopped') return end(this.#stopped(reached.why, kind));
    if (at !== address) {
      const closed = await this.#forbids(at);
      if (closed) return end({ is: 'unread', reason: closed });
    }
    const { status } = reached.answer;
    if (status === 404 || status === 410) return end({ is: 'missing', reason: `answered ${status}` });
    if (status !== 200)
      return end({ is: kind === 'guessed' && status < 500 ? 'missing' : 'unread', reason: `answered ${status}` });
    const page = await this.options.read(sentPage(reached.answer, at));
    if ('left' in page)
      return end(
        kind === 'linked' ? { is: 'left', reason: page.left, owner: 'site' } : { is: 'unread', reason: page.left },
      );
    // Many a server answers whatever is not there with a page of its own.
    const isFallback = kind === 'guessed' && /html/i.test(reached.answer.headers['content-type'] ?? '');
    if ('reason' in page) return end({ is: isFallback ? 'missing' : 'unread', reason: page.reason });
    if (page.asks !== undefined && !this.#signIn.has(at)) return end({ is: 'unread', reason: page.asks });
    end({ is: 'read' });
    const links = this.#keep(page, at, reached.address);
    if (this.#config.twins && /\baccept\b/i.test(reached.answer.headers.vary ?? ''))
      links.push(...(await this.#markdownOf(at, reached.address)));
    return links;
  }

  /** A server that answers one address in several forms is asked for the one that machines prefer. */
  async #markdownOf(at: string, address: string): Promise<string[]> {
    const twin = `${at}#${MARKDOWN}`;
    const reached = await this.#inTurn(() => ask(this.#asking, { address, accept: MARKDOWN }));
    if (reached.is !== 'answer') {
      this.#journal.settle(twin, { is: 'unread', reason: reached.is === 'fault' ? reached.reason : reached.why });
      return [];
    }
    const { headers, status } = reached.answer;
    if (status !== 200 || !headers['content-type']?.startsWith(MARKDOWN)) return [];
    const page = await this.options.read(sentPage(reached.answer, twin));
    if (!('reason' in page) && !('left' in page)) return this.#keep(page, twin, address);
    this.#journal.settle(twin, { is: 'unread', reason: 'reason' in page ? page.reason : page.left });
    return [];
  }

  #keep(page: Kept<T>, at: string, reached: string): string[] {
    const { addresses } = this.#asking;
    const from = addresses.addressOf(page.base || reached, reached) ?? reached;
    const canonical = page.canonical !== undefined && addresses.addressOf(page.canonical, from) === at;
    const named = this.#journal.kindOf(at) === 'named';
    this.#pages.add(page.digest, { address: at, named, canonical }, page.found);
    return [...new Set(page.links.flatMap((link) => addresses.addressOf(link, from) ?? []))];
  }

  /** A word where a redirect is not followed. A page that is named is looked at wherever it leads. */
  #step(to: string, address: string): 'sign_in' | 'skipped' | 'outside' | 'known' | undefined {
    const named = this.#journal.kindOf(address) === 'named';
    if (this.#signIn.has(to)) return 'sign_in';
    if (named) return undefined;
    const belongs = this.#belongs(to);
    if (belongs === 'outside') return 'outside';
    if (belongs !== 'follow') return 'skipped';
    if (this.#journal.isKnown(to)) return 'known';
    this.#journal.knowAs(to, address);
    return undefined;
  }

  #stopped(why: string, kind: Known['kind']): Outcome {
    if (kind === 'named') return { is: 'unread', reason: 'leads to the page on which customers sign in' };
    const reasons: Readonly<Record<string, string>> = {
      sign_in: 'leads to the page on which customers sign in',
      skipped: 'leads to a page that is skipped',
      outside: 'leads to a page that is not followed',
    };
    return { is: 'left', reason: reasons[why]!, owner: 'site' };
  }

  async #forbids(address: string): Promise<string | undefined> {
    if (this.#config.ignore_robots) return undefined;
    const url = this.#asking.addresses.urlOf(address);
    const robots = await this.#robotsOf(url.origin);
    if ('closed' in robots) return `cannot be asked for: its ${robots.closed}`;
    return robots.allows(url.pathname + url.search) ? undefined : 'is forbidden by robots.txt';
  }

  /** Nothing but what was named: then a sitemap that lists more shows that most of the site was not seen. */
  async #doubtEmpty(): Promise<void> {
    if (this.#config.sitemap || this.#journal.ledAnywhere || !this.#pages.firsts.length) return;
    const sitemaps = await this.#sitemaps();
    if (!sitemaps.length) return;
    const { pages } = await listedPages(this.#askingForLists(), sitemaps, this.#config.most_pages);
    const more = pages.filter((page) => !this.#journal.isKnown(page) && this.#belongs(page) === 'follow');
    if (more.length)
      this.#journal.wrong(
        sitemaps[0]!,
        `lists ${more.length} more pages, to which no link leads: write \`crawl: { sitemap: true }\``,
      );
  }
}
