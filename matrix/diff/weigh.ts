/** A value before and after go in; what the change does to those who have it comes out, or nothing when it is the same. */
import type { Value } from '../types.ts';
import type { Effect } from './types.ts';
import { areTimes, weighAmounts } from './weigh-amounts.ts';

type Of<K extends Value['kind']> = Extract<Value, { kind: K }>;

/** Of capabilities, meters and limits; prices are weighed by `weighPrices`. */
export function weigh(before: Value, after: Value): Effect | undefined {
  if (before === after) return undefined;
  if (before.kind === after.kind) return weighAlike(before, after);
  if (isOpen(before)) return isOpen(after) ? 'differs' : 'stated';
  if (isOpen(after)) return 'unstated';
  if (before.kind === 'unlimited') return 'loses';
  if (after.kind === 'unlimited') return 'gains';
  return weighHaving(before, after);
}

/** Whether the effect takes something from somebody: what was excluded is missed by nobody when it is unstated. */
export function takes(effect: Effect, before: Value | undefined): boolean {
  if (effect === 'unstated') return before?.kind !== 'excluded';
  return effect === 'loses' || effect === 'withdrawn' || effect === 'incomparable';
}

function weighAlike(before: Value, after: Value): Effect | undefined {
  switch (before.kind) {
    case 'amount':
      return weighAmounts(before, after as Of<'amount'>);
    case 'words':
      return before.text === (after as Of<'words'>).text ? undefined : 'differs';
    case 'unlimited':
      return weighUnlimited(before.unit, (after as Of<'unlimited'>).unit);
    default:
      return undefined;
  }
}

/** Endless days are endless months, and endless seats are no endless storage. */
function weighUnlimited(before: string | undefined, after: string | undefined): Effect | undefined {
  if (before === after || before === undefined || after === undefined) return undefined;
  return areTimes(before, after) ? undefined : 'incomparable';
}

/** No number or tick is promised; one has to ask, or nothing is said. */
function isOpen({ kind }: Value): boolean {
  return kind === 'unknown' || kind === 'on_request';
}

const HAVING: Partial<Record<Value['kind'], number>> = { excluded: 0, addon: 1, words: 2, included: 2 };

function weighHaving(before: Value, after: Value): Effect {
  const [was, is] = [HAVING[before.kind], HAVING[after.kind]];
  if (was === undefined || is === undefined) return 'incomparable';
  if (was === is) return 'differs';
  if (was < 2 && is < 2) return was < is ? 'offered' : 'withdrawn';
  return was < is ? 'gains' : 'loses';
}
