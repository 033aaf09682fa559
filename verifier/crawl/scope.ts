/** What the configuration says of a crawl goes in; whether an address belongs to it comes out. */
import picomatch from 'picomatch';
import type { CrawlConfig } from '../config/types.ts';

export type Belonging = 'follow' | 'outside' | { reason: string; owner: string };

/** Patterns fit the path without its query; one that begins with an origin fits pages of that origin. */
export function scopeOf({ follow, skip = [] }: Pick<CrawlConfig, 'follow' | 'skip'>): (address: string) => Belonging {
  const follows = follow ? picomatch(follow, { dot: true }) : () => true;
  const skips = skip.map(({ pages, ...why }) => ({ why, fits: picomatch(pages, { dot: true }) }));
  return (address) => {
    const path = address.replace(/\?.*$/s, '');
    const skipped = skips.find(({ fits }) => fits(path));
    if (skipped) return skipped.why;
    return follows(path) ? 'follow' : 'outside';
  };
}
