/** An audit decides about a release, tells before what it will ask, and after how to look again at just one finding. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { AuditPlan } from '../../verifier/questions/plan-audit.ts';
import type { Report } from '../../verifier/types.ts';
import { type Copy, copyStranger, gist, REPOSITORY } from './copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

const DATE = '2026-11-21';
const WRITE = ['--sandbox', 'harbor-test-harbour'];
const PART = ['--only', 'readme', '--only', 'api'];

/** The readme and the API alone, so that an audit of everything is a quick one. */
function small(api = ''): Copy {
  const one = copyStranger();
  const config = one.read('planproof.config.yaml');
  const [head = '', rest = ''] = config.split('  - id: pricing');
  const middle = rest.slice(rest.indexOf('  - id: api'), rest.indexOf('  - id: app'));
  one.write('planproof.config.yaml', `${head}${middle.trimEnd()}\n${api}`);
  return one;
}

async function planOf(one: Copy, args: readonly string[]): Promise<AuditPlan> {
  const { code, stdout, stderr } = await one.run(['audit', '--plan', '--json', '--date', DATE, ...args]);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

const counts = ({ surfaces }: AuditPlan) => surfaces.map(({ surface, asked, possible }) => [surface, asked, possible]);
const covered = ({ coverage }: Report) =>
  coverage.map(({ surface, asked, possible = asked }) => [surface, asked, possible]);

it('what the plan counts of a part is what is asked, and planning starts nothing', async () => {
  copy = small();
  const narrow = ['--holder', '*.expired', '--holder', 'hobby-2024', '--key', 'team_members', '--key', 'webhooks'];
  const server = copy.read('server.mjs');
  copy.write('server.mjs', 'process.exit(1)');
  const planned = await planOf(copy, narrow);
  copy.write('server.mjs', server);
  const { report } = await copy.audit([...narrow, ...WRITE]);
  expect(counts(planned)).toEqual(covered(report));
  expect(report.coverage[1]).toMatchObject({ surface: 'api', asked: 10, read: 10 });
  expect([report.verdict, report.release]).toEqual(['clean', undefined]);
  expect(report.one_way).toMatchObject([{ key: 'webhooks', asked: 'may_not', because: 'left_out' }]);
});

it('too many questions are selected from, floors count exclusions, and both are told', async () => {
  const rule = '{ reason: slow, owner: ops, keys: [exports], states: [suspended] }';
  copy = small(`    most_questions: 40\n    floor: 95%\n    exclude: [${rule}]\n`);
  const planned = await planOf(copy, []);
  const { code, report } = await copy.audit(WRITE);
  const [, api] = report.coverage;
  expect(counts(planned)).toEqual(covered(report));
  expect(api).toMatchObject({ possible: 100, floor: 95, selection: { keeps: 'pairs' } });
  expect(api!.asked + api!.selection!.left_out + 4).toBe(100);
  expect(api!.read).toBe(api!.asked);
  expect([code, report.verdict, report.release?.verdict, report.findings]).toEqual([1, 'clean', 'NO_GO', []]);
  expect(report.release!.reasons[0]).toBe(
    `api: ${api!.read} of ${api!.read + 4} (91.3 %) of what was asked or excluded was answered, and its floor is 95 %`,
  );
});

it('a finding is found again, with its key, by the command that it carries', async () => {
  copy = copyStranger();
  copy.edit('server.mjs', "'GET /v2/webhooks': ['studio-2024'", "'GET /v2/webhooks': ['hobby-2024', 'studio-2024'");
  const { report } = await copy.audit(['--only', 'api', ...WRITE]);
  const [finding] = report.findings;
  expect(finding!.replay).toMatch(
    /^planproof audit --only api (--holder \S+ )*--key webhooks --sandbox \S+ --date 2026-11-21$/,
  );
  const shell = `planproof() { "${process.execPath}" "${join(REPOSITORY, 'scripts/bin.mjs')}" "$@" --json; }; ${finding!.replay}`;
  const { status, stdout } = spawnSync('sh', ['-c', shell], { cwd: copy.root, encoding: 'utf8' });
  const again = JSON.parse(stdout) as Report;
  expect([status, again.findings.map((one) => one.key)]).toEqual([1, [finding!.key]]);
  expect(again.coverage[0]!.asked).toBeLessThan(report.coverage[0]!.asked / 2);
});

it('copy and product are held against each other where the matrix says nothing', async () => {
  copy = copyStranger();
  copy.edit('harbor.matrix.yaml', 'has: [custom_domains, webhooks]', 'has: [custom_domains]\n    unknown: [webhooks]');
  copy.edit('server.mjs', "'GET /v2/webhooks': ['studio-2024', ", "'GET /v2/webhooks': [");
  const { code, report } = await copy.audit([...PART, '--key', 'webhooks', ...WRITE]);
  expect([code, gist(report)]).toEqual([
    1,
    ['copy/enforced-differently readme capability/webhooks/GET /v2/webhooks studio-2024'],
  ]);
  expect(report.findings[0]!.sides.map(({ who, value, at }) => [who, value.kind, at.length > 0])).toEqual([
    ['readme', 'included', true],
    ['api', 'refusal', true],
  ]);
});

it('on a condition it may go out: who answers for it, why, and until when', async () => {
  copy = small();
  copy.edit('README.md', 'Studio costs €19 a month', 'Studio costs €17 a month');
  const check = await copy.run(['check', '--json', '--date', DATE]);
  const { findings, release } = JSON.parse(check.stdout) as Report;
  const [{ key }] = findings as [Report['findings'][number]];
  expect([check.code, findings.length, release]).toEqual([1, 1, undefined]);
  const words = ['--owner', 'Ada', '--until', '2026-12-31', '--reason', 'spring sale'];
  const waived = await copy.audit(['--waive', key, ...words, ...WRITE]);
  expect([waived.code, waived.report.release]).toMatchObject([
    0,
    { verdict: 'GO_WITH_CONDITIONS', conditions: [{ key, owner: 'Ada', reason: 'spring sale', until: '2026-12-31' }] },
  ]);
});
