/** A report of what is open goes in; the baseline is written the first time, and afterwards only gets shorter. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isKnowable } from '../../verifier/baseline/apply-baseline.ts';
import type { ReadEntry } from '../../verifier/baseline/baseline.ts';
import { entryOf, printBaseline } from '../../verifier/baseline/print-baseline.ts';
import type { Finding, Report } from '../../verifier/types.ts';
import { writeWhole } from '../files/write-whole.ts';

export interface BaselineUpdate {
  root: string;
  path: string;
  /** What stands in the file; nothing when it cannot be read. */
  before: readonly ReadEntry[] | undefined;
  /** Settled with what stands in the file. */
  report: Report;
}

/** Gives what it did, and what it refused, for people. */
export function updateBaseline({ root, path, before = [], report }: BaselineUpdate): string {
  const fresh = report.findings.filter(isKnowable);
  if (!existsSync(join(root, path))) return firstBaseline(join(root, path), path, report);
  const gone = new Set(goneFrom(report, path));
  const changed = new Set(fresh.map((one) => one.key));
  const left = before.filter((entry) => !gone.has(entry.at.line) && !changed.has(entry.key));
  const took = before.length - left.length;
  if (took) writeWhole(join(root, path), printBaseline(left));
  const done = took ? `took ${counted(took)} out of ${path}` : `${path} is left as it is`;
  return fresh.length ? `${done}. ${refusal(path, fresh)}` : done;
}

/** What was not seen could not be added later, so nothing is written before everything was. */
function firstBaseline(file: string, path: string, { verdict, findings }: Report): string {
  if (verdict === 'could_not_look')
    return `${path} is not written: part of what had to be looked at was not seen, and a baseline only shrinks.`;
  const entries = findings.filter(isKnowable).map(entryOf);
  writeWhole(file, printBaseline(entries));
  return `wrote ${path} with ${counted(new Set(entries.map((one) => one.fingerprint)).size)}`;
}

/** Lines of entries whose finding is made no more. */
function goneFrom({ findings }: Report, path: string): number[] {
  return findings
    .filter((one) => one.rule === 'baseline/vanished')
    .flatMap((one) => one.sides[0]!.at)
    .flatMap((place) => (place.kind === 'file' && place.path === path ? [place.line] : []));
}

function refusal(path: string, fresh: readonly Finding[]): string {
  const first = fresh.slice(0, 3).map((one) => `${one.rule} ${one.key}`);
  const more = fresh.length > first.length ? ` and ${fresh.length - first.length} more` : '';
  const are = fresh.length === 1 ? 'is' : 'are';
  return `A baseline only shrinks, and ${counted(fresh.length)} of this run ${are} not in it: ${first.join(', ')}${more}. Mend them, or waive them (\`planproof check --waive KEY\`). To adopt anew on purpose, delete ${path} and run this again.`;
}

function counted(n: number): string {
  return `${n} ${n === 1 ? 'finding' : 'findings'}`;
}
