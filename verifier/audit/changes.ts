/** What changed and a finding go in; whether the change can have made it comes out. */
import type { Finding } from '../types.ts';

export interface Changes {
  /** What files were compared with, for people. */
  since: string;
  /** Paths that changed, relative to the workspace, with `/`. */
  files: ReadonlySet<string>;
  /** Whether what is read at a path may be new; where left out, the files that changed are. */
  mayBeNew?: (path: string) => boolean;
  /** Surfaces of which a file may be new, or is gone. */
  surfaces: ReadonlySet<string>;
  /** Something changed that everything follows from: the matrix, a printed file, the configuration, a decision. */
  everything: boolean;
}

/**
 * A finding counts when a place of it is in a file that may be new; or when something is missing on a surface that changed, for
 * what was taken out has no place. What could not be looked at always counts.
 */
export function isAmong(
  { files, mayBeNew = (path) => files.has(path), surfaces, everything }: Changes,
  { direction, sides }: Finding,
): boolean {
  if (everything || direction === 'unread') return true;
  return sides.some(({ who, at }) =>
    at.length ? at.some((place) => place.kind === 'file' && mayBeNew(place.path)) : surfaces.has(who),
  );
}
