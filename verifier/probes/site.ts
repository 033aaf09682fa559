/** A site's address goes in; the claims on every page that can be reached, and what could not be looked at, come out. */
import type { Place } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { readNotices } from '../claims/notices.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { CrawlConfig, SiteSurface } from '../config/types.ts';
import { type Crawled, crawl } from '../crawl/crawl.ts';
import type { ReadPage } from '../crawl/read-answer.ts';
import type { Exclusion, Observation } from '../types.ts';
import { type Look, unreadable } from './look.ts';

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
  const crawled = await crawl({
    base,
    named: namedPages(surface),
    config: { ...configOf(surface), sign_in: [...(surface.crawl?.sign_in ?? []), ...signIn] },
    landmark: surface.landmark,
    read: (page, address) => readPage(page, address, surface.id, vocabulary),
  });
  return {
    observations: [
      ...crawled.pages.flatMap((one) => one.found),
      ...crawled.unread.map(({ address, reason, from }) =>
        unreadable(surface.id, reason, [placeOf(address), ...(from === undefined ? [] : [placeOf(from)])], address),
      ),
    ],
    documents: crawled.pages.length + crawled.same.length,
    excluded: excludedBy(crawled, surface.id),
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

/** Written out and read again, words no longer hold on to the page that they were cut from. */
function readPage(
  { blocks, unread }: ReadPage,
  address: string,
  surface: string,
  vocabulary: Vocabulary,
): Observation[] {
  const found: Observation[] = [
    ...unread.map(({ reason, selector }) => unreadable(surface, reason, [{ ...placeOf(address), selector }], address)),
    ...readClaims(blocks, { surface, vocabulary }),
    ...readOwnedWords(blocks, surface, vocabulary),
    ...readNotices(blocks, placeOf(address), surface, vocabulary),
  ];
  return found.length ? (JSON.parse(JSON.stringify(found)) as Observation[]) : found;
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
