/** What people decided: what it covers, what it never hides, and when it is itself a finding. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../../verifier/audit/settle.ts';
import { entryOf, printBaseline } from '../../../verifier/baseline/print-baseline.ts';
import { readBaseline } from '../../../verifier/baseline/read-baseline.ts';
import type { Finding, Report } from '../../../verifier/types.ts';
import type { Waiver } from '../../../verifier/waivers/waiver.ts';
import { drawnReport } from '../report/drawn-report.ts';
import { sampleReport } from '../report/sample-report.ts';

const [exceeds, price, unenforced, warning, note] = sampleReport('drift').findings as [
  Finding,
  Finding,
  Finding,
  Finding,
  Finding,
];
const [unread] = sampleReport('could_not_look').findings as [Finding];
const report = (...findings: Finding[]): Report => ({ ...sampleReport('drift'), findings });

let line = 0;
function waiver(finding: Finding, change: Partial<Waiver> = {}): Waiver {
  const { key, rule, about, sides } = finding;
  const at = { kind: 'file' as const, path: 'w.yaml', line: ++line, column: 1, length: 16 };
  const pinned = sides.map(({ who, value }) => ({ who, value }));
  return {
    key,
    rule,
    surface: about.surface,
    sides: pinned,
    owner: 'Ada',
    reason: 'why',
    until: '2026-12-31',
    at,
    ...change,
  };
}

const rules = ({ findings }: Report) => findings.map((one) => one.rule);

describe('a waiver', () => {
  it('covers a finding through its last day, and not a day longer', () => {
    const on = (date: string) => settle({ ...report(exceeds), date }, { waivers: [waiver(exceeds)] });
    expect(on('2026-12-31')).toMatchObject({
      verdict: 'clean',
      findings: [],
      waivers: [{ finding: exceeds, owner: 'Ada' }],
    });
    expect(on('2026-12-31').reasons).toEqual([
      'everything that had to be looked at was read, and nothing else differs',
      '1 finding waived',
    ]);
    const late = on('2027-01-01');
    expect([late.verdict, ...rules(late)]).toEqual(['drift', 'waiver/expired', 'limit/exceeds']);
    expect(late.waivers).toEqual([]);
  });

  it('covers these values only, and says which differ', () => {
    const [matrix, docs] = exceeds.sides;
    const now = { ...exceeds, sides: [matrix!, { ...docs!, value: { kind: 'unlimited' as const } }] };
    const settled = settle(report(now), { waivers: [waiver(exceeds)] });
    expect(rules(settled)).toEqual(['waiver/outdated', 'limit/exceeds']);
    expect(settled.findings[0]).toMatchObject({
      says: 'The waiver of limit/exceeds on docs is for 30 days for docs, and it is unlimited now.',
      sides: [
        { who: 'waiver', value: docs!.value },
        { who: 'docs', value: { kind: 'unlimited' } },
      ],
    });
  });

  it('of some holders does not cover others', () => {
    const pinned = waiver(unenforced, { fingerprint: unenforced.fingerprint });
    expect(rules(settle(report(unenforced), { waivers: [pinned] }))).toEqual([]);
    const more = { ...unenforced, fingerprint: 'f'.repeat(16) };
    expect(rules(settle(report(more), { waivers: [pinned] }))).toEqual(['waiver/outdated', 'capability/unenforced']);
  });

  it('of some holders holds in a part, where nobody can say whom else it concerns', () => {
    const pinned = waiver(unenforced, { fingerprint: 'f'.repeat(16) });
    const settled = settle(report(unenforced), { waivers: [pinned], partly: [unenforced.about.surface] });
    expect([rules(settled), settled.waivers.length]).toEqual([[], 1]);
    const [matrix, seen] = unenforced.sides;
    const other = { ...unenforced, sides: [matrix!, { ...seen!, value: { kind: 'unlimited' as const } }] };
    expect(rules(settle(report(other), { waivers: [pinned], partly: ['api'] }))).toContain('waiver/outdated');
  });

  it('that bears the key of another finding covers nothing, and one on no surface is told', () => {
    const named = (change: Partial<Waiver>) => settle(report(exceeds), { waivers: [waiver(exceeds, change)] });
    for (const change of [{ rule: 'limit/misses' }, { surface: 'site' }]) {
      const settled = named(change);
      expect(rules(settled)).toEqual(['waiver/outdated', 'limit/exceeds']);
      expect(settled.findings[0]!.says).toMatch(/^The waiver of .* bears the key of limit\/exceeds on docs\.$/);
    }
    const nothing = waiver(price, { key: '0'.repeat(16), surface: 'stie' });
    const surfaces = new Set(['docs', 'site', 'api', 'app']);
    const [told] = settle(report(), { waivers: [nothing], surfaces, partly: ['docs', 'site'] }).findings;
    expect([told?.rule, told?.says]).toEqual([
      'waiver/unused',
      'The waiver of price/differs on stie is about nothing: there is no such surface.',
    ]);
    expect(rules(settle(report(), { waivers: [{ ...nothing, surface: 'api' }], surfaces, partly: ['api'] }))).toEqual(
      [],
    );
  });

  it('of what is found no more is a finding, where that was looked for', () => {
    const waivers = [waiver(price)];
    expect(rules(settle(report(), { waivers }))).toEqual(['waiver/unused']);
    const coverage = sampleReport('drift').coverage.filter((one) => one.surface !== 'site');
    expect(rules(settle({ ...report(), coverage }, { waivers }))).toEqual([]);
    expect(rules(settle(report(), { waivers, partly: ['site'] }))).toEqual([]);
    expect(rules(settle(report({ ...unread, about: price.about }), { waivers }))).toEqual(['surface/unread']);
  });

  it('of two surfaces that contradict each other waits for both', () => {
    const both = { ...note, sides: [note.sides[0]!, { ...note.sides[1]!, who: 'site' }] };
    const only = sampleReport('drift').coverage.filter((one) => one.surface === 'docs');
    expect(rules(settle({ ...report(), coverage: only }, { waivers: [waiver(both)] }))).toEqual([]);
  });

  it('never covers what could not be looked at', () => {
    const settled = settle(report(unread), { waivers: [waiver(unread)] });
    expect([settled.verdict, ...rules(settled)]).toEqual(['could_not_look', 'waiver/unread', 'surface/unread']);
  });

  it('that stands twice is a finding once', () => {
    const settled = settle(report(exceeds), { waivers: [waiver(exceeds), waiver(exceeds, { owner: 'Bo' })] });
    expect(rules(settled)).toEqual(['waiver/repeated']);
    expect(settled.waivers).toHaveLength(1);
  });
});

const read = (text: string) => readBaseline(new TextEncoder().encode(text), 'b.json');

describe('a baseline', () => {
  const entries = (...findings: Finding[]) => read(printBaseline(findings.map(entryOf))).entries;

  it('holds what is known, and fails on what is new or has other values', () => {
    const baseline = entries(exceeds, price);
    const settled = settle(report(exceeds, { ...price, fingerprint: 'f'.repeat(16) }, unenforced), { baseline });
    expect(settled.known).toEqual([exceeds]);
    expect(rules(settled)).toEqual(['price/differs', 'capability/unenforced']);
    expect(settle(report(exceeds, price), { baseline })).toMatchObject({ verdict: 'clean', findings: [] });
  });

  it('has to lose what is found no more, where that was looked for', () => {
    const baseline = entries(exceeds, price);
    expect(rules(settle(report(exceeds), { baseline }))).toEqual(['baseline/vanished']);
    const coverage = sampleReport('drift').coverage.filter((one) => one.surface !== 'site');
    expect(rules(settle({ ...report(exceeds), coverage }, { baseline }))).toEqual([]);
  });

  it('counts as found what is waived', () => {
    expect(rules(settle(report(price), { baseline: entries(price), waivers: [waiver(price)] }))).toEqual([]);
  });

  it('never hides what could not be looked at', () => {
    const settled = settle(report(unread), { baseline: entries(unread) });
    expect([settled.verdict, settled.known, ...rules(settled)]).toEqual(['could_not_look', [], 'surface/unread']);
  });

  it('is the same text whatever the order, and is read back', () => {
    fc.assert(
      fc.property(drawnReport(6), ({ findings }) => {
        const text = printBaseline(findings.map(entryOf));
        expect(printBaseline(findings.toReversed().map(entryOf))).toBe(text);
        const { entries: back, problems } = read(text);
        expect(problems).toEqual([]);
        expect(printBaseline(back)).toBe(text);
        expect(JSON.parse(text).findings).toHaveLength(back.length);
      }),
      { numRuns: 30 },
    );
  });

  it('tells where it is broken', () => {
    const text = printBaseline([entryOf(exceeds)]);
    const { problems } = read(text.replace('"rule": "limit/exceeds", ', ''));
    expect(problems).toMatchObject([{ rule: 'baseline/malformed', at: { line: 5 } }]);
    expect(read(`<<<<<<< ours\n${text}`).problems[0]).toMatchObject({ rule: 'baseline/unreadable', at: { line: 1 } });
  });
});

describe('changes', () => {
  const changes = (files: string[], surfaces: string[] = [], everything = false) => ({
    ...{ since: 'abc1234', everything },
    ...{ files: new Set(files), surfaces: new Set(surfaces) },
  });

  it('show what has a place in them, either page of a contradiction, and count the rest', () => {
    const settled = settle(report(exceeds, price, note), { changes: changes(['site/content/docs/docs/faq.md']) });
    expect(rules(settled)).toEqual(['trial/contradicts']);
    expect(settled.scope).toEqual({ since: 'abc1234', changed: 1, hidden: 2 });
    expect(settled.reasons.join()).toContain('findings in unchanged files are not shown: 2');
  });

  it('show what is missing on a surface that changed, for what was taken out has no place', () => {
    const gone = {
      ...warning,
      sides: [...warning.sides, { who: 'docs', value: { kind: 'unknown' as const }, at: [] }],
    };
    expect(rules(settle(report(gone), { changes: changes(['x.md'], ['docs']) }))).toEqual(['capability/unpublished']);
    expect(rules(settle(report(gone), { changes: changes(['x.png'], []) }))).toEqual([]);
  });

  it('of the matrix show everything', () => {
    expect(rules(settle(report(exceeds, price), { changes: changes([], [], true) }))).toHaveLength(2);
  });

  it('never hide what could not be looked at', () => {
    expect(settle(report(unread), { changes: changes([]) }).verdict).toBe('could_not_look');
  });
});

it('whatever is decided, each finding is open, waived or known, and only once', () => {
  fc.assert(
    fc.property(drawnReport(8), fc.infiniteStream(fc.nat(3)), (drawn, choice) => {
      const picked = drawn.findings.map((one) => ({ one, as: choice.next().value }));
      const waivers = picked.filter(({ as }) => as === 1).map(({ one }) => waiver(one));
      const { entries: baseline } = read(
        printBaseline(picked.filter(({ as }) => as === 2).map(({ one }) => entryOf(one))),
      );
      const settled = settle({ ...drawn, waivers: [] }, { waivers, baseline });
      const open = settled.findings.filter((one) => !/^(waiver|baseline)\//.test(one.rule));
      const all = [...open, ...settled.waivers.map((one) => one.finding), ...settled.known!];
      expect(all.map((one) => one.key).sort()).toEqual(drawn.findings.map((one) => one.key).sort());
      const seen = new Set(open);
      for (const one of drawn.findings) if (one.direction === 'unread') expect(seen.has(one)).toBe(true);
      expect(settled.findings.every((one) => one.rule !== 'waiver/unused')).toBe(true);
    }),
    { numRuns: 50 },
  );
});
