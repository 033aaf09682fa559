/** The command of a finding looks for just it again, in any POSIX shell. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type Called, withReplay } from '../../../verifier/audit/replay.ts';
import type { SurfaceConfig } from '../../../verifier/config/types.ts';
import type { About, Finding } from '../../../verifier/types.ts';
import { finding, sampleReport } from '../report/sample-report.ts';

const surfaces = [
  { id: 'docs', kind: 'docs' },
  { id: 'site', kind: 'site' },
  { id: 'api', kind: 'api' },
  { id: 'app', kind: 'app' },
  { id: 'made', kind: 'app', holders: 'crew' },
  { id: "it's odd; $HOME", kind: 'docs' },
] as SurfaceConfig[];
const active = (...versions: string[]) => versions.map((version) => ({ version, state: 'active' as const }));
const made = (about: Partial<About>, ...who: string[]): Finding =>
  finding({
    rule: 'x/y',
    about: { surface: 'docs', subject: { kind: 'capability', key: 'sso' }, versions: [], ...about },
    says: 'x',
    sides: who.map((one) => ({ who: one, value: { kind: 'unknown' }, at: [] })),
  });
const gate = { kind: 'capability' as const, key: 'sso', facet: 'GET /sso' };

function replay(one: Finding, called: Partial<Called> = {}): string | undefined {
  const report = withReplay({ ...sampleReport('clean'), findings: [one] }, { command: 'audit', surfaces, ...called });
  return report.findings[0]!.replay;
}

describe('the command of a finding', () => {
  it.each<[string, Finding, Partial<Called>, string]>([
    ['copy', made({}, 'matrix', 'docs'), {}, 'planproof audit --only docs'],
    [
      'copy, of check',
      made({}, 'matrix', 'docs'),
      { command: 'check', date: '2026-11-21', guesses: true },
      'planproof check --guesses --date 2026-11-21',
    ],
    ['both sides of a contradiction', made({}, 'docs', 'site'), {}, 'planproof audit --only docs --only site'],
    [
      'a gate',
      made({ surface: 'api', subject: gate, holders: active('pro_1') }, 'matrix', 'api'),
      { sandbox: 'box', urls: { api: 'http://127.0.0.1:1', site: 'http://127.0.0.1:2' } },
      'planproof audit --only api --holder pro_1.active --key sso --sandbox box --api http://127.0.0.1:1',
    ],
    [
      'a gate and many holders',
      made({ surface: 'api', subject: gate, holders: active('a', 'b', 'c', 'd', 'e') }),
      {},
      'planproof audit --only api --key sso',
    ],
    [
      'words of a page of the app',
      made({ surface: 'app', subject: { kind: 'limit', key: 'seats', facet: 'hard' }, holders: active('a') }),
      { sandbox: 'box' },
      'planproof audit --only app --holder a.active',
    ],
    [
      'an app whose customers are made, in an environment',
      made({ surface: 'made', subject: gate, holders: active('a') }),
      { sandbox: 'box', env: 'staging' },
      'planproof audit --only made --holder a.active --key sso --env staging --sandbox box',
    ],
    ['an edited file', made({ surface: 'files' }, 'matrix', 'files'), {}, 'planproof check'],
    ['a waiver', made({ surface: 'files' }, 'waiver', 'api'), {}, 'planproof audit --only api'],
  ])('about %s', (_, one, called, expected) => {
    expect(replay(one, called)).toBe(expected);
  });

  it('is read by a shell as it was meant', () => {
    const words = replay(made({ surface: "it's odd; $HOME" }))!;
    const read = execFileSync('sh', ['-c', `planproof() { printf '%s|' "$@"; }; ${words}`], { encoding: 'utf8' });
    expect(read).toBe("audit|--only|it's odd; $HOME|");
  });

  it('leaves key and fingerprint alone, and is told of what is waived or known too', () => {
    const { findings, ...rest } = sampleReport('drift');
    const at = { kind: 'file' as const, path: 'w.yaml', line: 1, column: 1, length: 1 };
    const waivers = [{ finding: findings[0]!, owner: 'A', reason: 'b', until: '2027-01-31', at }];
    const told = withReplay({ ...rest, findings, waivers, known: findings }, { command: 'audit', surfaces });
    const all = [...told.findings, ...told.known!, told.waivers[0]!.finding];
    expect(all.every((one) => one.replay?.startsWith('planproof '))).toBe(true);
    expect(told.findings.map(({ replay: _, ...one }) => one)).toEqual(findings);
  });
});
