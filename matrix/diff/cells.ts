/** Contracts before and after go in; what their holders have more, less or otherwise of every key comes out. */
import { EXCLUDED, UNKNOWN } from '../compile/statements.ts';
import { edgeOf } from '../expect/enforced.ts';
import type { Cell, Key, Limit, Value } from '../types.ts';
import { type Contract, causeOf } from './contract.ts';
import { gather, type Met } from './gather.ts';
import { PARTS, type Pair, type Pairs, type Part } from './pair.ts';
import type { About, Effect, Holding } from './types.ts';
import { takes, weigh } from './weigh.ts';

const KINDS = { capabilities: 'capability', limits: 'limit', meters: 'meter' } as const;

/** What somebody has of a key that is not there, or that nobody can use. */
const ABSENT: Record<Part, Value> = { capabilities: EXCLUDED, limits: UNKNOWN, meters: EXCLUDED };

/** Key by key, in page order. */
export function cellHoldings(contracts: readonly Contract[], keys: Pairs['keys']): Holding[] {
  return PARTS.flatMap((part) => {
    const rows = keys[part].flatMap((pair) => rowOf(part, pair));
    // Contract by contract: all lookups in one record come after one another, which is faster than key by key.
    for (const contract of contracts) {
      const [before, after] = [contract.before[part], contract.after[part]];
      for (const row of rows) {
        const a = row.was === undefined ? undefined : before[row.was];
        const b = row.is === undefined ? undefined : after[row.is];
        weighCells(row.met, contract, a, b, ABSENT[part]);
        if (row.edges && a && b) weighEdges(row.hard, contract, a, b, row.edges);
      }
    }
    return rows.flatMap(({ about, name, met, hard }) => [
      ...(met.length ? gather(about, name, 'versions', met) : []),
      ...(hard.length ? gather({ ...about, facet: 'hard' }, name, 'versions', hard) : []),
    ]);
  });
}

interface Row {
  about: About;
  name: string;
  /** Its key before and now, where it is promised to anybody. */
  was?: string;
  is?: string;
  edges?: { before: Limit; after: Limit };
  met: Met[];
  hard: Met[];
}

function rowOf(part: Part, { before, after }: Pair<Key>): Row[] {
  const was = before && isPromised(before) ? before.key : undefined;
  const is = after && isPromised(after) ? after.key : undefined;
  if (was === undefined && is === undefined) return [];
  const { key, name } = (after ?? before)!;
  const both = part === 'limits' && was !== undefined && is !== undefined;
  const edges = both ? movedEdges(before as Limit, after as Limit) : undefined;
  return [{ about: { kind: KINDS[part], key }, name, was, is, edges, met: [], hard: [] }];
}

/** Markers and internal keys are promised to nobody, and what has a waiting list cannot be used yet. */
export function isPromised({ audience, maturity }: Pick<Key, 'audience' | 'maturity'>): boolean {
  return (audience === 'public' || audience === 'compatibility') && maturity !== 'waitlist';
}

function weighCells(
  met: Met[],
  contract: Contract,
  before: Cell | undefined,
  after: Cell | undefined,
  absent: Value,
): void {
  const [was, is] = [before?.value ?? absent, after?.value ?? absent];
  const effect = weigh(was, is);
  if (before?.enforced === undefined && after?.enforced === undefined) {
    if (effect) met.push(meet(contract, before, after, { effect, before: was, after: is }));
    return;
  }
  if (effect) met.push(meet(contract, before, after, { effect, before: was, after: is, side: 'advertised' }));
  const [did, does] = [before?.enforced ?? was, after?.enforced ?? is];
  const done = weigh(did, does);
  if (done) met.push(meet(contract, before, after, { effect: done, before: did, after: does, side: 'enforced' }));
}

function meet(
  contract: Contract,
  before: Cell | undefined,
  after: Cell | undefined,
  one: { effect: Effect; before: Value; after: Value; side?: Holding['side'] },
): Met {
  return {
    holder: contract.holder,
    effect: one.effect,
    side: one.side,
    before: one.before,
    after: one.after,
    because: causeOf(contract, before, after),
    breaks: contract.published && takes(one.effect, one.before),
    at: { before: before?.at, after: after?.at },
  };
}

/** Both declarations of a limit, when its hard edge stands at another share of a plan's number than before. */
function movedEdges(before: Limit, after: Limit): { before: Limit; after: Limit } | undefined {
  const same = (before.hard ?? 1) === (after.hard ?? 1) && before.rounding === after.rounding;
  return same ? undefined : { before, after };
}

/** Where the number is the same and the refusal comes at another one. */
function weighEdges(met: Met[], contract: Contract, a: Cell, b: Cell, limits: { before: Limit; after: Limit }): void {
  const [was, is] = [a.enforced ?? a.value, b.enforced ?? b.value];
  if (was.kind !== 'amount' || weigh(was, is)) return;
  const [before, after] = [edgeOf(limits.before, was, 'hard'), edgeOf(limits.after, is, 'hard')];
  const effect = weigh(before, after);
  if (!effect) return;
  const at = { before: limits.before.at, after: limits.after.at };
  met.push({ holder: contract.holder, effect, before, after, breaks: contract.published && takes(effect, before), at });
}
