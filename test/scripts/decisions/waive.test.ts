/** Who waives what until when: what is missing or cannot be is told, and nothing is written. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { waive } from '../../../scripts/decisions/waive.ts';
import { sampleReport } from '../../verifier/report/sample-report.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'planproof-waive-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const report = sampleReport('drift');
const [first, second] = report.findings;
const ALL = { key: first!.key, owner: 'Ada', until: '2026-12-31', reason: 'why' };
const at = { kind: 'file' as const, path: 'w.yaml', line: 1, column: 1, length: 1 };
const decision = { ...first!, rule: 'waiver/unused', key: 'a'.repeat(16) };
const decided = {
  ...report,
  findings: [first!, decision, ...sampleReport('could_not_look').findings],
  waivers: [{ finding: second!, owner: 'Bo', reason: 'so', until: '2027-01-01', at }],
};

it.each([
  [{ owner: undefined, reason: ' ' }, 'A waiver needs --owner, --reason'],
  [{ until: 'soon' }, '`--until soon` is no date'],
  [{ until: '2026-03-01' }, 'is over on 2026-03-02'],
  [{ key: 'nothing' }, 'There is no open finding `nothing`'],
  [{ key: second!.key }, 'is waived already, until 2027-01-01 by Bo'],
  [{ key: decision.key }, 'is about a decision itself'],
  [{ key: sampleReport('could_not_look').findings[0]!.key }, 'could not be looked at, which nobody can waive'],
])('%j is refused', (change, says) => {
  expect(() => waive({ root, path: 'w.yaml', report: decided, ...ALL, ...change })).toThrow(says);
  expect(readdirSync(root)).toEqual([]);
});

it('the last day may be today', () => {
  expect(waive({ root, path: 'w.yaml', report, ...ALL, until: report.date })).toContain(
    `wrote a waiver of ${first!.key}`,
  );
  expect(readdirSync(root)).toEqual(['w.yaml']);
});
