/** What two plans give of one key goes in; whether the first gives less, as much or more comes out. */
import type { Limit, Value } from '../types.ts';

/** `unclear` where the two cannot be held against each other: different words, or a value that is not stated. */
export type Given = 'less' | 'same' | 'more' | 'unclear';

export function capabilityGiven(one: Value, other: Value): Given {
  if (one === other) return 'same';
  if (one.kind === 'words' && other.kind === 'words') return one.text === other.text ? 'same' : 'unclear';
  const [mine, its] = [rankOf(one), rankOf(other)];
  if (mine === undefined || its === undefined) return bounded(mine, its, 2);
  // Words in place of a tick may take something back, or add something.
  return mine === its && one.kind !== other.kind ? 'unclear' : order(mine, its);
}

export function limitGiven({ unit }: Limit, one: Value, other: Value): Given {
  if (one === other) return 'same';
  if (one.kind === 'on_request' && other.kind === 'on_request') return 'same';
  const [mine, its] = [numberOf(one), numberOf(other)];
  if (mine === undefined || its === undefined) return bounded(mine, its, Number.POSITIVE_INFINITY);
  const given = order(mine, its);
  // A check every minute is more than one every ten.
  return given !== 'same' && (unit === 'minute' || unit === 'hour') ? 'unclear' : given;
}

/** Whether a meter runs says what is billed, and not what is given. */
export function meterGiven(one: Value, other: Value): Given {
  return one.kind === other.kind ? 'same' : 'unclear';
}

const RANKS: Partial<Record<Value['kind'], number>> = { excluded: 0, addon: 1, included: 2, words: 2 };

function rankOf({ kind }: Value): number | undefined {
  return RANKS[kind];
}

function numberOf(value: Value): number | undefined {
  if (value.kind === 'unlimited') return Number.POSITIVE_INFINITY;
  return value.kind === 'amount' ? value.n : undefined;
}

/** What is not known is not less; and it is not more where there is nothing more. */
function bounded(mine: number | undefined, its: number | undefined, most: number): Given {
  return mine === its || mine === 0 || its === most ? 'same' : 'unclear';
}

function order(mine: number, its: number): Given {
  if (mine === its) return 'same';
  return mine < its ? 'less' : 'more';
}
