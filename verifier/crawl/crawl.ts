/** A site's address and its configuration go in; what was seen on each page, and what could not be looked at, come out. */
import type { CrawlConfig } from '../config/types.ts';
import { inParallel } from '../probes/in-parallel.ts';
import { Addresses } from './addresses.ts';
import { type Asking, ask } from './ask.ts';
import { atMost } from './at-most.ts';
import { Duplicates } from './duplicates.ts';
import { Host } from './host.ts';
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
  asksForPassword: boolean;
}

export interface Crawled<T> {
  /** Sorted by address; a page that says the same as another is counted only. */
  pages: { address: string; found: T }[];
  same: readonly string[];
  unread: { address: string; reason: string; from?: string }[];
  /** Met, and no part of what is looked at. */
  left: { what: string; count: number; reason: string; owner: string }[];
}

type Outcome =
  | { is: 'read' }
  | { is: 'unread'; reason: string }
  /** Not there: no matter for a page that was only guessed. */
  | { is: 'missing'; reason: string }
  | { is: 'left'; reason: string; owner: string };

/** How an address became known; the first counts most. */
const KINDS = ['named', 'listed', 'linked', 'guessed'] as const;
interface Known {
  kind: (typeof KINDS)[number];
  from?: string | undefined;
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
  readonly #known = new Map<string, Known>();
  readonly #outcomes = new Map<string, Outcome>();
  readonly #aliases = new Map<string, string>();
  readonly #pages = new Duplicates<T>();
  readonly #outside = new Set<string>();
  readonly #wrong: { address: string; reason: string }[] = [];
  #waiting: string[] = [];

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
    for (const address of this.options.named) this.#know(address, { kind: 'named' });
    await this.#list();
    if (this.#config.twins) for (const address of GUESSED) this.#know(address, { kind: 'guessed' });
    const { at_once, most_pages } = this.#config;
    for (let asked = 0; this.#waiting.length; ) {
      const wave = this.#waiting.splice(0, most_pages - asked);
      if (!wave.length) break;
      asked += wave.length;
      const links = await inParallel(wave, at_once + READ_AHEAD, (address) => this.#visit(address));
      // Only after the whole wave, so that the order is that of the pages and not of the answers.
      for (const [n, found] of links.entries())
        for (const link of found) this.#follow(link, { kind: 'linked', from: wave[n] });
    }
    await this.#doubtEmpty();
    return this.#told();
  }

  #know(address: string, how: Known): void {
    const before = this.#known.get(address);
    if (!before) this.#waiting.push(address);
    if (!before || KINDS.indexOf(how.kind) < KINDS.indexOf(before.kind)) this.#known.set(address, how);
  }

  /** What links and sitemaps lead to, as far as the configuration follows. */
  #follow(address: string, how: Known): void {
    if (this.#known.get(address)?.kind === 'named') return;
    const belongs = this.#belongs(address);
    if (belongs === 'follow') this.#know(address, how);
    else if (belongs === 'outside') this.#outside.add(address);
    else if (!this.#outcomes.has(address)) this.#settle(address, { is: 'left', ...belongs });
  }

  async #list(): Promise<void> {
    const { sitemap, most_pages } = this.#config;
    if (!sitemap) return;
    const sitemaps = sitemap === true ? await this.#sitemaps() : sitemap;
    if (!sitemaps.length) this.#wrong.push({ address: '/sitemap.xml', reason: 'is the sitemap, and is not there' });
    const { pages, wrong } = await listedPages(this.#askingForLists(), sitemaps, most_pages);
    this.#wrong.push(...wrong);
    for (const page of pages) this.#follow(page, { kind: 'listed' });
    if (pages.length && pages.every((page) => !this.#known.has(page)))
      this.#wrong.push({ address: sitemaps[0]!, reason: 'is a sitemap that lists no page that is followed' });
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
      if (at !== address) this.#aliases.set(address, at);
      this.#settle(at, outcome);
      return [];
    };
    const forbidden = await this.#forbids(address);
    const { kind } = this.#known.get(address)!;
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
      this.#aliases.set(address, alias);
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
    if ('reason' in page) return end({ is: kind === 'guessed' ? 'missing' : 'unread', reason: page.reason });
    if (page.asksForPassword && !this.#signIn.has(at)) return end({ is: 'unread', reason: 'asks to sign in' });
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
      this.#settle(twin, { is: 'unread', reason: reached.is === 'fault' ? reached.reason : reached.why });
      return [];
    }
    const { headers, status } = reached.answer;
    if (status !== 200 || !headers['content-type']?.startsWith(MARKDOWN)) return [];
    const page = await this.options.read(sentPage(reached.answer, twin));
    if (!('reason' in page) && !('left' in page)) return this.#keep(page, twin, address);
    this.#settle(twin, { is: 'unread', reason: 'reason' in page ? page.reason : page.left });
    return [];
  }

  #keep(page: Kept<T>, at: string, reached: string): string[] {
    const { addresses } = this.#asking;
    const from = addresses.addressOf(page.base || reached, reached) ?? reached;
    const canonical = page.canonical !== undefined && addresses.addressOf(page.canonical, from) === at;
    const named = this.#known.get(at)?.kind === 'named';
    this.#pages.add(page.digest, { address: at, named, canonical }, page.found);
    return [...new Set(page.links.flatMap((link) => addresses.addressOf(link, from) ?? []))];
  }

  /** A word where a redirect is not followed. A page that is named is looked at wherever it leads. */
  #step(to: string, address: string): 'sign_in' | 'skipped' | 'outside' | 'known' | undefined {
    const named = this.#known.get(address)!.kind === 'named';
    if (this.#signIn.has(to)) return 'sign_in';
    if (named) return undefined;
    const belongs = this.#belongs(to);
    if (belongs === 'outside') return 'outside';
    if (belongs !== 'follow') return 'skipped';
    if (this.#known.has(to)) return 'known';
    this.#known.set(to, { ...this.#known.get(address)! });
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
    const found = [...this.#known.values()].some(({ kind }) => kind === 'listed' || kind === 'linked');
    if (this.#config.sitemap || found || !this.#pages.firsts.length) return;
    const sitemaps = await this.#sitemaps();
    if (!sitemaps.length) return;
    const { pages } = await listedPages(this.#askingForLists(), sitemaps, this.#config.most_pages);
    const more = pages.filter((page) => !this.#known.has(page) && this.#belongs(page) === 'follow');
    if (more.length)
      this.#wrong.push({
        address: sitemaps[0]!,
        reason: `lists ${more.length} more pages, to which no link leads: write \`crawl: { sitemap: true }\``,
      });
  }

  #settle(address: string, outcome: Outcome): void {
    this.#outcomes.set(address, outcome);
  }

  #told(): Crawled<T> {
    const unread: Crawled<T>['unread'] = [...this.#wrong];
    const left: Crawled<T>['left'] = [];
    for (const [address, outcome] of this.#outcomes) {
      const { kind, from } = this.#known.get(address) ?? { kind: 'linked' };
      if (outcome.is === 'unread' || (outcome.is === 'missing' && kind !== 'guessed'))
        unread.push({ address, reason: outcome.reason, ...(from !== undefined && { from }) });
      if (outcome.is === 'left') left.push({ what: address, count: 1, reason: outcome.reason, owner: outcome.owner });
    }
    for (const address of this.#circles()) unread.push({ address, reason: 'leads in a circle' });
    if (this.#waiting.length)
      unread.push({
        address: this.#waiting[0]!,
        reason: `has more pages than the ${this.#config.most_pages} that were looked at`,
      });
    if (this.#outside.size)
      left.push({
        what: 'linked pages',
        count: this.#outside.size,
        reason: 'are not among those to follow',
        owner: 'configuration',
      });
    const byAddress = (a: { address: string }, b: { address: string }) => (a.address < b.address ? -1 : 1);
    return {
      pages: this.#pages.firsts,
      same: this.#pages.others,
      unread: unread.sort(byAddress),
      left: gathered(left.sort((a, b) => (a.what < b.what ? -1 : 1))),
    };
  }

  /** Pages that only lead to each other. */
  #circles(): string[] {
    return [...this.#aliases.keys()].filter((address) => {
      const seen = new Set<string>();
      let at: string | undefined = address;
      while (at !== undefined && !this.#outcomes.has(at) && !seen.has(at)) {
        seen.add(at);
        at = this.#aliases.get(at);
      }
      return at !== undefined && seen.has(at);
    });
  }
}

/** Many pages that are left for one reason are one entry. */
function gathered(left: Crawled<unknown>['left']): Crawled<unknown>['left'] {
  const alike = new Map<string, Crawled<unknown>['left']>();
  for (const one of left) {
    const why = `${one.reason}\0${one.owner}`;
    const same = alike.get(why);
    if (same) same.push(one);
    else alike.set(why, [one]);
  }
  return [...alike.values()].flatMap((same) => {
    const count = same.reduce((sum, one) => sum + one.count, 0);
    return same.length > MOST_LEFT_ALONE ? [{ ...same[0]!, what: `${same[0]!.what} and others like it`, count }] : same;
  });
}

const MOST_LEFT_ALONE = 5;
