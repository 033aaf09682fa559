/** A site's address goes in; the claims on every page that can be reached, and what could not be looked at, come out. */
import type { Place } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { CrawlConfig, SiteSurface } from '../config/types.ts';
import { type Crawled, crawl } from '../crawl/crawl.ts';
import type { Exclusion, Observation } from '../types.ts';
import { type Look, unreadable } from './look.ts';
import { readSitePage } from './read-site-page.ts';

export interface SiteProbe {
  base: string;
  surface: SiteSurface;
  vocabulary: Vocabulary;
  /** Pages on which customers of other surfaces sign in. */
  signIn?: readonly string[];
}

/** Where nothing is said of a crawl. */
const MOST_PAGES = 500;

export async function probeSite({ base, surface, vocabulary, signIn = [] }: SiteProbe): Promise<Look> {
  const pages = { surface: surface.id, vocabulary, landmark: surface.landmark };
  const crawled = await crawl({
    base,
    named: namedPages(surface),
    config: { ...configOf(surface), sign_in: [...(surface.crawl?.sign_in ?? []), ...signIn] },
    read: (sent) => readSitePage(sent, pages),
  });
  return lookOf(crawled, surface.id);
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
