/** An old repository adopts the check: what is known is listed, what is new fails, and the list only gets shorter. */
import { afterEach, expect, it } from 'vitest';
import { type Drifting, drifting, keysOf, rulesOf } from './drifting.ts';

let copy: Drifting | undefined;
afterEach(() => copy?.remove());

const FILE = 'planproof.baseline.json';
const fingerprints = (text: string) => JSON.parse(text).findings.map((one: { fingerprint: string }) => one.fingerprint);

it('is written once, shrinks with what is mended, and refuses to grow', async () => {
  copy = drifting();
  const { report } = await copy.report();
  const first = await copy.check(['--update-baseline']);
  expect([first.code, fingerprints(copy.read(FILE)).sort()]).toEqual([
    0,
    report.findings.map((one) => one.fingerprint).sort(),
  ]);
  expect(first.stdout).toContain('2 findings known to the baseline');
  const written = copy.read(FILE);
  await copy.check(['--update-baseline']);
  expect(copy.read(FILE)).toBe(written);

  // Another value is a new finding, and the baseline does not take it.
  copy.edit('README.md', 'up to 30 forms', 'up to 31 forms');
  const changed = await copy.report();
  expect([
    changed.code,
    rulesOf(changed.report),
    keysOf({ ...changed.report, findings: changed.report.known! }),
  ]).toEqual([1, ['limit/differs'], [report.findings[1]!.key]]);
  const refused = await copy.check(['--update-baseline']);
  expect([refused.code, fingerprints(copy.read(FILE))]).toEqual([1, [report.findings[1]!.fingerprint]]);
  expect(refused.stderr).toContain(`To adopt anew on purpose, delete ${FILE}`);

  // What is mended has to leave.
  copy.edit('README.md', 'up to 31 forms', 'up to 25 forms');
  copy.edit('README.md', 'Studio includes 6 team members', 'Studio includes 5 team members');
  const mended = await copy.report();
  expect([mended.code, rulesOf(mended.report)]).toEqual([1, ['baseline/vanished']]);
  const last = await copy.check(['--update-baseline']);
  expect([last.code, fingerprints(copy.read(FILE))]).toEqual([0, []]);
});

it('hides nothing that could not be looked at, and is not begun then', async () => {
  copy = drifting();
  copy.edit('planproof.config.yaml', 'files: [README.md]', 'files: [README.md, nothing/*.md]');
  const { code, stderr } = await copy.check(['--update-baseline']);
  expect(code).toBe(2);
  expect(stderr).toContain('is not written: part of what had to be looked at was not seen');
  expect(() => copy!.read(FILE)).toThrow();
});

it('may have another name, which has to be there', async () => {
  copy = drifting();
  expect((await copy.check(['--baseline', 'known.json', '--update-baseline'])).code).toBe(0);
  expect((await copy.check(['--baseline', 'known.json'])).code).toBe(0);
  const missing = await copy.check(['--baseline', 'gone.json']);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('There is no baseline at gone.json');
});
