/** What a waiver is: one finding, what every side of it says, and who lets it be until when. */
import type { FilePlace, Value } from '../../matrix/types.ts';

export interface Waiver {
  /** Of the finding: 16 hex digits. */
  key: string;
  rule: string;
  surface: string;
  /** The waiver holds for these values only. */
  sides: { who: string; value: Value }[];
  /** Pins also who the finding concerns. */
  fingerprint?: string;
  owner: string;
  reason: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  until: string;
  at: FilePlace;
}

/** The file that is read where the configuration names none. */
export const WAIVER_FILE = 'planproof.waivers.yaml';
