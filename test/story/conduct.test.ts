/** What a product does beyond its gates, broken in a copy of the example: each drift is found, and nothing else. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { LoggedRequest } from '../../verifier/probes/requests/writes.ts';
import { type Copy, copyExample, copyStranger, REPOSITORY } from './copied-workspace.ts';
import { askFew, keepLog } from './kept-log.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

/** That a trial was had is known from its row, or from its state. */
const hadTrial = "hadTrial: row.started_at !== null || row.subscription_state === 'trial',";
const WRITE = ['--only', 'api', '--sandbox', 'pulse-example'];

it('is found wherever it is broken, and what the audit made is gone afterwards', async () => {
  copy = copyExample();
  const answered = keepLog(copy);
  askFew(copy);
  // A soft edge that is missing.
  copy.edit('app/routes/thing-routes.ts', '{ [table]: thing, ...(warning && { warning }) }', '{ [table]: thing }');
  // A payload that says more than the gate allows.
  copy.edit(
    'app/evaluator/limit-entries.ts',
    '  const base = {\n    limit,',
    "  const base = {\n    limit: key === 'history' ? Number(limit) + 1 : limit,",
  );
  // A window that never resets.
  copy.edit('app/records/patrol-runs.ts', 'product.now().getTime() - periodOf(product) * 1000', '0');
  // A tenant that deletes what is another's.
  copy.edit('app/records/owned-things.ts', 'organisation_id = $'.concat('{at.organisationId}'), 'true');
  // A session that goes on after it was ended.
  copy.edit(
    'app/session/close-session.ts',
    "await product.database.deleteFrom('session').where('id', '=', id).execute()",
    'await Promise.resolve()',
  );
  // A token that needs no signature.
  copy.edit(
    'app/session/create-session-tokens.ts',
    'const options = {',
    "if (token.endsWith('.')) return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).jti;\n      const options = {",
  );
  // A trial that can be asked for without end.
  copy.edit('app/trial/start-trial.ts', 'if (wait !== undefined) return rateLimited(wait);', '');
  // A trial that lasts fourteen times 25 hours, and can be had once more.
  copy.edit('app/trial/start-trial.ts', 'const DAY_MS = 86_400_000;', 'const DAY_MS = 90_000_000;');
  copy.edit('app/trial/start-trial.ts', hadTrial, 'hadTrial: false,');
  copy.edit(
    'app/trial/start-trial.ts',
    'interest: interest ?? null, before })',
    "interest: interest ?? null, before }).onConflict((one) => one.column('organisation_id').doUpdateSet({ started_at: now }))",
  );
  // A demo that tells how the contract stands.
  copy.edit(
    'app/demo/show-only.ts',
    "['/api/runtime-capabilities',",
    "['/api/runtime-capabilities', '/api/commercial-posture',",
  );
  // A page of it that sells.
  copy.edit('app/pages/overview-page.ts', "title: 'Overview'", "title: 'Overview of Pulse Pro'");
  // A role that may read what it is not offered.
  copy.edit('app/gates/capability-gate.ts', '  requireRole(', "  if (gate.key !== 'audit_logging') requireRole(");
  // Usage that does not move.
  copy.edit('app/records/read-usage.ts', "unlessUnread(countThings(database, 'system', id)),", 'Promise.resolve(2),');
  // A countdown that begins a day late.
  copy.edit('app/evaluator/over-limit-posture.ts', '72 * 3_600_000', '96 * 3_600_000');

  // Whoever is above a limit long enough makes new things all the same.
  copy.edit(
    'app/evaluator/admission-preview.ts',
    "if (posture !== 'enforcement' || effect !== 'consumes')",
    'if (posture)',
  );

  const { code, report } = await copy.audit(WRITE);
  const found = report.findings.map(
    ({ rule, about: { subject } }) => `${rule} ${subject.kind} ${subject.key} ${subject.facet}`,
  );
  expect([...new Set(found)].sort()).toEqual([
    'demo/reveals gate GET /api/commercial-posture demo',
    'demo/sells gate GET / demo_page',
    'limit/exceeds limit workspaces soft',
    'limit/never-resets limit manual_patrol_runs reset',
    'payload/disagrees limit history payload',
    'posture/acts-differently limit workspaces new, above for 15 days',
    'posture/differs limit workspaces above for 73 hours',
    'role/unenforced gate audit_logging GET /api/audit',
    'tenant/leaks gate DELETE /api/systems/{made} other_tenant',
    'tenant/leaks gate DELETE /api/workspaces/{made} other_tenant',
    'token/accepted gate GET /api/me revoked_token',
    'token/accepted gate GET /api/me unsigned_token',
    'trial/lasts-differently trial POST /api/trial length',
    'trial/lasts-differently trial POST /api/trial shown_length',
    'trial/not-rate-limited trial POST /api/trial rate_limit',
    'trial/starts-again trial POST /api/trial after_end',
    'usage/differs meter monitored_systems usage',
  ]);
  expect([code, report.verdict]).toEqual([1, 'drift']);
  const [payload] = report.findings.filter((one) => one.rule === 'payload/disagrees');
  expect(payload?.sides.map((side) => side.who)).toEqual(['matrix', 'api', 'api']);

  // Every request of the product's own log is in that of the audit, and everything that was made was taken back.
  const log = copy
    .read('report/requests.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LoggedRequest);
  const sent = log.map(({ method, path }) => `${method} ${path}`).sort();
  expect(
    answered()
      .map((line) => line.slice(0, line.lastIndexOf(' ')))
      .sort(),
  ).toEqual(sent);
  expect(log.filter((one) => one.kind === 'write').every((one) => one.tenant === 'pulse-example')).toBe(true);
  expect(madeAndTakenBack(answered())).toMatchObject({ left: 0 });
  expect(madeAndTakenBack(answered()).made).toBeGreaterThan(20);
}, 60_000);

/** A leak takes the place of one that is taken back: what counts is that none is left. */
function madeAndTakenBack(lines: readonly string[]): { made: number; left: number } {
  const made = lines.filter((line) => /^POST \/\w+\/(workspaces|systems|forms|members) 201$/.test(line)).length;
  const gone = lines.filter((line) => /^DELETE \/\w+\/(workspaces|systems|forms|members)\/\S+ 204$/.test(line)).length;
  return { made, left: made - gone };
}

it('is not asked where it would write and nobody allowed it', async () => {
  copy = copyStranger();
  const answered = keepLog(copy);
  const { code } = await copy.audit(['--only', 'api']);
  expect(code).toBe(2);
  const lines = answered();
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.filter((line) => !line.startsWith('GET ') && !line.startsWith('POST /v2/login '))).toEqual([]);
  // The log of an audit is not left beside the report of another.
  const log = join(copy.root, 'report/requests.jsonl');
  expect(existsSync(log)).toBe(true);
  await copy.audit(['--only', 'readme']);
  expect(existsSync(log)).toBe(false);
});

it('leaves nothing behind when it is interrupted', async () => {
  copy = copyStranger();
  const answered = keepLog(copy);
  const args = ['audit', '--only', 'api', '--sandbox', 'harbor-test-harbour'];
  const child = spawn(process.execPath, [join(REPOSITORY, 'scripts/bin.mjs'), ...args], {
    cwd: copy.root,
    env: { ...process.env, CI: '1' },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  while (madeAndTakenBack(answered()).left < 3) await new Promise((done) => setTimeout(done, 2));
  child.kill('SIGINT');
  expect((await ended)[0]).toBe(2);
  expect(answered().filter((line) => line.startsWith('POST /v2/exports')).length).toBeLessThan(50);
  expect(madeAndTakenBack(answered())).toMatchObject({ left: 0 });
});
