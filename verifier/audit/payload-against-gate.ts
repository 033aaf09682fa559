/** `payload/disagrees`: what a front end reads of a key, and what the same holder met at its gate, are not the same. */
import { edgeOf } from '../../matrix/expect/enforced.ts';
import type { Holder, Matrix, Value } from '../../matrix/types.ts';
import { compareMet } from '../compare.ts';
import { plansName, subjectName } from '../judge/names.ts';
import type { Pair } from '../pair/pair.ts';
import { valueWords } from '../report/value-words.ts';
import type { Finding, Side } from '../types.ts';
import { makeFinding } from './make-finding.ts';

/** Once for each key and pair of values, with everybody who meets them. */
export function payloadAgainstGate(matrix: Matrix, pairs: readonly Pair[]): Finding[] {
  const met = metBy(pairs);
  const groups = new Map<string, { shown: Pair; gate: Pair; holders: Holder[] }>();
  for (const shown of pairs.filter(isPayload)) {
    const gate = met.get(factOf(shown))?.find((one) => disagrees(matrix, shown, one));
    // A payload that says what was promised is right: what is wrong is the gate, and told there.
    if (!gate || shown.comparison?.is === 'same') continue;
    const { kind, key } = shown.about.subject;
    const id = JSON.stringify([kind, key, shown.value, gate.value, gate.promised.map((side) => side.value)]);
    const group = groups.get(id) ?? { shown, gate, holders: [] };
    group.holders.push(...(shown.about.holders ?? []));
    groups.set(id, group);
  }
  return [...groups.values()].map(({ shown, gate, holders }) => findingOf(matrix, shown, gate, holders));
}

/** What was met at the gate says more: where that is told, the payload is not held against the matrix once more. */
export function withoutMetAtGate(matrix: Matrix, pairs: readonly Pair[]): Pair[] {
  const met = metBy(pairs);
  const isTold = (shown: Pair) =>
    met.get(factOf(shown))?.some((gate) => gate.comparison?.is === 'differs' || disagrees(matrix, shown, gate));
  return pairs.filter(
    (one) => !isPayload(one) || !met.has(factOf(one)) || (one.comparison?.is === 'differs' && !isTold(one)),
  );
}

function isPayload({ kind, about, value }: Pair): boolean {
  return kind === 'enforced' && about.subject.facet === 'payload' && value !== undefined;
}

/** By surface, holder and key: what its gates answered. */
function metBy(pairs: readonly Pair[]): Map<string, Pair[]> {
  const met = new Map<string, Pair[]>();
  for (const one of pairs) {
    const { kind, facet } = one.about.subject;
    const atGate = kind === 'limit' ? facet === 'hard' : kind === 'capability' && facet !== 'payload';
    if (one.kind !== 'enforced' || !one.value || !atGate) continue;
    const before = met.get(factOf(one));
    if (before) before.push(one);
    else met.set(factOf(one), [one]);
  }
  return met;
}

function factOf({ about: { surface, holders, subject } }: Pair): string {
  return JSON.stringify([surface, holders?.[0], subject.kind, subject.key]);
}

function disagrees(matrix: Matrix, shown: Pair, gate: Pair): boolean {
  const limit = matrix.limits[shown.about.subject.key];
  const said = limit ? edgeOf(limit, shown.value!, 'hard') : shown.value!;
  return compareMet(said, gate.value!).is === 'differs';
}

function findingOf(matrix: Matrix, shown: Pair, gate: Pair, holders: Holder[]): Finding {
  const { surface, subject } = shown.about;
  const versions = [...new Set(holders.map((one) => one.version))].sort();
  const about = { surface, subject, versions, holders };
  const side = ({ seen, value }: Pair): Side => ({ who: surface, value: value as Value, at: seen.at });
  const [first] = shown.seen.at;
  const where = first?.kind === 'call' ? `${first.method} ${first.path}` : surface;
  const says = `${subjectName(matrix, subject)} of ${plansName(matrix, about)} is ${valueWords(shown.value!)} in ${where}, and ${valueWords(gate.value!)} at its gate.`;
  return makeFinding(
    {
      ...{ rule: 'payload/disagrees', level: 'error', direction: 'contradiction', about, says },
      sides: [...gate.promised, side(shown), side(gate)],
      fix: 'Make payload and gate ask the same evaluator: what a front end shows is what the product has to do.',
    },
    where,
  );
}
