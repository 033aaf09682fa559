/** A report goes in; the exit code of the command that made it comes out. */
import type { Report } from '../types.ts';

const CODES = { clean: 0, drift: 1, could_not_look: 2 } as const;

/** 2 when anything was not seen, whatever else was found; otherwise 1 when something differs, or keeps a release back. */
export function exitCodeOf({ verdict, release }: Pick<Report, 'verdict' | 'release'>): 0 | 1 | 2 {
  return verdict === 'clean' && release?.verdict === 'NO_GO' ? 1 : CODES[verdict];
}
