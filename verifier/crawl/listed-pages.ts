/** Where sitemaps are goes in; the pages that they list, and what is wrong with them, come out. */
import { type Asking, ask } from './ask.ts';
import { readSitemap } from './sitemap.ts';

export interface Listed {
  /** Addresses of this site, in the order of the list. */
  pages: string[];
  /** The sitemap that was read first. */
  at?: string;
  wrong: { address: string; reason: string }[];
}

const USUAL_SITEMAPS = ['/sitemap.xml', '/sitemap-index.xml', '/sitemap_index.xml'];
const MOST_SITEMAPS = 1000;

/** Stops beyond `most` pages. */
export async function listedPages(asking: Asking, sitemaps: readonly string[], most: number): Promise<Listed> {
  const waiting = [...sitemaps];
  const known = new Set(waiting);
  const pages = new Set<string>();
  const wrong: Listed['wrong'] = [];
  for (const address of waiting) {
    if (pages.size > most || known.size > MOST_SITEMAPS) break;
    const found = await sitemapAt(asking, address);
    if (typeof found === 'string') {
      wrong.push({ address, reason: found });
      continue;
    }
    const foreign = new Set<string>();
    const take = (links: readonly string[], add: (one: string) => void) => {
      for (const link of links) {
        const one = asking.addresses.addressOf(link, address);
        if (one === undefined) foreign.add(asking.addresses.originOf(link, address) ?? link);
        else add(one);
      }
    };
    take(found.pages, (one) => pages.add(one));
    take(found.sitemaps, (one) => {
      if (!known.has(one)) waiting.push(one);
      known.add(one);
    });
    for (const origin of foreign)
      wrong.push({
        address,
        reason: `is a sitemap that lists pages of ${origin}: name it under \`same_as\` or \`origins\``,
      });
    if (!found.pages.length && !found.sitemaps.length)
      wrong.push({ address, reason: 'is a sitemap that lists no page' });
  }
  return { pages: [...pages], wrong, ...(sitemaps[0] !== undefined && { at: sitemaps[0] }) };
}

/** The first of the usual places that has one, whole or not: what is there and broken has to be told. */
export async function usualSitemap(asking: Asking): Promise<string | undefined> {
  for (const address of USUAL_SITEMAPS) {
    const reached = await ask(asking, { address, accept: 'application/xml' });
    if (reached.is === 'fault') return address;
    if (reached.is !== 'answer' || reached.answer.status !== 200) continue;
    // A site that answers everything with a page has none.
    if (!/\bhtml\b/.test(reached.answer.headers['content-type'] ?? '')) return address;
  }
  return undefined;
}

async function sitemapAt(asking: Asking, address: string): Promise<{ pages: string[]; sitemaps: string[] } | string> {
  const reached = await ask(asking, { address, accept: 'application/xml, text/plain;q=0.5' });
  if (reached.is === 'fault') return `is a sitemap that ${reached.reason}`;
  if (reached.is !== 'answer' || reached.answer.status !== 200)
    return `is a sitemap that answered ${reached.is === 'answer' ? reached.answer.status : 'elsewhere'}`;
  const found = readSitemap(reached.answer.bytes);
  return 'broken' in found ? found.broken : found;
}
