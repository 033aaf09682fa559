/** Files as bytes go in; the claims that they make, and the files that could not be read, come out. */
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { whyUnread } from '../readers/read-blocks.ts';
import type { Observation } from '../types.ts';
import { type Look, unreadable } from './look.ts';

/** What was read in the same bytes before. */
export interface ReadBefore {
  get(path: string, bytes: Uint8Array, beside: BytesBeside): Observation[] | undefined;
  /** `looked`: files that the document asked for, those that are not there without bytes. */
  set(path: string, bytes: Uint8Array, observations: Observation[], looked: Looked): void;
}

export type BytesBeside = (path: string) => Uint8Array | undefined;
export type Looked = ReadonlyMap<string, Uint8Array | undefined>;

export interface DocsFile {
  path: string;
  bytes?: Uint8Array;
  reason?: string;
}

export interface DocsProbe {
  surface: string;
  vocabulary: Vocabulary;
  /** Paths as configured, with contents, or the reason why there are none. */
  files: Iterable<DocsFile>;
  memory?: ReadBefore | undefined;
  /** Files that documents may include, by paths like theirs; without it, such parts are unread. */
  beside?: BytesBeside;
}

export async function probeDocs(probe: DocsProbe): Promise<Look> {
  const observations: Observation[] = [];
  let documents = 0;
  for (const file of probe.files) {
    if (file.bytes) documents += 1;
    for (const one of await readFile(probe, file)) observations.push(one);
  }
  return { observations, documents, excluded: [] };
}

async function readFile(probe: DocsProbe, file: DocsFile): Promise<Observation[]> {
  const { surface, vocabulary, memory, beside = () => undefined } = probe;
  const { path, bytes, reason = 'could not be opened' } = file;
  const at = [{ kind: 'file' as const, path, line: 1, column: 1, length: 1 }];
  if (!bytes) return [unreadable(surface, reason, at, path)];
  const unknown = whyUnread(path);
  if (unknown) return [unreadable(surface, unknown, at, path)];
  const before = memory?.get(path, bytes, beside);
  if (before) return before;
  const text = decode(bytes);
  if (text === undefined) return [unreadable(surface, 'is not UTF-8', at, path)];
  if (text.includes('\0')) return [unreadable(surface, 'is binary', at, path)];
  // The readers are loaded only when there is something new to read.
  const { readDocument } = await import('./read-document.ts');
  const looked = new Map<string, Uint8Array | undefined>();
  const observations = await readDocument(text, path, surface, vocabulary, (other) => {
    const found = beside(other);
    looked.set(other, found);
    return found && decode(found);
  });
  memory?.set(path, bytes, observations, looked);
  return observations;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
