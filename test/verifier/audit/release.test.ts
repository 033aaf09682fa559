/** Whether it may go out: never on what was not seen, is wrong, is below a floor, or was never asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../../verifier/audit/exit-code.ts';
import { releaseOf } from '../../../verifier/audit/release.ts';
import { verdictOf } from '../../../verifier/audit/verdict.ts';
import type { Coverage, Exclusion, Finding, Waived } from '../../../verifier/types.ts';
import { finding } from '../report/sample-report.ts';

const DATE = '2026-11-21';
const made = (surface: string, level: Finding['level'], direction: Finding['direction']): Finding =>
  finding({
    rule: direction === 'unread' ? 'surface/unread' : 'limit/differs',
    about: { surface, subject: { kind: 'limit', key: 'x' }, versions: [] },
    says: 'It differs',
    sides: [],
    level,
    direction,
  });
const waivedBy = (one: Finding, until: string): Waived => ({
  finding: one,
  owner: 'Ada',
  reason: 'agreed',
  until,
  at: { kind: 'file', path: 'w.yaml', line: 1, column: 1, length: 1 },
});

const surface = fc.constantFrom('docs', 'api');
const level = fc.constantFrom<Finding['level']>('error', 'warning', 'note');
const direction = fc.constantFrom<Finding['direction']>('over_promise', 'over_promise', 'over_promise', 'unread');
const some = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  fc.array(fc.tuple(surface, level, direction), { maxLength: 3 }),
);
const findings = some.map((all) => all.map((one) => made(...one)));
const until = fc.constantFrom('2026-11-20', DATE, DATE, '2027-01-31', '2027-01-31');
const waivers = fc
  .tuple(
    fc
      .array(
        fc.tuple(surface, level, fc.oneof({ weight: 9, arbitrary: fc.constant('over_promise' as const) }, direction)),
        {
          maxLength: 2,
        },
      )
      .map((all) => all.map((one) => made(...one))),
    fc.array(until, { minLength: 2, maxLength: 2 }),
  )
  .map(([all, days]) => all.map((one, at) => waivedBy(one, days[at]!)));
const small = fc.oneof(fc.constant(0), fc.nat(40), fc.nat(400));
const coverage: fc.Arbitrary<Coverage[]> = fc.uniqueArray(surface, { maxLength: 2 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          ...{ read: small, absent: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.nat(3)) },
          ...{ unread: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.nat(3)), claims: small },
          ...{ left: small, missing: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.nat(3)) },
          floor: fc.option(fc.constantFrom(0, 50, 90, 99.5, 100), { nil: undefined, freq: 2 }),
        })
        .map(({ left, missing, floor, ...rest }): Coverage => {
          const asked = rest.read + rest.absent + rest.unread + missing;
          return {
            ...{ surface: id, asked, ...rest, documents: 1, possible: asked + left },
            ...(floor !== undefined && { floor }),
          };
        }),
    ),
  ),
);

interface Drawn {
  findings: Finding[];
  known: Finding[];
  waivers: Waived[];
  coverage: Coverage[];
}
const drawn: fc.Arbitrary<Drawn> = fc.record({ findings, known: findings, waivers, coverage });
const excluded: Exclusion[] = [];

/** Worked out again, fact by fact, and not by the order of the code. */
function mayGo({ findings: open, known, waivers: let_be, coverage: all }: Drawn): boolean {
  const every = [...open, ...known, ...let_be.map((one) => one.finding)];
  return (
    every.every((one) => one.direction !== 'unread') &&
    [...open, ...known].every((one) => one.level !== 'error') &&
    let_be.every((one) => one.until >= DATE) &&
    all.length > 0 &&
    all.every((one) => {
      const answered = one.read + one.absent;
      const enough =
        one.floor === undefined
          ? answered >= one.asked
          : one.possible! > 0 && answered / one.possible! >= one.floor / 100 - 1e-12;
      return one.unread === 0 && one.read + one.claims > 0 && enough;
    })
  );
}

describe('the verdict of an audit', () => {
  it('is GO exactly when all was seen, nothing is open, every floor is met and nothing had to be waived', () => {
    const met = { GO: 0, GO_WITH_CONDITIONS: 0, NO_GO: 0 };
    fc.assert(
      fc.property(drawn, (one) => {
        const { verdict, reasons, conditions } = releaseOf({ ...one, excluded, date: DATE });
        met[verdict] += 1;
        const expected = !mayGo(one) ? 'NO_GO' : one.waivers.length ? 'GO_WITH_CONDITIONS' : 'GO';
        expect(verdict).toBe(expected);
        expect(reasons.length).toBeGreaterThan(0);
        expect(conditions.length).toBe(verdict === 'GO_WITH_CONDITIONS' ? one.waivers.length : 0);
      }),
      { numRuns: 1500 },
    );
    // Each of them is met often enough to mean something.
    expect(Object.values(met).every((n) => n > 50)).toBe(true);
  });

  it('exits with 0, 0 and 1, and with 2 where anything open is unread', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        const { verdict } = verdictOf(one);
        const release = releaseOf({ ...one, excluded, date: DATE });
        const code = exitCodeOf({ verdict, release });
        const unread =
          one.findings.some((each) => each.direction === 'unread') || one.coverage.some((each) => each.unread);
        if (unread) expect(code).toBe(2);
        else if (release.verdict !== 'NO_GO') expect(code).toBe(0);
        else expect([1, 2]).toContain(code);
      }),
      { numRuns: 500 },
    );
  });
});

describe('reasons', () => {
  const full: Coverage = { surface: 'api', asked: 40, read: 40, absent: 0, unread: 0, claims: 0, documents: 4 };
  const nothing = { findings: [], waivers: [], coverage: [full], excluded: [], date: DATE };

  it('name owner, reason and last day of every condition', () => {
    const waived = waivedBy(made('docs', 'error', 'over_promise'), '2027-01-31');
    expect(releaseOf({ ...nothing, waivers: [waived] })).toEqual({
      verdict: 'GO_WITH_CONDITIONS',
      reasons: [
        'everything that was asked was answered, and every floor is met; no error is open',
        `limit/differs on docs (${waived.finding.key}) waived until 2027-01-31 by Ada: agreed`,
      ],
      conditions: [
        {
          key: waived.finding.key,
          rule: 'limit/differs',
          surface: 'docs',
          owner: 'Ada',
          reason: 'agreed',
          until: '2027-01-31',
        },
      ],
    });
  });

  it('name the surface that is below its floor, with a share that is never rounded up to it', () => {
    const below = { ...full, asked: 949, read: 949, possible: 1000, floor: 95 };
    expect(releaseOf({ ...nothing, coverage: [below] }).reasons).toEqual([
      'api: 949 of 1,000 (94.9 %) of what was asked or excluded was answered, and its floor is 95 %',
    ]);
    expect(releaseOf({ ...nothing, coverage: [{ ...below, asked: 950, read: 950 }] }).verdict).toBe('GO');
    const almost = { ...below, asked: 94_999, read: 94_999, possible: 100_000 };
    expect(releaseOf({ ...nothing, coverage: [almost] }).reasons[0]).toContain('(94.9 %)');
  });

  it('leave selection to itself: others stand for what was not put', () => {
    const selected = { ...full, possible: 4000, floor: 100, selection: { left_out: 3960, keeps: 'pairs' as const } };
    expect(releaseOf({ ...nothing, coverage: [selected] })).toMatchObject({
      verdict: 'GO',
      reasons: [expect.anything(), '3960 questions left out by selection'],
    });
  });

  it('say what only a baseline holds', () => {
    const known = [made('docs', 'error', 'over_promise')];
    expect(releaseOf({ ...nothing, known }).reasons).toEqual([
      '1 finding of level error only known to the baseline, for which nobody answers',
    ]);
  });
});
