/** One Markdown text goes in; the claims that it makes, and the words that it should not have, come out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { readNotices } from '../claims/notices.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import { withoutIgnored } from '../readers/ignored.ts';
import { readMarkdown } from '../readers/markdown.ts';
import type { Observation } from '../types.ts';

export function readDocument(text: string, path: string, surface: string, vocabulary: Vocabulary): Observation[] {
  if (isDated(path)) return [];
  const blocks = readMarkdown(text, path);
  const said = [...readClaims(blocks, { surface, vocabulary }), ...readOwnedWords(blocks, surface, vocabulary)];
  const at = { kind: 'file' as const, path, line: 1, column: 1, length: 1 };
  return [...withoutIgnored(said, text, path, surface), ...readNotices(blocks, at, surface, vocabulary)];
}

/** A change log, or a file whose name bears a day, tells what was so then. */
function isDated(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    /(?:^|[^\d])(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)/.test(name) ||
    /(?:^|[^\p{L}])change-?logs?(?:[^\p{L}]|$)/iu.test(name)
  );
}
