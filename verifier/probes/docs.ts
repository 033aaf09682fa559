/** Markdown files as bytes go in; the claims that they make, and the files that could not be read, come out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { readOwnedWords } from '../claims/owned-words.ts';
import { readClaims } from '../claims/read-claims.ts';
import { readMarkdown } from '../readers/markdown.ts';
import type { Observation } from '../types.ts';
import { type Look, unreadable } from './look.ts';

export interface DocsProbe {
  surface: string;
  vocabulary: Vocabulary;
  /** Paths as configured, with contents, or the reason why there are none. */
  files: readonly { path: string; bytes?: Uint8Array; reason?: string }[];
}

export function probeDocs({ surface, vocabulary, files }: DocsProbe): Look {
  const observations = files.flatMap(({ path, bytes, reason = 'could not be opened' }): Observation[] => {
    const at = [{ kind: 'file' as const, path, line: 1, column: 1, length: 1 }];
    if (!bytes) return [unreadable(surface, reason, at, path)];
    if (!/\.(md|markdown|mdown)$/i.test(path))
      return [unreadable(surface, 'is in a format that no reader here knows', at, path)];
    const text = decode(bytes);
    if (text === undefined) return [unreadable(surface, 'is not UTF-8', at, path)];
    const blocks = readMarkdown(text, path);
    return [...readClaims(blocks, { surface, vocabulary }), ...readOwnedWords(blocks, surface, vocabulary)];
  });
  return { observations, documents: files.filter((file) => file.bytes).length, excluded: [] };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
