/** A version before and after goes in; what is asked of both for every key comes out: who built on whom, and who is hurt. */
import type { Cell, Sale, Value, Version } from '../types.ts';
import type { Pair } from './pair.ts';

export interface Contract {
  before: Version;
  after: Version;
  /** The id that contracts carry. */
  holder: string;
  /** Whether anybody could have bought it. */
  published: boolean;
  /** The sets that it is built of now, nearest first. */
  chain: string[];
  /** How many of the chain, from the nearest, are as they were; all, when none was exchanged. */
  same: number;
}

const UNPUBLISHED: readonly Sale[] = ['before_launch', 'internal'];

export function isPublished({ sale }: Pick<Version, 'sale'>): boolean {
  return !UNPUBLISHED.includes(sale);
}

export function contractOf(
  { before, after }: Required<Pair<Version>>,
  planNow: (key: string) => string | undefined,
): Contract {
  const chain = chainOf(after);
  const was = chainOf(before).map((name) => planNow(name) ?? name);
  const parted = chain.findIndex((name, i) => i > 0 && name !== was[i]);
  const exchanged = parted > 0 ? parted : was.length > chain.length ? chain.length : Number.POSITIVE_INFINITY;
  return { before, after, holder: before.key, published: isPublished(before), chain, same: exchanged };
}

function chainOf({ key, plan, status, builds_on }: Version): string[] {
  return [status === 'current' ? plan : key, ...builds_on];
}

/** Whose change it is that a cell has another value; nothing when it is the contract's own. */
export function causeOf({ chain, same }: Contract, before: Cell | undefined, after: Cell | undefined) {
  // A key that came or went, or counts something else, did so for everybody.
  if (!before || !after || countsElse(before.value, after.value)) return undefined;
  if (before.value.kind === 'addon' && after.value.kind !== 'included') return before.from[0];
  if (after.value.kind === 'addon' && before.value.kind !== 'included') return after.from[0];
  const depth = Math.min(depthOf(before), depthOf(after), same - 1);
  return depth > 0 && depth < chain.length ? chain[depth] : undefined;
}

/** How far from the contract the set stands that decides; what nobody states is decided by nobody. */
function depthOf(cell: Cell): number {
  return cell.unstated || cell.value.kind === 'addon' ? Number.POSITIVE_INFINITY : cell.from.length - 1;
}

function countsElse(before: Value, after: Value): boolean {
  if (before.kind === 'unlimited' && after.kind === 'unlimited') return before.unit !== after.unit;
  if (before.kind !== 'amount' || after.kind !== 'amount') return false;
  return before.unit !== after.unit || before.per?.unit !== after.per?.unit || before.per?.n !== after.per?.n;
}
