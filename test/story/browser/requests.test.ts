/** A page that asks for what it must not ask for is found, with the rule, the page and whoever saw it. */
import { afterEach, expect, it } from 'vitest';
import { type Copy, copyExample } from '../copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

it('a script that asks for entitlements off the plan page, and one that asks before anybody signed in', async () => {
  copy = copyExample();
  copy.write(
    'app/pages/live.mjs',
    `${copy.read('app/pages/live.mjs')}
fetch(location.pathname === '/login' ? '/api/me' : '/api/entitlements?of=all');
`,
  );
  copy.edit('app/pages/document-shell.ts', '</title>', '</title><script src="/live.mjs" type="module"></script>');
  const { code, report } = await copy.audit(['--only', 'app', '--holder', 'pro_v6.active', '--key', 'audit_logging']);
  expect(report.run.versions.chromium).toMatch(/^\d+\./);
  expect(code).toBe(1);
  expect(report.findings.map(({ rule, about, says }) => [rule, about.subject.key, says])).toEqual([
    [
      'request/forbidden',
      'GET /api/entitlements',
      '/settings/audit requests GET /api/entitlements and must not: what was bought is a matter of the plan page.',
    ],
    ['request/forbidden', 'GET /api/me', '/login requests GET /api/me and must not: nobody has signed in yet.'],
  ]);
  const [first] = report.findings;
  const rule = first!.sides[0]!.at[0]!;
  if (rule.kind !== 'file') throw new Error('the rule has no line');
  expect(copy.read(rule.path).split('\n')[rule.line - 1]).toContain('/api/entitlements');
  expect(first!.sides[1]!.at).toEqual([
    { kind: 'page', url: '/settings/audit', selector: '', words: 'GET /api/entitlements' },
  ]);
  expect(report.evidence[first!.fingerprint]).toEqual([
    { request: 'GET /api/entitlements from /settings/audit as pro_v6 (active)' },
  ]);
  expect(first!.replay).toContain('--holder pro_v6.active');
});
