/** A product that shares no code, markup, path or error shape with the example, audited by configuration alone. */
import { afterEach, expect, it } from 'vitest';
import type { AuditPlan } from '../../verifier/questions/plan-audit.ts';
import { type Copy, copyStranger, gist } from './copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

const WRITE = ['--sandbox', 'harbor-test-harbour'];

it('is clean, with everything read that had to be looked at', async () => {
  copy = copyStranger();
  const { code, report } = await copy.audit(WRITE);
  expect(report.findings).toEqual([]);
  expect(code).toBe(0);
  expect([report.release?.verdict, report.one_way?.map((one) => one.key)]).toEqual([
    'GO',
    ['file_uploads', 'file_uploads'],
  ]);
  const { stdout } = await copy.run(['audit', '--plan', '--json', '--date', '2026-11-21']);
  const { surfaces } = JSON.parse(stdout) as AuditPlan;
  expect(surfaces.map((one) => one.asked)).toEqual(report.coverage.map((one) => one.asked));
  expect(report.coverage.map(({ surface, asked, read }) => [surface, asked > 20, asked === read])).toEqual([
    ['readme', true, true],
    ['pricing', true, true],
    ['api', true, true],
    ['app', true, true],
  ]);
});

it.each([
  [
    'readme',
    'README.md',
    'Studio costs €19 a month',
    'Studio costs €17 a month',
    ['price/differs readme price/price/month studio-2024'],
  ],
  [
    'readme',
    'README.md',
    'Webhooks are available on Studio and above',
    'Webhooks are available on Hobby and above',
    ['capability/differs readme capability/webhooks hobby-2024'],
  ],
  [
    'pricing',
    'public/pricing.html',
    'Webhooks</th><td><img src="/no.svg" alt="No">',
    'Webhooks</th><td><img src="/yes.svg" alt="Yes">',
    ['capability/differs pricing capability/webhooks hobby-2024'],
  ],
  [
    'pricing',
    'public/pricing.html',
    '<strong>€19</strong>',
    '<strong>€17</strong>',
    ['price/differs pricing price/price/month studio-2024'],
  ],
  [
    'api',
    'server.mjs',
    "'GET /v2/webhooks': ['studio-2024'",
    "'GET /v2/webhooks': ['hobby-2024', 'studio-2024'",
    ['capability/unenforced api capability/webhooks/GET /v2/webhooks agency-2024,hobby-2024,studio-2022,studio-2024'],
  ],
  [
    'api',
    'server.mjs',
    "MOST_EXPORTS_AN_HOUR = { 'hobby-2024': 2",
    "MOST_EXPORTS_AN_HOUR = { 'hobby-2024': 3",
    ['limit/exceeds api limit/exports/hard agency-2024,hobby-2024,studio-2022,studio-2024'],
  ],
  ['api', 'server.mjs', "'studio-2024': 20,", "'studio-2024': 22,", ['limit/exceeds api limit/forms/soft studio-2024']],
  [
    'app',
    'server.mjs',
    "'/app/webhooks': ['studio-2024'",
    "'/app/webhooks': ['hobby-2024', 'studio-2024'",
    ['capability/unenforced app capability/webhooks//app/webhooks hobby-2024,studio-2024'],
  ],
  [
    'app',
    'server.mjs',
    "'GET /v2/webhooks': ['studio-2024'",
    "'GET /v2/webhooks': ['hobby-2024', 'studio-2024'",
    ['capability/unenforced app capability/webhooks//desk/webhooks hobby-2024,studio-2024'],
  ],
])('a drift planted in %s (%s: %s) is found', async (surface, path, from, to, expected) => {
  copy = copyStranger();
  copy.edit(path, from, to);
  // A browser takes its time: it is asked for the one key.
  const part = surface === 'app' ? ['--key', 'webhooks'] : WRITE;
  const { code, report } = await copy.audit(['--only', surface, ...part]);
  expect(code).toBe(1);
  expect(
    gist(report).map((one) =>
      one.replace(/(app capability\/webhooks\/\/(?:app|desk)\/webhooks) .*/, '$1 hobby-2024,studio-2024'),
    ),
  ).toEqual(expected);
});

it('a refusal with another type is told from a refusal that is missing', async () => {
  copy = copyStranger();
  copy.edit('server.mjs', "refuse(response, 403, 'plan_required'", "refuse(response, 403, 'nope'");
  const { code, report } = await copy.audit(['--only', 'api', ...WRITE]);
  expect(code).toBe(1);
  expect(new Set(report.findings.map((finding) => finding.rule))).toEqual(new Set(['gate/refuses-differently']));
});

it('a refusal that is answered with 200 is no yes', async () => {
  copy = copyStranger();
  copy.edit(
    'server.mjs',
    'if (!API_DOORS[door].includes(contract)) return',
    "if (door === 'GET /v2/webhooks') return refuse(response, 200, 'plan_required', '');\n    if (!API_DOORS[door].includes(contract)) return",
  );
  const { code, report } = await copy.audit(['--only', 'api', ...WRITE]);
  expect(code).toBe(1);
  expect(new Set(report.findings.map(({ rule, about }) => `${rule} ${about.subject.key}`))).toEqual(
    new Set(['capability/withheld webhooks', 'gate/refuses-differently webhooks']),
  );
});
