/** An open page goes in; what it is still working on, and what that is worth once nobody waits any longer, come out. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Request } from 'playwright-core';
import { isOwn, saysRights } from './lines.ts';
import { type LoadingSign, loadingSign } from './loading-sign.ts';
import type { OpenPage } from './open-page.ts';

const LOADING_MS = 100;

export interface Works {
  lines: Request[];
  sign?: LoadingSign | undefined;
}

/** Nothing where it is at rest. */
export async function stillWorks(open: OpenPage): Promise<Works | undefined> {
  const lines = open.underWay.awaited();
  const sign = await loadingSign(open.page);
  return lines.length || sign ? { lines, sign } : undefined;
}

/** Nobody can know yet whether an answer is slow or a line is held open: that takes longer. */
export function mayBeHeld(open: OpenPage, { lines, sign }: Works): boolean {
  const own = lines.filter((line) => isOwn(line, open.page.url()));
  return !sign?.sure && own.length > 0 && !own.some(saysRights);
}

/** Why a page that still works cannot be judged. Of lines that were waited for in vain, nobody waits on the next page. */
export function whyNotJudged(
  open: OpenPage,
  works: Works,
  judged: { isOpen: boolean; after: number },
): string | undefined {
  const rights = works.lines.find((line) => isOwn(line, open.page.url()) && saysRights(line));
  const told = `after ${judged.after / 1000} s; a longer \`wait\` may help`;
  if (rights) return `was still waiting for ${rights.method()} ${new URL(rights.url()).pathname} ${told}`;
  // Beside content that is usable, something that turns may be the end of a list.
  if (works.sign && (works.sign.sure || !judged.isOpen))
    return `was still loading after ${judged.after / 1000} s (${works.sign.what}); a longer \`wait\` may help`;
  for (const line of works.lines) open.underWay.gaveUp(line, true);
  return undefined;
}

/** Waits for a page that says that it is loading; why it was not done in time, or nothing. */
export async function whyNotLoaded(open: OpenPage, waitMs: number): Promise<string | undefined> {
  const until = performance.now() + waitMs;
  for (;;) {
    await open.rest(until - performance.now());
    const sign = await loadingSign(open.page);
    if (!sign?.sure) return undefined;
    if (performance.now() > until) return `was still loading after ${waitMs / 1000} s (${sign.what})`;
    await wait(LOADING_MS);
  }
}
