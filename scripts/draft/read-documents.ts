/** Names of files and addresses of pages go in; what could be read of them, and what could not be looked at, come out. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Document } from '../../verifier/draft/document.ts';
import { fetchPage } from '../../verifier/draft/fetch-page.ts';
import { readText } from '../../verifier/draft/read-text.ts';

const MOST_BYTES = 20_000_000;

export interface ReadDocuments {
  documents: Document[];
  /** `path` as it was given. */
  unread: { path: string; reason: string }[];
}

/** In the order of `names`, each once. */
export async function readDocuments(root: string, names: readonly string[]): Promise<ReadDocuments> {
  const out: ReadDocuments = { documents: [], unread: [] };
  for (const path of new Set(names.map((name) => name.replace(/^\.\//, '')))) {
    const got = /^https?:\/\//i.test(path) ? await fetchPage(path) : fromDisk(root, path);
    const read = 'reason' in got ? got : await readText(path, got.text, got.type);
    if ('reason' in read) out.unread.push({ path, reason: read.reason });
    else out.documents.push(read.document);
  }
  return out;
}

function fromDisk(root: string, path: string): { reason: string } | { text: string; type?: string } {
  try {
    const file = resolve(root, path);
    if (statSync(file).size > MOST_BYTES) return { reason: `is larger than ${MOST_BYTES / 1e6} MB` };
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT') return { reason: 'does not exist' };
    if (code === 'EISDIR') return { reason: 'is a folder' };
    return { reason: code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8' : `cannot be read (${code})` };
  }
}
