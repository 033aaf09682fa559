/** A product where nobody can make an account: what three of them can show is asked, the rest is left out with its reason. */
import { afterEach, expect, it } from 'vitest';
import type { Report } from '../../../verifier/types.ts';
import { type Copy, copyFixture, gist } from '../copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

const PASSWORDS = { LOOMERY_ADA: 'shuttle & heddle', LOOMERY_BO: 'reed"and"beam', LOOMERY_CLEO: 'treadle/7+8' };
const REASON = 'no account of this contract in this state is configured';

function coverage({ coverage: all }: Report) {
  return all.map(({ surface, asked, possible, read, unread }) => [surface, asked, possible, read, unread]);
}

it('may go out where the floors say that three accounts are enough', async () => {
  copy = copyFixture('three-accounts');
  const { code, report } = await copy.audit([], PASSWORDS);
  expect([report.findings, code, report.release?.verdict]).toEqual([[], 0, 'GO']);
  expect(coverage(report)).toEqual([
    ['api', 9, 15, 9, 0],
    ['app', 3, 5, 3, 0],
  ]);
  const left = report.excluded.filter((one) => one.reason === REASON && one.of === 'question');
  expect(left.map((one) => `${one.surface}: ${one.what}`)).toEqual([
    ...['solo-1', 'guild-1'].flatMap((version) =>
      ['drafting', 'exports', 'shared_library'].map((key) => `api: ${key} of ${version} (suspended)`),
    ),
    ...['solo-1', 'guild-1'].map((version) => `app: shared_library of ${version} (suspended)`),
  ]);
  expect(report.release?.reasons).toContain('8 questions excluded with a reason');
  const { stdout } = await copy.run(['audit', '--plan', '--json']);
  const { surfaces } = JSON.parse(stdout) as { surfaces: { asked: number; possible: number }[] };
  expect(surfaces.map((one) => [one.asked, one.possible])).toEqual(
    coverage(report).map(([, asked, of]) => [asked, of]),
  );
});

it('may not go out where a floor asks for more than they can show', async () => {
  copy = copyFixture('three-accounts');
  copy.edit('planproof.config.yaml', 'floor: 60% # nine', 'floor: 80% # nine');
  copy.write('planproof.config.yaml', copy.read('planproof.config.yaml').replace(/\n {2}- id: app[\s\S]*/, ''));
  const { code, report } = await copy.audit([], PASSWORDS);
  expect([report.findings, code, report.release?.verdict]).toEqual([[], 1, 'NO_GO']);
  expect(report.release?.reasons.join(' ')).toMatch(/api.*60.*80/);
});

it('is caught where it lets somebody in who lapsed, on both surfaces; and an account that moved to another plan was not looked at', async () => {
  copy = copyFixture('three-accounts');
  copy.edit('server.mjs', " && standing === 'paid-up')", ')');
  copy.edit('server.mjs', "membership: 'solo', standing", "membership: 'guild', standing");
  const { code, report, stderr, stdout } = await copy.audit([], PASSWORDS);
  expect(code).toBe(2);
  const unread = report.findings.filter((one) => one.rule === 'surface/unread');
  expect(unread.map((one) => one.about.subject.key)).toEqual([
    'who-am-I shows guild (paid-up) instead of solo (paid-up)',
    'the page shows “Guild: paid up” instead of “Solo: paid up”',
  ]);
  expect(gist(report).filter((one) => !one.startsWith('surface/'))).toEqual([
    'capability/unenforced api capability/exports/GET /api/exports guild-1',
    'capability/unenforced api capability/shared_library/GET /api/library guild-1',
    'capability/unenforced app capability/shared_library//library guild-1',
  ]);
  const all = [stdout, stderr, copy.read('report/report.html')].join('\n');
  for (const secret of Object.values(PASSWORDS))
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
      expect(all).not.toContain(form);
});
