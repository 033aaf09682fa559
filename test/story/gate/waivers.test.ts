/** A finding is waived from the command line, stands in every run, and comes back when its values change, its day is over or it is gone. */
import { afterEach, expect, it } from 'vitest';
import { DAY, type Drifting, drifting, keysOf, rulesOf } from './drifting.ts';

let copy: Drifting | undefined;
afterEach(() => copy?.remove());

const WHO = ['--owner', 'docs team', '--until', '2026-12-31', '--reason', 'The handbook is printed in December.'];
const FILE = 'planproof.waivers.yaml';

it('a waiver is written, holds through its day in check and audit, and is told when it does not', async () => {
  copy = drifting();
  const [forms, members] = keysOf((await copy.report()).report) as [string, string];
  const first = await copy.report(['--waive', forms, ...WHO]);
  expect([first.code, keysOf(first.report)]).toEqual([1, [members]]);
  expect(first.report.waivers).toMatchObject([{ finding: { key: forms }, owner: 'docs team', until: '2026-12-31' }]);
  expect(first.stderr).toContain(`wrote a waiver of ${forms} into ${FILE}`);
  const before = copy.read(FILE);

  const second = await copy.check(['--waive', members, ...WHO]);
  expect([second.code, copy.read(FILE).startsWith(before)]).toEqual([0, true]);
  expect(second.stdout).toContain('2 findings waived');
  expect(second.stdout).toContain('until 2026-12-31 by docs team: The handbook is printed in December.');
  const audit = await copy.audit(['--only', 'readme']);
  expect([audit.code, audit.report.verdict, audit.report.waivers.length]).toEqual([0, 'clean', 2]);
  expect(copy.read('report/report.html')).toContain('until 2026-12-31 by docs team');

  const late = await copy.run(['check', '--json', '--date', '2027-01-01']);
  expect(late.code).toBe(1);
  expect(rulesOf(JSON.parse(late.stdout))).toEqual([
    'waiver/expired',
    'waiver/expired',
    'limit/differs',
    'limit/differs',
  ]);

  copy.edit('README.md', 'up to 30 forms', 'up to 31 forms');
  copy.edit('README.md', 'Studio includes 6 team members', 'Studio includes 5 team members');
  const other = await copy.report();
  expect([other.code, ...rulesOf(other.report)]).toEqual([1, 'waiver/outdated', 'waiver/unused', 'limit/differs']);
  const [outdated, unused] = other.report.findings;
  const lines = copy.read(FILE).split('\n');
  const lineOf = (finding: typeof outdated) => {
    const [at] = finding!.sides[0]!.at;
    return at?.kind === 'file' && at.path === FILE ? lines[at.line - 1] : '';
  };
  expect([lineOf(outdated), lineOf(unused)]).toEqual(
    [`  - key: ${forms}`, `  - key: ${members}`].map(quotedAsNeeded(lines)),
  );

  // A run that does not look at the surface says nothing about its waivers.
  const elsewhere = await copy.run(['audit', '--json', '--only', 'pricing', '--date', DAY]);
  expect(rulesOf(JSON.parse(elsewhere.stdout)).filter((rule) => rule.startsWith('waiver/'))).toEqual([]);
});

/** A key of digits alone stands in quotes. */
function quotedAsNeeded(lines: readonly string[]): (line: string) => string {
  return (line) => (lines.includes(line) ? line : line.replace(/(\w+)$/, '"$1"'));
}

it('a broken waiver file waives nothing, and says where it is broken', async () => {
  copy = drifting();
  copy.write(FILE, 'planproof: 1\nwaivers:\n  - key: 12\n');
  const { code, stdout } = await copy.check();
  expect(code).toBe(1);
  expect(stdout).toContain(`${FILE}:3:10 error waiver/malformed`);
  const asked = await copy.check(['--waive', '0011223344556677', ...WHO]);
  expect([asked.code, copy.read(FILE)]).toEqual([2, 'planproof: 1\nwaivers:\n  - key: 12\n']);
});

it('nothing is written for a finding that is not there', async () => {
  copy = drifting();
  const { code, stdout, stderr } = await copy.check(['--waive', '0011223344556677', ...WHO]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('There is no open finding `0011223344556677`')]);
  expect(stdout).toContain('planproof: DRIFT — 2 findings (2 errors)');
  expect(() => copy!.read(FILE)).toThrow();
});
