/** A report goes in; the one verdict that its reader came for, with its words and reasons, comes out. */
import type { ReleaseVerdict, Report, Verdict } from '../types.ts';
import { labels } from './labels.ts';

export interface Headline {
  /** What an audit of everything decides; of a check, or a part, what was found. */
  verdict: Verdict | ReleaseVerdict;
  title: string;
  says: string;
  shout: string;
  tone: 'good' | 'warn' | 'bad';
  reasons: readonly string[];
}

const PART = {
  title: 'Clean, as far as asked',
  says: 'What was asked for agrees with the matrix. The rest was not looked at.',
};

export function headlineOf({ verdict, reasons, release, part }: Report): Headline {
  return release
    ? { verdict: release.verdict, ...labels.release[release.verdict], reasons: release.reasons }
    : { verdict, ...labels.verdict[verdict], ...(part && verdict === 'clean' && PART), reasons };
}
