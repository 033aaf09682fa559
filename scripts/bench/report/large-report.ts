/** A number goes in; the report of an audit with so many findings comes out: large plans, long evidence, many places. */
import { createHash } from 'node:crypto';
import type { Holder, Place, StateName, Subject, Value } from '../../../matrix/types.ts';
import { releaseOf } from '../../../verifier/audit/release.ts';
import { verdictOf } from '../../../verifier/audit/verdict.ts';
import type { CellReport, Direction, Evidence, Finding, Level, Report } from '../../../verifier/types.ts';

const SURFACES = ['docs', 'site', 'api', 'app'] as const;
const STATES: StateName[] = ['trial', 'active', 'grace', 'expired', 'suspended'];
const RULES: readonly [rule: string, level: Level, direction: Direction][] = [
  ['limit/exceeds', 'error', 'over_promise'],
  ['limit/falls-short', 'error', 'under_promise'],
  ['capability/unenforced', 'error', 'unenforced'],
  ['price/differs', 'error', 'contradiction'],
  ['fact/unpublished', 'warning', 'unpublished'],
  ['words/forbidden', 'note', 'contradiction'],
];
const VERSIONS = 24;
const KEYS = 80;
const DATE = '2026-11-21';

/** The same for the same numbers, on every machine. `unread` of the findings are about what could not be looked at. */
export function largeReport(count: number, unread = 0): Report {
  const findings = Array.from({ length: count }, (_, at) => findingAt(at, at < unread));
  const cells = SURFACES.flatMap((surface) => cellsOf(surface));
  const coverage = SURFACES.map((surface, at) => {
    const missed = at === 0 ? unread : 0;
    const asked = cells.length + missed;
    return { surface, asked, read: cells.length, absent: 0, unread: missed, claims: 40, documents: 900 };
  });
  const judged = { findings, coverage, excluded: [], waivers: [], date: DATE };
  return {
    $schema: 'https://planproof.dev/schema/report.v1.json',
    planproof: 1,
    product: 'Fathom Ledger',
    matrix: { path: 'plans/entitlements.yaml', digest: `sha256-${hash('matrix', 64)}` },
    ...judged,
    ...verdictOf(judged),
    release: releaseOf(judged),
    plans: Array.from({ length: VERSIONS }, (_, at) => planAt(at)),
    keys: Array.from({ length: KEYS }, (_, at) => ({
      key: keyAt(at),
      name: nameAt(at),
      kind: isLimit(at) ? 'limit' : 'capability',
      advertised: at % 7 > 0,
    })),
    cells,
    evidence: Object.fromEntries(findings.map((one, at) => [one.fingerprint, evidenceAt(at)])),
    run: {
      took_ms: 754_321,
      started: `${DATE}T09:00:00.000Z`,
      base_urls: { api: 'http://127.0.0.1:8080' },
      versions: {},
    },
  };
}

function findingAt(at: number, unread: boolean): Finding {
  const [rule, level, direction] = unread
    ? (['surface/unread', 'error', 'unread'] as const)
    : RULES[at % RULES.length]!;
  const surface = SURFACES[at % SURFACES.length]!;
  const key = at % KEYS;
  const version = versionAt(at % VERSIONS);
  const subject: Subject = { kind: isLimit(key) ? 'limit' : 'capability', key: keyAt(key) };
  const [expected, seen] = valuesAt(at, isLimit(key));
  const id = hash(`finding ${at}`, 16);
  return {
    rule,
    level,
    direction,
    about: { surface, subject, versions: [version], ...(surface === 'api' && { holders: holdersOf(version, at) }) },
    says: `${nameAt(key)} of ${planAt(at % VERSIONS).name} is told otherwise on page ${at} of ${surface} than the matrix states it.`,
    sides: [
      { who: 'matrix', value: expected, at: [fileAt('plans/entitlements.yaml', 40 + (at % 700))] },
      { who: surface, value: seen, at: Array.from({ length: 1 + (at % 6) }, (_, n) => placeAt(surface, at, n)) },
    ],
    fix: 'Correct the copy, or the matrix where the copy is right; then print the generated files again.',
    key: id,
    fingerprint: hash(id, 16),
    replay: `planproof audit --only ${surface} --holder ${version} --key ${keyAt(key)} --date ${DATE}`,
  };
}

function cellsOf(surface: string): CellReport[] {
  return Array.from({ length: VERSIONS * KEYS }, (_, at): CellReport => {
    const [version, key] = [at % VERSIONS, Math.floor(at / VERSIONS)];
    const [expected, seen] = valuesAt(at, isLimit(key));
    const differs = at % 9 === 0;
    return {
      about: {
        surface,
        subject: { kind: isLimit(key) ? 'limit' : 'capability', key: keyAt(key) },
        versions: [versionAt(version)],
        ...(surface === 'api' && { holders: holdersOf(versionAt(version), at) }),
      },
      status: differs ? 'differs' : 'same',
      sides: [
        { who: 'matrix', value: expected, at: [fileAt('plans/entitlements.yaml', 40 + at)] },
        { who: surface, value: differs ? seen : expected, at: [placeAt(surface, at, 0)] },
      ],
    };
  });
}

function placeAt(surface: string, at: number, n: number): Place {
  const words = `The plan holds ${3 + at} of these, and page ${at}.${n} says so in a sentence of its usual length.`;
  if (surface === 'docs') return { ...fileAt(`docs/guide/chapter-${at % 40}/page-${at}.md`, 10 + n), words };
  if (surface === 'api')
    return { kind: 'call', method: 'GET', path: `/api/v2/${keyAt(at % KEYS)}/${n}`, pointer: '/items' };
  return { kind: 'page', url: `/${surface}/page-${at}/`, selector: `main > section:nth-of-type(${n + 1}) p`, words };
}

function evidenceAt(at: number): Evidence[] {
  const answer = `402 {"error":{"code":"plan_required","message":"Number ${at} needs another plan","details":${JSON.stringify('x'.repeat(180))}}}`;
  return [{ request: `GET /api/v2/${keyAt(at % KEYS)} as ${versionAt(at % VERSIONS)} (active)`, answer }];
}

function valuesAt(at: number, limit: boolean): [Value, Value] {
  if (!limit) return [{ kind: 'excluded' }, { kind: 'included' }];
  const amount = (n: number): Value => ({ kind: 'amount', n, unit: 'ledger', bound: 'at_most' });
  return [amount(3 + at), amount(4 + at)];
}

function planAt(at: number): Report['plans'][number] {
  const name = `${['Sole', 'Guild', 'House', 'Estate', 'Crown', 'Realm'][at % 6]} ${2021 + Math.floor(at / 6)}`;
  return {
    key: `plan_${at % 6}`,
    name,
    line: at % 2 ? 'hosted' : 'on_site',
    version: versionAt(at),
    offered: at >= 18,
    status: at >= 18 ? 'current' : 'past',
  };
}

const versionAt = (at: number) => `plan_${at % 6}_v${Math.floor(at / 6)}`;
const keyAt = (at: number) => `ledger_feature_${at}`;
const nameAt = (at: number) =>
  `${['Bank feeds', 'Audit trail', 'Payroll runs', 'Currencies', 'Cost centres'][at % 5]} ${at}`;
const isLimit = (at: number) => at % 2 === 0;
const fileAt = (path: string, line: number): Extract<Place, { kind: 'file' }> => ({
  kind: 'file',
  path,
  line,
  column: 5,
  length: 9,
});
const holdersOf = (version: string, at: number): Holder[] =>
  STATES.slice(0, 1 + (at % STATES.length)).map((state) => ({ version, state }));
const hash = (words: string, digits: number) => createHash('sha256').update(words).digest('hex').slice(0, digits);
