/** A site's address goes in; the claims on every page that can be reached by its links come out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import type { SiteSurface } from '../config/types.ts';
import { hasElement, type Page, readHtml } from '../readers/html.ts';
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

type Visit = { path: string; page?: Page; reason?: string; gone?: number };

export async function probeSite({ base, surface, vocabulary }: SiteProbe): Promise<Look> {
  const most = surface.pages ?? MOST_PAGES;
  const known = new Set(surface.start);
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
    excluded: visits.flatMap((one) => deadLink(one, surface)),
  };
}

async function visit(base: string, path: string, surface: SiteSurface): Promise<Visit> {
  try {
    const response = await fetch(new URL(path, base), {
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'text/html' },
    });
    const text = await response.text();
    if (response.status === 404 || response.status === 410) return { path, gone: response.status };
    if (!response.ok) return { path, reason: `answered ${response.status}` };
    if (new URL(response.url).origin !== new URL(base).origin) return { path };
    const type = response.headers.get('content-type') ?? '';
    if (!/\bhtml\b/.test(type))
      return surface.start.includes(path) ? { path, reason: `is ${type || 'of no type'}, not a page` } : { path };
    const page = readHtml(text, path);
    if (surface.landmark && !hasElement(page, surface.landmark))
      return { path, reason: `has no ${surface.landmark}, so it is no page of ours` };
    return { path, page };
  } catch (error) {
    return { path, reason: noAnswer(error) };
  }
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
    const { blocks } = one.page;
    return [
      ...readClaims(blocks, { surface: surface.id, vocabulary }),
      ...readOwnedWords(blocks, surface.id, vocabulary),
    ];
  }
  const reason = one.reason ?? (one.gone && surface.start.includes(one.path) ? `answered ${one.gone}` : undefined);
  return reason ? [unreadable(surface.id, reason, [placeOf(one.path)], one.path)] : [];
}

function deadLink(one: Visit, surface: SiteSurface): Exclusion[] {
  if (!one.gone || surface.start.includes(one.path)) return [];
  return [
    { surface: surface.id, what: one.path, count: 1, reason: `is linked, and answers ${one.gone}`, owner: 'site' },
  ];
}

function placeOf(path: string): Observation['at'][number] {
  return { kind: 'page', url: path, selector: 'html', words: '' };
}
