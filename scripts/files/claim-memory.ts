/** What was read in a file before goes in; it comes out again while file, vocabulary and reader are the same. */
import { readFileSync } from 'node:fs';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { ReadBefore } from '../../verifier/probes/docs.ts';
import type { Observation } from '../../verifier/types.ts';
import { digest, keep, keptAt } from './kept.ts';

interface Remembered {
  reader: string;
  files: Record<string, Known>;
}

interface Known {
  bytes: string;
  observations: Observation[];
  /** Files that it asked for, each by its bytes, or by nothing where there was none. */
  beside?: Record<string, string>;
}

export interface ClaimMemory extends ReadBefore {
  /** Keeps what was read in this run, and forgets what was not asked for. */
  save(): void;
}

/** Nothing where nothing is kept. */
export function claimMemory(root: string, surface: string, vocabulary: Vocabulary): ClaimMemory | undefined {
  const kept = keptAt(root, `${digest(surface).slice(0, 16)}.json`);
  if (!kept) return undefined;
  const reader = digest(JSON.stringify([kept.build, surface, vocabulary]));
  const before = readBefore(kept.path, reader);
  const now: Remembered = { reader, files: {} };
  let changed = false;
  return {
    get(file, bytes, beside) {
      const known = before.files[file];
      if (known?.bytes !== digest(bytes)) return undefined;
      if (Object.entries(known.beside ?? {}).some(([path, found]) => found !== digestOf(beside(path))))
        return undefined;
      now.files[file] = known;
      return known.observations;
    },
    set(file, bytes, observations, looked) {
      const beside = Object.fromEntries(Array.from(looked, ([path, found]) => [path, digestOf(found)]));
      now.files[file] = { bytes: digest(bytes), observations, ...(looked.size && { beside }) };
      changed = true;
    },
    save() {
      if (changed || Object.keys(now.files).length !== Object.keys(before.files).length)
        keep(kept, JSON.stringify(now));
    },
  };
}

/** A memory of another reader, or one that cannot be read, is none. */
function readBefore(path: string, reader: string): Remembered {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Remembered;
    if (found.reader === reader) return found;
  } catch {
    // There is none yet.
  }
  return { reader, files: {} };
}

function digestOf(found: Uint8Array | undefined): string {
  return found ? digest(found) : '';
}
