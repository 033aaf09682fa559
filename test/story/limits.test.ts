/** Limits that nobody counts to, meters, and customers who share a tenant: audited in a small product, right and broken. */
import { afterEach, describe, expect, it } from 'vitest';
import { type Copy, copyFixture, gist } from './copied-workspace.ts';

let copy: Copy | undefined;
afterEach(() => copy?.remove());

const ISOLATION = `    isolation:
      - of: projects
        reach: [{ request: "DELETE /projects/{made}" }]
        lists: [{ request: GET /projects, items: /projects }]
`;
const WRITE = ['--sandbox', 'kiln-test'];

it('is clean where everything is as promised, and usage is as it was before', async () => {
  copy = copyFixture('metered');
  const { code, report } = await copy.audit(WRITE);
  expect([code, gist(report)]).toEqual([0, []]);
  const [{ asked, read } = { asked: 0, read: 1 }] = report.coverage;
  expect([asked, read]).toEqual([22, 22]);
  const log = copy.read('report/requests.jsonl').trim().split('\n');
  // Bisection: nobody adds thousands.
  expect(log.filter((line) => line.includes('"POST","path":"/jobs"')).length).toBeLessThan(120);
  const seeded = log.filter((line) => line.includes('/test/jobs'));
  expect(seeded.length).toBeGreaterThan(20);
});

it('everything that is broken is found, however it is reached', async () => {
  copy = copyFixture('metered');
  // A seeded limit that ends one late, and one whose warning comes one early.
  copy.edit(
    'server.mjs',
    'shop.waiting + 1 > MOST[contract].jobs',
    'shop.waiting + (contract !== "crew-1") > MOST[contract].jobs',
  );
  copy.edit('server.mjs', "'solo-1': 4000", "'solo-1': 3999");
  // A number that only the payload tells.
  copy.edit('server.mjs', 'gigabytes: shown(gigabytes)', 'gigabytes: gigabytes === 2 ? 3 : shown(gigabytes)');
  // A meter that counts each run twice.
  copy.edit('server.mjs', 'shop.runs += 1', 'shop.runs += 2');
  // A limit within the most actions that lets one more through.
  copy.edit(
    'server.mjs',
    'shop.projects.length + 1 > MOST[contract].projects',
    'shop.projects.length > MOST[contract].projects',
  );
  const { code, report } = await copy.audit(WRITE);
  expect([code, gist(report).sort()]).toEqual([
    1,
    [
      'limit/exceeds api limit/projects/hard crew-1',
      'limit/exceeds api limit/projects/hard solo-1',
      'limit/exceeds api limit/storage/payload solo-1',
      'limit/exceeds api limit/waiting_jobs/hard crew-1',
      'limit/falls-short api limit/waiting_jobs/soft solo-1',
      'usage/differs api meter/runs/usage solo-1',
    ],
  ]);
});

it('a cap that was left in, and a meter that shows nothing new, are found', async () => {
  copy = copyFixture('metered');
  copy.edit('server.mjs', '> MOST[contract].jobs', '> Math.min(70_000, MOST[contract].jobs)');
  copy.edit(
    'server.mjs',
    "'GET /bill': ({ shop }) => [200, { runs: shop.runs }]",
    "'GET /bill': () => [200, { runs: 40 }]",
  );
  const { code, report } = await copy.audit(WRITE);
  expect([code, gist(report).sort()]).toEqual([
    1,
    [
      'limit/falls-short api limit/waiting_jobs/hard yard-1',
      'limit/falls-short api limit/waiting_jobs/soft yard-1',
      'usage/differs api meter/runs/usage solo-1',
    ],
  ]);
});

it('nobody counts further than the most actions, and that is told', async () => {
  copy = copyFixture('metered');
  copy.edit('planproof.config.yaml', 'most: 40', 'most: 30');
  // Nobody looks: it is left out, and not clean.
  copy.edit('server.mjs', 'shop.projects.length + 1 > MOST', 'shop.projects.length > MOST');
  const { code, report } = await copy.audit(WRITE);
  expect([code, gist(report)]).toEqual([0, []]);
  const reason = 'counting to it takes 31 actions, more than 30: say how it is reached by `set` or `payload`';
  expect(report.excluded).toContainEqual(expect.objectContaining({ count: 3, reason, of: 'question' }));
  expect(copy.read('report/requests.jsonl').match(/"POST","path":"\/projects"/g) ?? []).toHaveLength(2);
});

describe('customers of one tenant', () => {
  const ONE_TENANT = /^surface\/unread .* both customers are of the tenant w-crew, and this takes two tenants\.$/;
  const SHARED = ["'yard-1': 'w-yard'", "'yard-1': 'w-crew'"] as const;

  it('count one after another, and nothing is another tenant’s there', async () => {
    copy = copyFixture('metered');
    copy.edit('server.mjs', ...SHARED);
    const { code, report } = await copy.audit(WRITE);
    const said = report.findings.map(({ rule, says }) => `${rule} ${says}`);
    expect([code, said]).toEqual([2, [expect.stringMatching(ONE_TENANT)]]);
    const [{ asked, read } = { asked: 0, read: 0 }] = report.coverage;
    expect(asked - read).toBe(2);
  });

  it('are not counted twice where nobody can give back what was used up', async () => {
    copy = copyFixture('metered');
    copy.edit('server.mjs', ...SHARED);
    copy.edit('planproof.config.yaml', '        undo: { made: /id, request: "DELETE /projects/{made}" }\n', '');
    copy.edit('planproof.config.yaml', ISOLATION, '');
    const { code, report } = await copy.audit(WRITE);
    expect([code, [...new Set(report.findings.map((one) => one.rule))]]).toEqual([2, ['surface/unread']]);
    expect(report.findings.map((one) => one.says).join(' ')).toContain(
      'is of the tenant w-crew, of which crew-1 (active) used it up already, and nobody can give it back',
    );
  });

  it('count one after another too where nobody says of which tenant they are, and that is told', async () => {
    copy = copyFixture('metered');
    copy.edit('server.mjs', ...SHARED);
    copy.edit('planproof.config.yaml', ', tenant: /workshop', '');
    copy.edit('planproof.config.yaml', ISOLATION, '');
    const { code, report } = await copy.audit(WRITE);
    expect([code, gist(report)]).toEqual([0, []]);
    expect(report.excluded).toContainEqual(
      expect.objectContaining({ what: 'whether two customers are of one tenant' }),
    );
  });
});
