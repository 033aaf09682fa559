/** What a server sent goes in; what the page says and leads to, without the page itself, comes out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { asSpoken } from '../claims/languages/as-spoken.ts';
import { readNotices } from '../claims/notices.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims, readHidden } from '../claims/read-claims.ts';
import { digestOf } from '../crawl/duplicates.ts';
import { readAnswer, type SentPage } from '../crawl/read-answer.ts';
import type { Observation } from '../types.ts';
import { unreadable } from './look.ts';

export interface SitePages {
  surface: string;
  vocabulary: Vocabulary;
  /** Simple selector that every page of ours has. */
  landmark?: string | undefined;
}

export interface SeenPage {
  found: Observation[];
  /** The same for pages that say the same. */
  digest: string;
  links: string[];
  /** Against which links are resolved; empty where the page does not say. */
  base: string;
  canonical?: string;
  asks?: string | undefined;
}

/** `left`: no copy, such as an image. */
export type Seen = SeenPage | { reason: string } | { left: string };

export async function readSitePage(sent: SentPage, { surface, vocabulary, landmark }: SitePages): Promise<Seen> {
  const page = await readAnswer(sent, landmark);
  if (!('blocks' in page)) return page;
  const { blocks, unread, language, ...around } = page;
  const words = asSpoken(vocabulary, language);
  const at = { kind: 'page' as const, url: sent.address, selector: 'html', words: '' };
  const found: Observation[] = [
    ...unread.map(({ reason, selector }) => unreadable(surface, reason, [{ ...at, selector }], sent.address)),
    ...readClaims(blocks, { surface, vocabulary: words }),
    ...readHidden(blocks, { surface, vocabulary: words }),
    ...readOwnedWords(blocks, surface, vocabulary),
    ...readNotices(blocks, at, surface, vocabulary),
  ];
  return { ...around, found, digest: digestOf(blocks) };
}
