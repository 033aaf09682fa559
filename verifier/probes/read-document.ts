/** One Markdown text goes in; the claims that it makes, and the words that it should not have, come out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import { readMarkdown } from '../readers/markdown.ts';
import type { Observation } from '../types.ts';

export function readDocument(text: string, path: string, surface: string, vocabulary: Vocabulary): Observation[] {
  const blocks = readMarkdown(text, path);
  return [...readClaims(blocks, { surface, vocabulary }), ...readOwnedWords(blocks, surface, vocabulary)];
}
