/** What a baseline is: findings that were there when the check was adopted. */
import type { FilePlace } from '../../matrix/types.ts';

export interface BaselineEntry {
  /** Of the finding: 16 hex digits. */
  key: string;
  /** A finding with other values is a new one. */
  fingerprint: string;
  rule: string;
  surface: string;
  /** Where it stood when the baseline was written, for people. */
  place: string;
}

/** An entry as it stands in a file. */
export interface ReadEntry extends BaselineEntry {
  at: FilePlace;
}

/** The file that is read where neither command line nor configuration name one. */
export const BASELINE_FILE = 'planproof.baseline.json';
