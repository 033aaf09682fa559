/** A finding's key and who waives it go in; an entry for it is added to the waiver file, and nothing else in it changes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../verifier/types.ts';
import { Failure } from '../failure.ts';
import { writeWhole } from '../files/write-whole.ts';
import { addWaivers } from './add-waivers.ts';
import { type Waive, waiveWords } from './waive-words.ts';

export interface Waiving extends Waive {
  root: string;
  path: string;
  /** Of the run, settled: only what is open can be waived. */
  report: Report;
}

/** Gives what it did, for people. Throws `Failure` when there is no such finding, or somebody has to say more. */
export function waive({ root, path, report, ...asked }: Waiving): string {
  const { owner, reason, until } = waiveWords(asked, report.date);
  const findings = report.findings.filter((one) => one.key === asked.key);
  if (!findings.length) throw new Failure(nothingOpen(asked.key, report));
  if (findings.some((one) => one.direction === 'unread'))
    throw new Failure(
      `${asked.key} could not be looked at, which nobody can waive: make it readable, or leave it out in the configuration, with a reason and an owner.`,
    );
  if (findings.some((one) => one.rule.startsWith('waiver/') || one.rule.startsWith('baseline/')))
    throw new Failure(`${asked.key} is about a decision itself, which nobody can waive: ${findings[0]!.fix}`);
  const file = join(root, path);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const after = addWaivers(before, findings, { owner, reason, until });
  if (after === undefined)
    throw new Failure(
      `${path} is written in a way that no entry can be added to: write \`waivers:\` as a list, each entry after \`- \`.`,
    );
  writeWhole(file, after);
  return `wrote ${findings.length === 1 ? 'a waiver' : `${findings.length} waivers`} of ${asked.key} into ${path}`;
}

function nothingOpen(key: string, { waivers, known = [], findings }: Report): string {
  const waived = waivers.find((one) => one.finding.key === key);
  if (waived) return `${key} is waived already, until ${waived.until} by ${waived.owner}.`;
  if (known.some((one) => one.key === key)) return `${key} is known to the baseline, so there is nothing to waive.`;
  const open = findings.length ? `write a key as the report shows it` : 'there is no open finding';
  return `There is no open finding \`${key}\`: ${open}.`;
}
