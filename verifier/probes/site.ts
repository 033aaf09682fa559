/** A site's address goes in; the claims on every page that can be reached, and what could not be looked at, come out. */
import type { Place } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { Again } from '../audit/confirm.ts';
import type { Found } from '../audit/forbidden-requests.ts';
import { foundAgain } from '../audit/found-again.ts';
import { scriptDifferences } from '../audit/script-differences.ts';
import { isHtml, needsBrowser } from '../browse/needs-browser.ts';
import type { Pictures } from '../browse/page-evidence.ts';
import type { Rendered, RenderedPages } from '../browse/rendered-pages.ts';
import type { CrawlConfig, SiteSurface } from '../config/types.ts';
import { type Crawled, crawl } from '../crawl/crawl.ts';
import type { SentPage } from '../crawl/read-answer.ts';
import type { Exclusion, Finding, Observation } from '../types.ts';
import { type Look, unreadable } from './look.ts';
import { PageReaders } from './page-readers.ts';
import type { Seen } from './read-site-page.ts';
import { siteAgain } from './site-again.ts';

export interface SiteProbe {
  base: string;
  surface: SiteSurface;
  vocabulary: Vocabulary;
  /** Pages on which customers of other surfaces sign in. */
  signIn?: readonly string[];
  /** Where pages are opened in a browser; when left out, none is. */
  rendered?: RenderedPages;
  pictures?: Pictures;
}

/** Where nothing is said of a crawl. */
const MOST_PAGES = 500;

/** A look, what its pages say otherwise once scripts run, each time, and how to look again. */
export interface SiteLook extends Look {
  found: Found[];
  again: Again;
  /** Addresses of the pages that were read. */
  pages: string[];
  /** Reads these addresses anew. */
  read(addresses: readonly string[]): Promise<Observation[]>;
}

export async function probeSite(probe: SiteProbe): Promise<SiteLook> {
  const { surface, rendered, pictures = new Map() } = probe;
  const config = { ...configOf(surface), sign_in: signInPages(probe) };
  const found = new Map<string, Found[]>();
  const crawled = await crawlPages(probe, { named: namedPages(surface), config }, found);
  const readAgain = async (addresses: readonly string[], differences = new Map<string, Found[]>()) => {
    const { sitemap: _, twins: __, ...plain } = config;
    const again = { named: addresses, config: { ...plain, most_pages: addresses.length } };
    return lookOf(await crawlPages(probe, again, differences), surface.id).observations;
  };
  const pages = crawled.pages.map((one) => one.address);
  const differing = pages.filter((address) => found.get(address)?.length).sort();
  const twice = await foundAgain(inOrder(found, differing), byValues, async () => {
    const second = new Map<string, Found[]>();
    await readAgain(differing, second);
    return inOrder(second, differing);
  });
  const look = lookOf(crawled, surface.id);
  return {
    ...look,
    observations: [...look.observations, ...twice.unread],
    found: twice.found,
    again: siteAgain({ read: readAgain, pictures, ...(rendered && { rendered }) }),
    pages,
    read: (addresses) => readAgain(addresses),
    visits: rendered?.visits ?? [],
  };
}

async function crawlPages(
  probe: SiteProbe,
  wanted: { named: readonly string[]; config: CrawlConfig },
  differences: Map<string, Found[]>,
): Promise<Crawled<Observation[]>> {
  const { base, surface, vocabulary } = probe;
  const readers = new PageReaders({ surface: surface.id, vocabulary, landmark: surface.landmark });
  try {
    return await crawl({ base, ...wanted, read: (sent) => readBothWays(probe, readers, sent, differences) });
  } finally {
    await readers.close();
  }
}

function inOrder(found: ReadonlyMap<string, Found[]>, addresses: readonly string[]): Found[] {
  return addresses.flatMap((address) => found.get(address) ?? []);
}

/** A page that says something else each time says nothing that one could hold it to. */
const byValues = ({ fingerprint }: Finding) => fingerprint;

/** As it is sent, and where that is asked for or nothing else can see it, as it is once its scripts have run. */
async function readBothWays(
  probe: SiteProbe,
  readers: PageReaders,
  sent: SentPage,
  differences: Map<string, Found[]>,
): Promise<Seen> {
  const { base, surface, rendered } = probe;
  const { browser = 'where_needed', landmark, must_not_request } = surface;
  const plain = await readers.read(sent);
  if (!rendered || !isHtml(sent) || sent.address.includes('#') || browser === 'never') return plain;
  const needed = needsBrowser(sent, landmark);
  const always = browser === 'always' || must_not_request !== undefined;
  if (!needed && (!always || !('found' in plain))) return plain;
  const shown = await rendered.render(sent.address);
  if ('reason' in shown) return shown;
  const reason = noPage(shown, new URL(sent.address, base), signInPages(probe));
  if (reason !== undefined) return { reason };
  if (needed && shown.loading) return { reason: shown.loading };
  const bytes = new TextEncoder().encode(shown.html);
  const scripted = await readers.read({ ...sent, type: 'text/html; charset=utf-8', bytes });
  if (needed || !('found' in plain) || !('found' in scripted)) return scripted;
  const two = { surface: surface.id, address: sent.address, sent: plain.found, rendered: scripted.found };
  differences.set(sent.address, scriptDifferences(two));
  return { ...plain, links: [...new Set([...plain.links, ...scripted.links])] };
}

/** Why what a browser got is not the page that was asked for. */
function noPage(
  { status, url }: Extract<Rendered, { html: string }>,
  asked: URL,
  signIn: readonly string[],
): string | undefined {
  if (status !== 200) return `answered ${status || 'nothing'} in a browser`;
  const { origin, pathname } = new URL(url);
  if (origin !== asked.origin) return `leads to ${origin} with JavaScript`;
  if (pathname !== asked.pathname && signIn.includes(pathname))
    return 'leads to the page on which customers sign in, with JavaScript';
  return undefined;
}

function lookOf(crawled: Crawled<Observation[]>, surface: string): Look {
  return {
    observations: [
      ...crawled.pages.flatMap((one) => one.found),
      ...crawled.unread.map(({ address, reason, from }) =>
        unreadable(surface, reason, [placeOf(address), ...(from === undefined ? [] : [placeOf(from)])], address),
      ),
    ],
    documents: crawled.pages.length + crawled.same.length,
    excluded: excludedBy(crawled, surface),
  };
}

/** Pages that have to be there: where the crawl starts, and where facts have to stand. */
function namedPages({ start, must_state = [] }: SiteSurface): string[] {
  return [...new Set([...start, ...must_state.flatMap((one) => one.on ?? [])])];
}

function signInPages({ surface, signIn = [] }: SiteProbe): string[] {
  return [...(surface.crawl?.sign_in ?? []), ...signIn];
}

function configOf({ crawl: config, pages }: SiteSurface): CrawlConfig {
  if (!config) return { most_pages: pages ?? MOST_PAGES };
  return { twins: true, ...(pages !== undefined && { most_pages: pages }), ...config };
}

function excludedBy({ left }: Crawled<unknown>, surface: string): Exclusion[] {
  return left.map(({ what, count, reason, owner }) => ({
    surface,
    what,
    count,
    reason: owner === 'site' ? `is linked, and ${reason}` : reason,
    owner,
  }));
}

function placeOf(address: string): Place & { kind: 'page' } {
  return { kind: 'page', url: address, selector: 'html', words: '' };
}
