/** A site's address goes in; the claims on every page that can be reached by its links come out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { readNotices } from '../claims/notices.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import { textsOf } from '../claims/text.ts';
import type { SiteSurface } from '../config/types.ts';
import { hasElement, NO_DATA, type Page, readHtml } from '../readers/html.ts';
import type { Exclusion, Observation } from '../types.ts';
import { noAnswer } from './api.ts';
import { inParallel } from './in-parallel.ts';
import { type Look, unreadable } from './look.ts';

export interface SiteProbe {
  base: string;
  surface: SiteSurface;
  vocabulary: Vocabulary;
}

const AT_ONCE = 8;
const TIMEOUT_MS = 15_000;
const MOST_PAGES = 500;

/** `left`: followed, and no page of this site. */
type Visit = { path: string; page?: Page; reason?: string; left?: string };

export async function probeSite({ base, surface, vocabulary }: SiteProbe): Promise<Look> {
  const most = surface.pages ?? MOST_PAGES;
  const known = namedPages(surface);
  const waiting = [...known];
  const visits: Visit[] = [];
  while (waiting.length && visits.length < most) {
    const batch = waiting.splice(0, most - visits.length);
    const seen = await inParallel(batch, AT_ONCE, (path) => visit(base, path, surface));
    visits.push(...seen);
    for (const path of seen.flatMap((one) => linksOf(base, one))) {
      if (!known.has(path)) waiting.push(path);
      known.add(path);
    }
  }
  visits.sort((a, b) => (a.path < b.path ? -1 : 1));
  const observations = visits.flatMap((one) => observationsOf(one, surface, vocabulary));
  if (waiting.length)
    observations.push(
      unreadable(surface.id, `has more pages than the ${most} that were looked at`, [placeOf(waiting[0]!)]),
    );
  return {
    observations,
    documents: visits.filter((one) => one.page).length,
    excluded: visits.flatMap((one) => leftOut(one, surface)),
  };
}

/** Pages that have to be there: where the crawl starts, and where facts have to stand. */
function namedPages({ start, must_state = [] }: SiteSurface): Set<string> {
  return new Set([...start, ...must_state.flatMap((one) => one.on ?? [])]);
}

async function visit(base: string, path: string, surface: SiteSurface): Promise<Visit> {
  const named = namedPages(surface).has(path);
  const other = (words: string): Visit => ({ path, [named ? 'reason' : 'left']: words });
  try {
    const response = await fetch(new URL(path, base), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'text/html' },
    });
    const text = await response.text();
    if (response.status === 404 || response.status === 410) return other(`answered ${response.status}`);
    if (!response.ok) return { path, reason: `answered ${response.status}` };
    if (new URL(response.url).origin !== new URL(base).origin) return other('leads to another origin');
    const type = response.headers.get('content-type') ?? '';
    if (!/\bhtml\b/.test(type)) return other(`is ${type || 'of no type'}, not a page`);
    return judgePage(readHtml(text, path), path, { named, landmark: surface.landmark });
  } catch (error) {
    return { path, reason: noAnswer(error) };
  }
}

/** A page without words, and a sign-in page where copy has to be, show nothing of what visitors with a browser see. */
function judgePage(page: Page, path: string, { named, landmark }: { named: boolean; landmark?: string }): Visit {
  if (landmark && !hasElement(page, landmark)) return { path, reason: `has no ${landmark}, so it is no page of ours` };
  const words = page.blocks.filter((block) => !block.apart).flatMap(textsOf);
  if (!words.some((text) => /\p{L}{2}/u.test(text.value))) return { path, reason: 'says nothing without JavaScript' };
  if (named && page.asksForPassword) return { path, reason: 'asks to sign in' };
  return { path, page };
}

function linksOf(base: string, { path, page }: Visit): string[] {
  const from = new URL(path, base);
  return (page?.links ?? []).flatMap((link) => {
    if (!URL.canParse(link, from.href)) return [];
    const to = new URL(link, from.href);
    return to.origin === from.origin && /^https?:$/.test(to.protocol) ? [to.pathname + to.search] : [];
  });
}

function observationsOf(one: Visit, surface: SiteSurface, vocabulary: Vocabulary): Observation[] {
  if (one.page) {
    const { blocks, unread } = one.page;
    return [
      ...unread.map((selector) => unreadable(surface.id, NO_DATA, [{ ...placeOf(one.path), selector }], one.path)),
      ...readClaims(blocks, { surface: surface.id, vocabulary }),
      ...readOwnedWords(blocks, surface.id, vocabulary),
      ...readNotices(blocks, placeOf(one.path), surface.id, vocabulary),
    ];
  }
  return one.reason ? [unreadable(surface.id, one.reason, [placeOf(one.path)], one.path)] : [];
}

function leftOut({ path, left }: Visit, surface: SiteSurface): Exclusion[] {
  return left ? [{ surface: surface.id, what: path, count: 1, reason: `is linked, and ${left}`, owner: 'site' }] : [];
}

function placeOf(path: string): Observation['at'][number] & { kind: 'page' } {
  return { kind: 'page', url: path, selector: 'html', words: '' };
}
