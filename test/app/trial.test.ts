import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movableClock } from '../../app/clock/movable-clock.ts';
import type { SubscriptionState } from '../../app/evaluator/table.ts';
import { trialClaims } from '../../app/trial/trial-claims.ts';
import { trialPosture } from '../../app/trial/trial-posture.ts';
import { signIn } from './call-product.ts';
import { type ServedProduct, serveProduct, signInToPages } from './serve-product.ts';

let served: ServedProduct;
const as = (holder: string, at = served) => signIn(at.url, holder);

beforeAll(async () => {
  served = await serveProduct();
}, 30_000);
afterAll(() => served?.close());

const waitsIn = ({ headers, body }: Awaited<ReturnType<Awaited<ReturnType<typeof signIn>>>>) => {
  expect(Number(headers.get('retry-after'))).toBe(body.details?.retry_after_seconds);
  return Number(headers.get('retry-after'));
};

describe('asking for a trial where none can be started', () => {
  it('is told so inside the burst, then how long to wait, in every process alike', async () => {
    const other = await served.beside({});
    const [here, there] = [await as('community_v6.active'), await as('community_v6.active', other)];
    const answers = [];
    for (const call of [here, there, here, there, here]) {
      answers.push(await call('POST /api/trial'));
      served.pass(10);
    }
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'trial_signup_required'],
      [409, 'trial_signup_required'],
      [409, 'trial_signup_required'],
      [429, 'trial_rate_limited'],
      [429, 'trial_rate_limited'],
    ]);
    expect(answers.slice(3).map(waitsIn)).toEqual([870, 860]);
    served.pass(849);
    expect(waitsIn(await here('POST /api/trial'))).toBe(1);
    served.pass(1);
    expect((await there('POST /api/trial')).status).toBe(409);
    expect(waitsIn(await here('POST /api/trial'))).toBe(10);
  });

  it('leaves everybody else their own attempts', async () => {
    expect((await (await as('relay_v6.active'))('POST /api/trial')).status).toBe(409);
  });

  it('is not offered to every role', async () => {
    const { status, body } = await (await as('cloud_max.expired.tech'))('POST /api/trial');
    expect([status, body.message]).toEqual([403, 'Owner or admin required.']);
  });
});

describe('a trial', () => {
  it('starts once, with its end and all that it gives written down, and confirms itself when asked again', async () => {
    const call = await as('cloud_power.expired');
    expect((await call('GET /api/audit')).status).toBe(402);
    const started = await call('POST /api/trial', { for: 'audit_logging' });
    const endsAt = new Date(served.product.now().getTime() + 14 * 86_400_000).toISOString();
    const trial = { plan_version: 'cloud_power', started_at: served.product.now().toISOString(), ends_at: endsAt };
    expect([started.status, started.body]).toEqual([201, { trial: { status: 'started', ...trial } }]);
    expect((await call('GET /api/audit')).body.items?.at(0)).toMatchObject({ action: 'Started the trial' });
    served.pass(3600);
    for (let again = 0; again < 5; again++) {
      const { status, body } = await call('POST /api/trial');
      expect([status, body]).toEqual([200, { trial: { status: 'running', ...trial } }]);
    }
    const rows = await served.product.database.selectFrom('trial').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      interest: 'audit_logging',
      claims: trialClaims(served.product.table, 'cloud_power', new Date(endsAt)),
    });
    expect(rows[0]?.claims).toMatchObject({ limits: { history: 90, workspaces: 1 }, subscription_state: 'trial' });
  });

  it('starts once when everybody asks at the same moment', async () => {
    const other = await served.beside({});
    const calls = [await as('cloud_starter.expired'), await as('cloud_starter.expired', other)];
    const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => calls[n % 2]!('POST /api/trial')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
  });

  it('ends with its last second, and cannot be had again', async () => {
    const call = await as('cloud_founding.expired');
    const { body } = await call('POST /api/trial');
    const { ends_at } = body.trial as { ends_at: string };
    // Sessions are shorter than trials.
    served.pass((Date.parse(ends_at) - served.product.now().getTime()) / 1000 - 1);
    const later = await as('cloud_founding.expired');
    expect((await later('GET /api/audit')).status).toBe(200);
    served.pass(1);
    expect((await later('GET /api/audit')).status).toBe(402);
    const again = await later('POST /api/trial');
    expect([again.status, again.body.code, again.body.details]).toEqual([409, 'trial_used', { may_ask_again: false }]);
  });

  it('is taken back in a sandbox, as if it had never been, and nowhere else', async () => {
    const settle = async () => ({ moved: 0, deleted: 0, postures: 0 });
    const sandbox = await served.beside({ sandbox: { name: 'pulse-example', clock: movableClock(), settle } });
    const call = await as('cloud_max.expired', sandbox);
    const stood = (await call('GET /api/me')).body;
    expect((await call('DELETE /api/sandbox/trial')).status).toBe(404);
    for (let again = 0; again < 4; again++) {
      expect((await call('POST /api/trial')).status).toBe(201);
      expect((await (await as('cloud_max.expired'))('DELETE /api/sandbox/trial')).status).toBe(404);
      expect((await call('GET /api/me')).body).toMatchObject({ subscription_state: 'trial' });
      expect((await (await as('cloud_max.expired.tech', sandbox))('DELETE /api/sandbox/trial')).status).toBe(403);
      expect((await call('DELETE /api/sandbox/trial')).status).toBe(204);
      expect((await call('GET /api/me')).body).toEqual(stood);
    }
  });

  it('is not needed by who has paid', async () => {
    const { status, body } = await (await as('cloud_max.active'))('POST /api/trial');
    expect([status, body.code]).toEqual([409, 'trial_not_needed']);
  });
});

describe('the page of the trial', () => {
  it('is reached from what was clicked, starts it, and shows the result once', async () => {
    const pages = await signInToPages(served.url, 'cloud_max.expired');
    const link = '/trial?for=advanced_reporting';
    // Another process took a trial back just before: this one hears of it a moment later.
    await expect.poll(() => pages.text('/reports')).toContain(`href="${link}"`);
    expect(await pages.text(link)).toMatch(/<option value="advanced_reporting" selected>/);
    const posted = await pages.post('/trial', { for: 'advanced_reporting' });
    expect(posted.headers.get('location')).toBe('/plan?result=trial_started');
    const cleaned = await pages.get('/plan?result=trial_started');
    expect([cleaned.status, cleaned.headers.get('location')]).toEqual([303, '/plan']);
    expect(await pages.text('/plan')).toContain('The trial has started: 14 days left.');
    expect(await pages.text('/plan')).not.toContain('The trial has started');
    expect(await pages.text('/trial')).not.toContain('<form class="inline"');
  });

  it('keeps the form and what was chosen when it is refused, and its button shows the wait', async () => {
    const pages = await signInToPages(served.url, 'pro_v6.expired');
    const refused = await pages.post('/trial', { for: 'audit_logging' });
    const text = await refused.text();
    expect(refused.status).toBe(409);
    expect(text).toContain('role="alert">A trial on this instance starts with a sign-up.');
    expect(text).toMatch(/<option value="audit_logging" selected>/);
    expect(text).toContain('<button>Start the trial</button>');
    await pages.post('/trial');
    await pages.post('/trial');
    served.pass(60);
    const limited = await pages.post('/trial', { for: 'rbac' });
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '840']);
    const waiting = await limited.text();
    expect(waiting).toContain('<button disabled>Next attempt in 14 minutes</button>');
    expect(waiting).toMatch(/<option value="rbac" selected>/);
  });

  it('offers no restart of what is refused for good', async () => {
    const pages = await signInToPages(served.url, 'cloud_power.active');
    const refused = await (await pages.post('/trial')).text();
    expect(refused).toContain('is included already');
    expect(refused).not.toContain('action="/trial"');
    expect(refused).not.toMatch(/purchase|buy|checkout|24 hours/i);
  });

  it('believes no address: a result that is not so is taken away without a word', async () => {
    const pages = await signInToPages(served.url, 'pro_v6.active');
    for (const result of ['trial_started', 'constructor', '<b>']) {
      const answer = await pages.get(`/plan?days=3&result=${encodeURIComponent(result)}`);
      expect(answer.headers.get('location')).toBe('/plan?days=3');
      expect(await pages.text('/plan')).not.toContain('class="notice');
    }
  });
});

describe('what a trial is for a contract', () => {
  const { table } = { table: () => served.product.table };
  const of = (version: string, state: SubscriptionState, hadTrial = false) =>
    trialPosture(table(), { version, state, hadTrial, until: null }).kind;

  it.each([
    ['cloud_max', 'expired', false, 'offered'],
    ['cloud_max', 'expired', true, 'used'],
    ['cloud-max', 'expired', false, 'offered'],
    ['cloud_max', 'trial', true, 'running'],
    ['cloud_max', 'grace', false, 'not_needed'],
    ['cloud_max', 'suspended', false, 'signup'],
    ['community_v6', 'active', false, 'signup'],
    ['pro_v6', 'expired', false, 'signup'],
    ['gold_v9', 'expired', false, 'signup'],
    ['constructor', 'expired', false, 'signup'],
  ] as const)('%s, %s, had one: %s', (version, state, hadTrial, kind) => {
    expect(of(version, state, hadTrial)).toBe(kind);
  });
});
