/** One text in any format goes in; the claims that it makes, the words that it should not have, and its unread parts, come out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { asSpoken } from '../claims/languages/as-spoken.ts';
import { readNotices } from '../claims/notices.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims, readHidden } from '../claims/read-claims.ts';
import { HOLE } from '../readers/aligned.ts';
import { withoutIgnored } from '../readers/ignored.ts';
import type { Beside } from '../readers/includes.ts';
import { readBlocks } from '../readers/read-blocks.ts';
import type { Observation } from '../types.ts';
import { unreadable } from './look.ts';

/** `beside` gives the texts of files that it may include. */
export async function readDocument(
  text: string,
  path: string,
  surface: string,
  vocabulary: Vocabulary,
  beside?: Beside,
): Promise<Observation[]> {
  if (isDated(path)) return [];
  const { blocks, unread, language } = await readBlocks(path, text, beside);
  const words = asSpoken(vocabulary, language);
  const said = [
    ...readClaims(blocks, { surface, vocabulary: words }),
    ...readHidden(blocks, { surface, vocabulary: words }),
    ...readOwnedWords(blocks, surface, vocabulary),
  ];
  const known = said.filter(({ about }) => !('words' in about && about.words.includes(HOLE)));
  const whole = { kind: 'file' as const, path, line: 1, column: 1, length: 1 };
  return [
    ...withoutIgnored(known, text, path, surface),
    ...(blocks.length || !unread.length ? readNotices(blocks, whole, surface, vocabulary) : []),
    ...unread.map(({ reason, at = whole }) => unreadable(surface, reason, [at], path)),
  ];
}

/** A change log, or a file whose name bears a day, tells what was so then. */
function isDated(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /(?:^|[^\d])(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)/.test(name) ||
    /(?:^|[^\p{L}])change-?logs?(?:[^\p{L}]|$)/iu.test(name)
  );
}
