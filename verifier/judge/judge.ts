/** Pairs go in; findings, each about one fact in one document or at one gate, come out in a fixed order. */
import type { Holder, Matrix } from '../../matrix/types.ts';
import type { Pair } from '../pair/pair.ts';
import { valueWords } from '../report/value-words.ts';
import type { Drift, Rule } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import type { About, Evidence, Finding, Side } from '../types.ts';
import { hash } from './hash.ts';
import { plansName, subjectName } from './names.ts';
import { quoted } from './quoted.ts';

export interface Judged {
  findings: Finding[];
  evidence: Record<string, Evidence[]>;
}

interface Group {
  rule: Rule;
  drifts: Drift[];
}

export function judge(matrix: Matrix, pairs: readonly Pair[]): Judged {
  const groups = new Map<string, Group>();
  for (const drift of pairs.flatMap(driftOf)) {
    const rule = RULES.find((one) => one.takes(drift));
    if (!rule) throw new Error(`no rule takes a difference about ${drift.about.subject.kind}`);
    const id = groupId(rule, drift);
    const group = groups.get(id) ?? { rule, drifts: [] };
    group.drifts.push(drift);
    groups.set(id, group);
  }
  const made = alike([...groups.values()]).map((group) => findingOf(matrix, group));
  const findings = made.map((one) => one.finding).sort(byPlace);
  const evidence = Object.fromEntries(
    made.flatMap(({ finding, evidence: all }) => (all.length ? [[finding.fingerprint, all]] : [])),
  );
  return { findings, evidence };
}

function driftOf(pair: Pair): Drift[] {
  const { comparison, value } = pair;
  return comparison?.is === 'differs' && value ? [{ ...pair, value, difference: comparison.seen }] : [];
}

/** Copy is wrong about one contract at a time; holders that a gate or page treats alike are one finding. */
function groupId(rule: Rule, { about, document, promised, value }: Drift): string {
  const { surface, subject, versions, holders } = about;
  return !holders
    ? hash([rule.id, surface, document, subject, versions])
    : hash([rule.id, surface, document, subject, promised.map((side) => side.value), value]);
}

/** One sentence that is wrong about two contracts in the same way is one finding that names both. */
function alike(groups: Group[]): Group[] {
  const merged = new Map<string, Group>();
  for (const group of groups) {
    const [first] = group.drifts;
    const id =
      first && !first.about.holders
        ? hash([
            group.rule.id,
            first.about.surface,
            first.document,
            first.about.subject,
            first.promised.map((side) => side.value),
            group.drifts.map((one) => [one.value, one.seen.at]),
          ])
        : hash([group.rule.id, group.drifts.map((one) => [one.about, one.value])]);
    const same = merged.get(id);
    if (same) same.drifts.push(...group.drifts);
    else merged.set(id, group);
  }
  return [...merged.values()];
}

function findingOf(matrix: Matrix, { rule, drifts }: Group): { finding: Finding; evidence: Evidence[] } {
  const first = drifts[0]!;
  const about = aboutAll(drifts);
  const seenSides = sidesOf(drifts);
  const sides = [...promisedSides(drifts), ...seenSides];
  const names = {
    matrix,
    subject: subjectName(matrix, about.subject),
    plans: plansName(matrix, about),
    promised: first.promised.map((side) => valueWords(side.value)).join(' or '),
    seen: seenSides.map((side) => valueWords(side.value)).join(' and '),
  };
  const { surface, subject, versions, offer } = about;
  const key = hash([rule.id, surface, first.document, subject, first.about.holders ? [] : versions, offer ?? null]);
  const fingerprint = hash([key, sides.map((side) => [side.who, side.value]), about.holders ?? [], versions]);
  const finding: Finding = {
    rule: rule.id,
    level: rule.level,
    direction: rule.direction(first),
    about,
    says: rule.says(first, names),
    sides,
    fix: rule.fix(first, names),
    key,
    fingerprint,
  };
  return { finding, evidence: drifts.flatMap((drift) => drift.seen.evidence ?? []).slice(0, MOST_EVIDENCE) };
}

const MOST_EVIDENCE = 5;

function aboutAll(drifts: readonly Drift[]): About {
  const first = drifts[0]!.about;
  const versions = [...new Set(drifts.flatMap((drift) => drift.about.versions))].sort();
  const holders = unique(drifts.flatMap((drift) => drift.about.holders ?? [])).sort(byHolder);
  return { ...first, versions, ...(holders.length && { holders }) };
}

function promisedSides(drifts: readonly Drift[]): Side[] {
  return joined(drifts.flatMap((drift) => drift.promised));
}

function sidesOf(drifts: readonly Drift[]): Side[] {
  return joined(drifts.map((drift) => ({ who: drift.about.surface, value: drift.value, at: quoted(drift.seen) })));
}

/** Sides with the same value are one side with all their places. */
function joined(sides: readonly Side[]): Side[] {
  const byValue = new Map<string, Side>();
  for (const side of sides) {
    const id = hash([side.who, side.value]);
    const before = byValue.get(id);
    byValue.set(id, before ? { ...before, at: unique([...before.at, ...side.at]) } : side);
  }
  return [...byValue.values()];
}

function unique<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function byHolder(a: Holder, b: Holder): number {
  return a.version === b.version ? (a.state < b.state ? -1 : 1) : a.version < b.version ? -1 : 1;
}

function byPlace(a: Finding, b: Finding): number {
  const order = ({ about, sides, rule, key }: Finding) =>
    [about.surface, JSON.stringify(sides.at(-1)?.at[0]), rule, key].join('\u0000');
  return order(a) < order(b) ? -1 : 1;
}
