/** Copy and product are held against each other where the matrix says nothing of what both say and do. */
import { describe, expect, it } from 'vitest';
import type { Holder, Value } from '../../../matrix/types.ts';
import { vocabulary } from '../../../matrix/vocabulary.ts';
import { assemble } from '../../../verifier/audit/assemble.ts';
import { probeDocs } from '../../../verifier/probes/docs.ts';
import type { Observation, Report } from '../../../verifier/types.ts';
import { matrixOf } from '../../matrix/matrix-of.ts';

const { matrix } = matrixOf(`planproof: 1
level: lifecycle
product: Harbour
units: { seat: { one: seat, other: seats } }
capabilities: { audit: { name: Audit log }, roles: { name: Roles } }
limits: { seats: { name: Seats, unit: seat, soft: 80%, hard: 120%, rounding: down } }
plans:
  small: { name: Small, version: small_1, price: free, has: [roles], unknown: [audit], limits: { seats: unknown } }
  large: { name: Large, version: large_1, price: { USD: { month: 9 } }, has: [audit, roles], limits: { seats: 30 } }
states:
  active: { keeps: paid }
  expired: { keeps: fallback, falls_back_to: small }
  suspended: { keeps: nothing, refusal: { status: 403, code: held } }
gates:
  - { key: audit, api: GET /audit, refusal: { status: 402, code: no } }
  - { key: seats, api: POST /seats, refusal: { status: 409, code: full } }
`);

const refused: Value = { kind: 'refusal', status: 402, code: 'no' };
const seats = (n: number, bound: 'exactly' | 'at_least' = 'exactly'): Value => ({
  kind: 'amount',
  n,
  unit: 'seat',
  bound,
});

function answer(of: string, value: Value, key: 'audit' | 'seats' = 'audit', facet = 'hard'): Observation {
  const [version = '', state = 'active'] = of.split('.');
  const holder = { version, state } as Holder;
  const [method = '', path = ''] = key === 'audit' ? ['GET', '/audit'] : ['POST', '/seats'];
  const subject =
    key === 'audit'
      ? { kind: 'capability' as const, key, facet: 'GET /audit' }
      : { kind: 'limit' as const, key, facet };
  return {
    surface: 'api',
    about: { holder, subject },
    outcome: { kind: 'read', value },
    at: [{ kind: 'call', method, path, pointer: '' }],
  };
}

async function audited(files: Record<string, string>, answers: Observation[]): Promise<Report> {
  const bytes = Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
  const look = await probeDocs({ surface: 'docs', vocabulary: vocabulary(matrix), files: bytes });
  const run = { took_ms: 0, started: '', base_urls: {}, versions: {} };
  const surfaces = [
    { id: 'docs', kind: 'docs' as const, declared: [], ...look },
    { id: 'api', kind: 'api' as const, declared: [], observations: answers, documents: 1, excluded: [] },
  ];
  return assemble({ matrix, matrixPath: 'm.yaml', date: '2026-11-21', surfaces, run });
}

const told = async (text: string, ...answers: Observation[]) =>
  (await audited({ 'a.md': text }, answers)).findings.map(({ rule, about }) => [rule, about.versions.join()].join(' '));

const HAS = 'Small includes the audit log.';

describe('copy against the product', () => {
  it('is a contradiction with both places, level error, and with who met it', async () => {
    const { findings, coverage } = await audited({ 'a.md': HAS }, [answer('small_1', refused)]);
    expect(findings).toMatchObject([
      {
        rule: 'copy/enforced-differently',
        level: 'error',
        direction: 'contradiction',
        about: { surface: 'docs', subject: { key: 'audit' }, holders: [{ version: 'small_1', state: 'active' }] },
        says: 'Audit log of Small is included in a.md, and refused with 402 no at GET /audit; the matrix does not say.',
        sides: [
          { who: 'docs', value: { kind: 'included' }, at: [{ kind: 'file', path: 'a.md', line: 1 }] },
          { who: 'api', value: refused, at: [{ kind: 'call', method: 'GET', path: '/audit' }] },
        ],
      },
    ]);
    expect(coverage[1]).toMatchObject({ asked: 1, read: 1, unread: 0 });
  });

  it('is none where both agree', async () => {
    expect(await told(HAS, answer('small_1', { kind: 'included' }))).toEqual([]);
    expect(await told('The audit log is not part of Small.', answer('small_1', refused))).toEqual([]);
  });

  it('is none where the matrix says it: there both are held against the matrix', async () => {
    expect(await told('The audit log is not part of Large.', answer('large_1', { kind: 'included' }))).toEqual([
      'capability/differs large_1',
    ]);
  });

  it('holds what is left after an end against what copy says of that plan, and nothing of a locked account', async () => {
    const refusal: Value = { kind: 'refusal', status: 403, code: 'held' };
    expect(await told(HAS, answer('large_1.expired', refused))).toEqual(['copy/enforced-differently small_1']);
    expect(await told(HAS, answer('small_1.suspended', refusal))).toEqual([]);
  });

  it('takes the edge at which a number is enforced, and only the hard one', async () => {
    const copy = 'Small includes 10 seats.';
    expect(await told(copy, answer('small_1', seats(12), 'seats'))).toEqual([]);
    expect(await told(copy, answer('small_1', seats(10), 'seats'))).toEqual(['copy/enforced-differently small_1']);
    expect(await told(copy, answer('small_1', seats(8), 'seats', 'soft'))).toEqual([]);
    expect(await told(copy, answer('small_1', seats(3, 'at_least'), 'seats'))).toEqual([]);
    expect(await told(copy, answer('small_1', seats(40, 'at_least'), 'seats'))).toEqual([
      'copy/enforced-differently small_1',
    ]);
  });

  it('is one finding for each document, with everybody who meets the same', async () => {
    const { findings } = await audited({ 'a.md': HAS, 'b.md': `# Plans\n\n${HAS}` }, [
      answer('small_1', refused),
      answer('large_1.expired', refused),
    ]);
    expect(findings.map(({ about, sides }) => [sides[0]!.at[0], about.holders?.length])).toMatchObject([
      [{ path: 'a.md' }, 2],
      [{ path: 'b.md' }, 2],
    ]);
    expect(new Set(findings.map((one) => one.key)).size).toBe(2);
  });
});
