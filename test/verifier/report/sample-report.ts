/** A verdict goes in; a realistic report on a product much like the worked example comes out, the same each time. */
import { createHash } from 'node:crypto';
import type { Holder, Place, StateName, Subject, Value } from '../../../matrix/types.ts';
import type {
  About,
  CellReport,
  CellStatus,
  Coverage,
  Evidence,
  Finding,
  Report,
  Verdict,
} from '../../../verifier/types.ts';

type Plan = Report['plans'][number];

const SURFACES = ['docs', 'site', 'api', 'app'] as const;
const STATES: StateName[] = ['active', 'grace', 'expired', 'suspended'];

const plan = (
  line: string,
  version: string,
  name: string,
  offered: boolean,
  status: Plan['status'] = 'current',
): Plan => ({
  key: version.replace(/_v6$/, ''),
  name,
  line,
  version,
  offered,
  status,
});

const PLANS: Plan[] = [
  plan('self_hosted', 'community_v6', 'Community', true),
  plan('self_hosted', 'relay_v6', 'Relay', true),
  plan('self_hosted', 'pro_v6', 'Pro', true),
  plan('self_hosted', 'pro_plus_v6', 'Pro+', false),
  plan('self_hosted', 'pro_annual_v6', 'Pro (Annual)', false),
  plan('self_hosted', 'lifetime_v6', 'Pro (Lifetime)', false),
  plan('self_hosted', 'business_v6', 'Business', false),
  plan('self_hosted', 'v5_pro_monthly_grandfathered', 'Pro (v5, monthly)', false, 'past'),
  plan('self_hosted', 'v5_pro_annual_grandfathered', 'Pro (v5, annual)', false, 'past'),
  plan('self_hosted', 'v5_lifetime_grandfathered', 'Pro (v5, lifetime)', false, 'past'),
  plan('cloud', 'cloud_starter', 'Cloud Starter', false),
  plan('cloud', 'cloud_founding', 'Cloud Starter (Founding)', false),
  plan('cloud', 'cloud_power', 'Cloud Power', false),
  plan('cloud', 'cloud_max', 'Cloud Max', false),
  plan('msp', 'msp_eval', 'MSP Evaluation', true),
  plan('msp', 'msp_starter', 'MSP Starter', true),
  plan('msp', 'msp_growth', 'MSP Growth', true),
  plan('msp', 'msp_scale', 'MSP Scale', true),
  plan('msp', 'enterprise_v6', 'Enterprise', false),
  plan('msp', 'msp_hosted_lease', 'MSP (hosted lease)', false),
  plan('msp', 'msp_provider_lease', 'MSP (provider lease)', false),
];

const CAPABILITIES: [key: string, name: string, gate?: string][] = [
  ['ai_patrol', 'Pulse Patrol'],
  ['update_alerts', 'Update Alerts'],
  ['external_probe', 'External Probes', 'GET /api/probes'],
  ['long_term_metrics', 'Extended Metric History'],
  ['ai_alerts', 'Patrol Investigates Issues and Explains the Root Cause'],
  ['ai_autofix', 'Patrol Applies Safe Fixes and Verifies the Result', 'GET /api/patrol/fixes'],
  ['relay', 'Pulse Relay (Remote Access)', 'GET /api/relay'],
  ['mobile_app', 'Pulse Mobile Pairing'],
  ['push_notifications', 'Push Notifications', 'GET /api/push'],
  ['sso', 'Core SSO (OIDC/SAML)'],
  ['agent_profiles', 'Centralized Agent Profiles', 'GET /api/agent-profiles'],
  ['rbac', 'Role-Based Access Control (RBAC)', 'GET /api/roles'],
  ['audit_logging', 'Audit Logging', 'GET /api/audit'],
  ['advanced_reporting', 'PDF/CSV Reporting', 'GET /api/reports'],
  ['multi_tenant', 'Multi-Tenant Mode', 'GET /api/clients'],
];

const LIMITS: [key: string, name: string, gate: string][] = [
  ['history', 'Metric history', 'GET /api/metrics'],
  ['monitored_systems', 'Monitored systems', 'POST /api/systems'],
  ['manual_patrol_runs', 'Manual patrol runs', 'POST /api/patrol/runs'],
  ['workspaces', 'Client workspaces', 'POST /api/workspaces'],
];

const KEYS: Report['keys'] = [
  ...LIMITS.map(([key, name]) => ({ key, name, kind: 'limit' as const, advertised: true })),
  ...CAPABILITIES.map(([key, name]) => ({ key, name, kind: 'capability' as const, advertised: true })),
  { key: 'unlimited', name: 'Hosted Capacity Policy', kind: 'capability', advertised: false },
];

const hash = (words: string) => createHash('sha256').update(words).digest('hex').slice(0, 16);

const file = (path: string, line: number, column = 5): Place => ({
  kind: 'file',
  path,
  line,
  column,
  length: 12,
});
const inMatrix = (line: number) => file('matrix/entitlements.yaml', line);

function seenAt(surface: string, subject: Subject): Place {
  if (surface === 'docs') return file('site/content/docs/docs/plans.md', 10 + subject.key.length, 3);
  if (surface === 'api') {
    const operation = subject.kind === 'gate' ? subject.facet : LIMITS.find(([key]) => key === subject.key)?.[2];
    const [method = 'GET', path = '/'] = operation?.split(' ') ?? [];
    return { kind: 'call', method, path, pointer: `/capabilities/${subject.key}` };
  }
  const url = surface === 'site' ? '/pricing/' : '/plan';
  return { kind: 'page', url, selector: `main table tr[data-key="${subject.key}"] td:nth-child(3)`, words: 'Included' };
}

function promised(subject: Subject, at: number): Value {
  if (subject.kind === 'price')
    return { kind: 'money', minor: 499 + at * 400, currency: 'USD', per: { period: 'month' } };
  if (subject.kind === 'limit') {
    if (subject.key === 'monitored_systems') return { kind: 'unlimited', unit: 'system' };
    if (subject.key === 'manual_patrol_runs')
      return { kind: 'amount', n: 1, unit: 'run', per: { n: 1, unit: 'hour' }, bound: 'exactly' };
    const unit = subject.key === 'history' ? 'day' : 'workspace';
    return { kind: 'amount', n: 7 * (at + 1), unit, bound: 'exactly' };
  }
  return at > 1 || subject.key.length % 2 ? { kind: 'included' } : { kind: 'excluded' };
}

function statusOf(surface: string, subject: Subject, at: number, drifts: boolean): CellStatus {
  if (!drifts) return surface === 'docs' && subject.key === 'sso' && at > 2 ? 'excluded' : 'same';
  if (surface === 'docs' && subject.key === 'history' && at === 1) return 'differs';
  if (surface === 'docs' && subject.key === 'multi_tenant' && at === 15) return 'absent';
  if (surface === 'api' && subject.key === 'audit_logging' && at > 0 && at < 10) return 'differs';
  if (surface === 'app' && subject.key === 'workspaces' && at > 9 && at < 14) return 'unread';
  if (surface === 'site' && subject.kind === 'price' && at === 2) return 'differs';
  return subject.key === 'workspaces' && at < 10 ? 'unknown' : 'same';
}

function cell(about: About, at: number, drifts: boolean): CellReport {
  const status = statusOf(about.surface, about.subject, at, drifts);
  const value = promised(about.subject, at);
  const matrix = { who: 'matrix', value, at: [inMatrix(140 + at * 8)] };
  const seen = {
    who: about.surface,
    value: status === 'differs' ? otherThan(value) : value,
    at: [seenAt(about.surface, about.subject)],
  };
  return { about, status, sides: status === 'same' || status === 'differs' ? [matrix, seen] : [matrix] };
}

function otherThan(value: Value): Value {
  if (value.kind === 'money') return { ...value, minor: value.minor + 100 };
  if (value.kind === 'amount') return { ...value, n: value.n + 16 };
  return value.kind === 'included' ? { kind: 'refusal', status: 402, code: 'license_required' } : { kind: 'included' };
}

function subjects(surface: string): Subject[] {
  const published = surface === 'docs' || surface === 'site';
  const kind = published ? 'capability' : 'gate';
  const capabilities = CAPABILITIES.filter(([, , gate]) => published || gate).map(
    ([key, , gate]): Subject => ({ kind, key, ...(surface === 'api' && { facet: gate }) }),
  );
  const limits = LIMITS.map(([key]): Subject => ({ kind: 'limit', key, ...(!published && { facet: 'hard' }) }));
  const prices = ['month', 'year'].map((facet): Subject => ({ kind: 'price', key: 'pro', facet }));
  return [...(published ? prices : []), ...limits, ...capabilities];
}

function cells(drifts: boolean): CellReport[] {
  return SURFACES.flatMap((surface) => {
    const asks = surface === 'api' || surface === 'app';
    const states = surface === 'api' ? STATES : STATES.slice(0, 1);
    return PLANS.flatMap(({ version, offered }, at) => {
      if (!asks && !offered) return [];
      return subjects(surface).flatMap((subject) =>
        states.map((state) => {
          const holders = asks ? { holders: [{ version, state }] } : {};
          return cell({ surface, subject, versions: [version], ...holders }, at, drifts);
        }),
      );
    });
  });
}

export function finding(parts: Partial<Finding> & Pick<Finding, 'rule' | 'says' | 'about' | 'sides'>): Finding {
  const key = hash(`${parts.rule}${JSON.stringify(parts.about)}`);
  return {
    level: 'error',
    direction: 'over_promise',
    fix: 'Write what the matrix says.',
    key,
    fingerprint: hash(key),
    ...parts,
  };
}

const days = (n: number): Value => ({ kind: 'amount', n, unit: 'day', bound: 'exactly' });

function driftFindings(): Finding[] {
  const allowed: Holder[] = PLANS.slice(0, 14).flatMap(({ version }) =>
    STATES.slice(0, 2).map((state) => ({ version, state })),
  );
  const audit: Subject = { kind: 'gate', key: 'audit_logging', facet: 'GET /api/audit' };
  return [
    finding({
      rule: 'limit/exceeds',
      about: { surface: 'docs', subject: { kind: 'limit', key: 'history' }, versions: ['relay_v6'] },
      says: 'The docs promise 30 days of metric history on Relay; the matrix says 14 days.',
      sides: [
        { who: 'matrix', value: days(14), at: [inMatrix(165)] },
        {
          who: 'docs',
          value: days(30),
          at: [file('site/content/docs/docs/history.md', 12, 31), file('site/content/docs/docs/relay.md', 40)],
        },
      ],
      fix: 'Write “14 days” in site/content/docs/docs/history.md:12 and site/content/docs/docs/relay.md:40, or raise the limit in the matrix.',
    }),
    finding({
      rule: 'price/differs',
      about: { surface: 'site', subject: { kind: 'price', key: 'pro', facet: 'month' }, versions: ['pro_v6'] },
      says: 'The pricing page asks $12.99 per month for Pro; the matrix says $8.99.',
      sides: [
        {
          who: 'matrix',
          value: { kind: 'money', minor: 899, currency: 'USD', per: { period: 'month' } },
          at: [inMatrix(172)],
        },
        {
          who: 'site',
          value: { kind: 'money', minor: 1299, currency: 'USD', per: { period: 'month' } },
          at: [{ kind: 'page', url: '/pricing/', selector: '#pro .price', words: '$12.99 per month' }],
        },
      ],
      direction: 'under_promise',
      fix: 'Run `planproof generate` and publish the site again.',
    }),
    finding({
      rule: 'capability/unenforced',
      about: { surface: 'api', subject: audit, versions: allowed.map((one) => one.version), holders: allowed },
      says: 'GET /api/audit answers holders whose plan does not include Audit Logging.',
      sides: [
        { who: 'matrix', value: { kind: 'refusal', status: 402, code: 'license_required' }, at: [inMatrix(318)] },
        {
          who: 'api',
          value: { kind: 'included' },
          at: [{ kind: 'call', method: 'GET', path: '/api/audit', pointer: '' }],
        },
      ],
      direction: 'unenforced',
      fix: 'Guard GET /api/audit with the gate of `audit_logging`.',
    }),
    finding({
      rule: 'capability/unpublished',
      about: { surface: 'docs', subject: { kind: 'capability', key: 'multi_tenant' }, versions: ['msp_starter'] },
      level: 'warning',
      direction: 'unpublished',
      says: 'No page of the docs states Multi-Tenant Mode for MSP Starter.',
      sides: [{ who: 'matrix', value: { kind: 'included' }, at: [inMatrix(236)] }],
      fix: 'State it where the plan is described, or leave it out in `must_state`.',
    }),
    finding({
      rule: 'trial/contradicts',
      about: { surface: 'docs', subject: { kind: 'trial', key: 'cloud', facet: 'length' }, versions: [] },
      level: 'note',
      direction: 'contradiction',
      says: 'Two pages give different lengths for the Cloud trial.',
      sides: [
        {
          who: 'docs',
          value: { kind: 'duration', n: 14, unit: 'day' },
          at: [file('site/content/docs/docs/cloud.md', 20)],
        },
        {
          who: 'docs',
          value: { kind: 'duration', n: 30, unit: 'day' },
          at: [file('site/content/docs/docs/faq.md', 91)],
        },
      ],
    }),
  ];
}

function unreadFinding(): Finding {
  return finding({
    rule: 'surface/unread',
    about: { surface: 'api', subject: { kind: 'gate', key: 'relay', facet: 'GET /api/relay' }, versions: ['relay_v6'] },
    direction: 'unread',
    says: 'Nobody could sign in to the API: POST /api/session answered 503 three times.',
    sides: [{ who: 'matrix', value: { kind: 'included' }, at: [inMatrix(310)] }],
    fix: 'Start the product, then run the audit again.',
  });
}

const COVERAGE: Coverage[] = [
  { surface: 'docs', asked: 148, read: 147, absent: 1, unread: 0, claims: 61, documents: 38 },
  { surface: 'site', asked: 147, read: 147, absent: 0, unread: 0, claims: 12, documents: 9 },
  { surface: 'api', asked: 1092, read: 1092, absent: 0, unread: 0, claims: 0, documents: 13 },
  { surface: 'app', asked: 252, read: 252, absent: 0, unread: 0, claims: 21, documents: 12 },
];

const REASONS: Record<Verdict, string[]> = {
  clean: [],
  drift: ['3 findings of level error.'],
  could_not_look: ['api: 80 of 80 questions could not be put, because nobody could sign in.'],
};

function coverageOf(verdict: Verdict): Coverage[] {
  if (verdict !== 'could_not_look') return COVERAGE;
  return COVERAGE.map((one) => (one.surface === 'api' ? { ...one, asked: 80, read: 0, unread: 80 } : one));
}

function findingsOf(verdict: Verdict): Finding[] {
  return { clean: [], drift: driftFindings(), could_not_look: [unreadFinding()] }[verdict];
}

function evidenceOf(findings: readonly Finding[]): Record<string, Evidence[]> {
  const exchange = { request: 'GET /api/audit\nauthorization: Bearer ···', answer: '200 OK\n\n{\n  "items": []\n}' };
  return Object.fromEntries(findings.map((one) => [one.fingerprint, [exchange]]));
}

export function sampleReport(verdict: Verdict): Report {
  const findings = findingsOf(verdict);
  return {
    $schema: 'https://planproof.dev/schema/report.v1.json',
    planproof: 1,
    product: 'Pulse',
    matrix: {
      path: 'matrix/entitlements.yaml',
      digest: `sha256-${createHash('sha256').update('matrix').digest('hex')}`,
    },
    date: '2026-03-02',
    verdict,
    reasons: REASONS[verdict],
    plans: PLANS,
    keys: KEYS,
    cells: cells(verdict !== 'clean'),
    findings,
    coverage: coverageOf(verdict),
    excluded: [
      {
        surface: 'docs',
        what: 'sso on plans for MSPs',
        count: 4,
        reason: 'Described in the handbook of the identity provider.',
        owner: 'docs team',
      },
      {
        surface: 'app',
        what: 'manual_patrol_runs',
        count: 21,
        reason: 'Shown by the desktop client only',
        owner: 'product@pulse.example',
      },
    ],
    waivers: [],
    evidence: evidenceOf(findings),
    run: {
      took_ms: 48_213,
      started: '2026-03-02T08:30:00.000Z',
      base_urls: { site: 'http://127.0.0.1:4321', api: 'http://127.0.0.1:8080', app: 'http://127.0.0.1:8080' },
      versions: { planproof: '0.1.0', node: '24.1.0', chromium: '153.0.0' },
    },
  };
}

/** A drift report with many findings, each a little different. */
export function largeReport(count: number): Report {
  const models = driftFindings();
  const findings = Array.from({ length: count }, (_, at): Finding => {
    const model = models[at % models.length]!;
    const surface = SURFACES[at % SURFACES.length]!;
    const key = hash(`large ${at}`);
    return {
      ...model,
      about: { ...model.about, surface },
      says: `${model.says} (page ${at})`,
      key,
      fingerprint: hash(key),
    };
  });
  return { ...sampleReport('drift'), findings, evidence: evidenceOf(findings), reasons: [`${count} findings.`] };
}
