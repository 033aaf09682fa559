/** What the claim reader found goes in; each fact with everything that is said of it comes out, contradictions side by side. */
import type { DraftBase, DraftCell } from '../../matrix/draft/types.ts';
import type { Interval, Place, Value } from '../../matrix/types.ts';
import type { Vocabulary } from '../../matrix/vocabulary.ts';
import { compare } from '../compare.ts';
import type { Mention, Observation } from '../types.ts';
import { draftBases, isBuiltOn } from './draft-bases.ts';

interface Claimed {
  about: Mention & { plans: { known: string[] } };
  value: Value;
  at: Place[];
}

/** Only what is certain counts. Cells stand in the order of plans, then of the documents. */
export function draftCells(
  observations: readonly Observation[],
  { offered, lineOf }: Pick<Vocabulary, 'offered' | 'lineOf'>,
): { bases: DraftBase[]; cells: DraftCell[] } {
  const claims = observations.flatMap(claimedIn);
  const bases = draftBases(claims);
  const cells = new Map<string, DraftCell>();
  for (const { about, value, at } of claims) {
    const others = (key: string) =>
      (offered[lineOf[key] ?? ''] ?? []).filter((one) => !about.plans.known.includes(one));
    const above = about.relation
      ? about.plans.known.flatMap((key) => plansAbove(key, others(key), bases, offered[lineOf[key] ?? ''] ?? []))
      : [];
    const named = [...new Set([...about.plans.known, ...above])];
    for (const version of named) add(cells, about, version, value, at);
    if (about.relation === 'only_from' && ONLY.test(about.words))
      for (const version of about.plans.known.flatMap(others).filter((one) => !named.includes(one)))
        add(cells, about, version, { kind: 'excluded' }, at);
  }
  const order = Object.values(offered).flat();
  return { bases, cells: [...cells.values()].sort((a, b) => order.indexOf(a.version) - order.indexOf(b.version)) };
}

function claimedIn({ about, outcome, at }: Observation): Claimed[] {
  if (!('words' in about) || !about.certain || !('known' in about.plans) || outcome.kind !== 'read') return [];
  return [{ about: { ...about, plans: about.plans }, value: outcome.value, at }];
}

/** A column "Plan" says who has it, and not that nobody else has. */
const ONLY = /\b(?:only|exclusive(?:ly)?|reserved|requires?|needs?)\b/i;
/** "Pro and above": what is built on Pro, where any copy says what is built on what; else what stands after Pro. */
function plansAbove(
  key: string,
  others: readonly string[],
  bases: readonly DraftBase[],
  order: readonly string[],
): string[] {
  const built = others.filter((one) => isBuiltOn(bases, one, key));
  const stated = bases.some((one) => order.includes(one.version));
  return stated ? built : others.filter((one) => order.indexOf(one) > order.indexOf(key));
}

function add(cells: Map<string, DraftCell>, { subject }: Mention, version: string, value: Value, at: Place[]): void {
  const cell = cellOf(subject, version, value);
  if (!cell) return;
  const id = `${version} ${cell.kind} ${cell.kind === 'price' ? cell.interval : cell.key}`;
  const known = cells.get(id) ?? cell;
  cells.set(id, known);
  const same = known.said.find((one) => isSame(one.value, value));
  if (same) same.at.push(...at);
  else known.said.push({ value, at: [...at] });
}

function isSame(a: Value, b: Value): boolean {
  return compare(a, b).is === 'same' && compare(b, a).is === 'same';
}

const OF_CAPABILITIES = new Set<Value['kind']>(['included', 'excluded', 'addon']);
const OF_LIMITS = new Set<Value['kind']>(['amount', 'unlimited', 'on_request']);

function cellOf(subject: Mention['subject'], version: string, value: Value): DraftCell | undefined {
  const { kind, key, facet } = subject;
  if (kind === 'capability' && OF_CAPABILITIES.has(value.kind)) return { version, kind, key, said: [] };
  if (kind === 'limit' && facet !== 'soft' && OF_LIMITS.has(value.kind)) return { version, kind, key, said: [] };
  if (kind !== 'price' || !facet || !['money', 'on_request'].includes(value.kind)) return undefined;
  return { version, kind, interval: facet as Interval, said: [] };
}
