/** One run, several formats: files, a log and the summary of a job, all with the same findings; and what is asked wrongly. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { fromGithub, fromJunit, fromSarif, fromSummary, rowsOf, sorted } from '../../verifier/report/read-back.ts';
import { type Drifting, drifting } from './drifting.ts';

let copy: Drifting | undefined;
afterEach(() => copy?.remove());

it('in files, in the log and in the summary stand the same findings', async () => {
  copy = drifting();
  copy.write('summary.md', 'said before\n');
  const wanted = ['--format', 'sarif=out/p.sarif', '--format', 'junit=j.xml', '--format', 'json=r.json'];
  const { code, stdout } = await copy.check([...wanted, '--format', 'github', '--format', 'summary'], {
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: join(copy.root, 'summary.md'),
  });
  expect(code).toBe(1);
  const rows = sorted(rowsOf(JSON.parse(copy.read('r.json'))));
  expect(rows).toHaveLength(2);
  expect(sorted(fromSarif(copy.read('out/p.sarif')))).toEqual(rows);
  expect(sorted(fromJunit(copy.read('j.xml')))).toEqual(rows);
  expect(sorted(fromGithub(stdout))).toEqual(rows);
  expect(stdout).toMatch(/^::error file=README\.md,line=21,/);
  const summary = copy.read('summary.md');
  expect(summary.startsWith('said before\n## ❌')).toBe(true);
  expect(sorted(fromSummary(summary))).toEqual(rows);
  for (const text of [stdout, summary, copy.read('out/p.sarif'), copy.read('j.xml')])
    expect(text).not.toContain(copy.root);
});

it('an audit has them too; the terminal still tells where only files were asked for', async () => {
  copy = drifting();
  const { code, stdout } = await copy.run([
    'audit',
    '--only',
    'readme',
    '--format',
    'sarif=p.sarif',
    '--date',
    '2026-11-21',
  ]);
  expect(code).toBe(1);
  expect(stdout).toContain('planproof: DRIFT — 2 findings (2 errors), only a part was asked for');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'only a part was asked for (--only readme), which decides nothing about a release; not looked at: pricing, api, app',
  );
  expect(stdout).toContain('pricing: everything there\n');
  expect(copy.read('report/report.html')).toContain('it said --only readme');
  expect(fromSarif(copy.read('p.sarif'))).toHaveLength(2);
  expect(JSON.parse(copy.read('p.sarif')).runs[0].automationDetails.id).toBe('planproof/audit/');
});

it('a matrix that cannot be read is told in every format', async () => {
  copy = drifting();
  copy.edit('harbor.matrix.yaml', 'plans:', 'plan:');
  const { code, stdout } = await copy.check(['--format', 'sarif=p.sarif', '--format', 'github']);
  expect(code).toBe(1);
  const rows = fromSarif(copy.read('p.sarif'));
  expect(rows.map((one) => one.rule)).toContain('matrix/malformed');
  expect(sorted(fromGithub(stdout))).toEqual(sorted(rows));
  const audit = await copy.run(['audit', '--format', 'json', '--date', '2026-11-21']);
  expect([audit.code, JSON.parse(audit.stdout).verdict]).toEqual([2, 'could_not_look']);
});

it('a format that nobody knows is refused before anything is looked at', async () => {
  copy = drifting();
  const { code, stdout, stderr } = await copy.check(['--format', 'junit=j.xml', '--format', 'sarfi']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('There is no format `sarfi`: did you mean `sarif`?');
  expect(existsSync(join(copy.root, 'j.xml'))).toBe(false);
});
