/** What was read in a file before goes in; it comes out again while file, vocabulary and reader are the same. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import type { ReadBefore } from '../../verifier/probes/docs.ts';
import type { Observation } from '../../verifier/types.ts';
import { writeWhole } from './write-whole.ts';

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

const PLACE = 'node_modules/.cache/planproof';
/** A built file bears a hash of its contents in its name, so the names of all of them tell one reader from another. */
const BUILT = /-[\w-]{8}\.js$/;

export interface ClaimMemory extends ReadBefore {
  /** Keeps what was read in this run, and forgets what was not asked for. */
  save(): void;
}

/**
 * Nothing when there is nowhere to keep it (no `node_modules`), when the sources run, whose reader may change at any
 * time, or when `PLANPROOF_NO_CACHE` is set.
 */
export function claimMemory(root: string, surface: string, vocabulary: Vocabulary): ClaimMemory | undefined {
  if (process.env.PLANPROOF_NO_CACHE || !BUILT.test(import.meta.url)) return undefined;
  if (!existsSync(join(root, 'node_modules'))) return undefined;
  const parts = readdirSync(new URL('.', import.meta.url)).sort();
  const path = join(root, PLACE, `${digest(surface).slice(0, 16)}.json`);
  const reader = digest(JSON.stringify([parts, surface, vocabulary]));
  const before = readBefore(path, reader);
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
        writeWhole(path, JSON.stringify(now));
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

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
