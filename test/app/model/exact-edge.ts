/** A limit's rule and its number enter; its two edges leave, reckoned in whole decimals instead of floating point. */

import type { LimitRule } from '../../../app/evaluator/table.ts';

/** A number or, where it was rounded, a whole one of any size: both compare exactly with a count. */
export type Edge = number | bigint;

/** The last amount without a warning: a share of the number, rounded, and never above it; all of it is the number. */
export function modelSoftEdge({ soft, rounding }: Pick<LimitRule, 'soft' | 'rounding'>, n: number): Edge {
  if (soft === 1) return n;
  const edge = rounded(soft, n, rounding);
  return edge > n ? n : edge;
}

/** The last amount at all: the number itself, or a share above it, rounded, and never below it. */
export function modelHardEdge({ hard = 1, rounding }: Pick<LimitRule, 'hard' | 'rounding'>, n: number): Edge {
  if (hard === 1) return n;
  const edge = rounded(hard, n, rounding);
  return edge < n ? n : edge;
}

function rounded(share: number, n: number, rounding: LimitRule['rounding']): bigint {
  const [a, b] = [decimal(share), decimal(n)];
  const one = 10n ** BigInt(a.places + b.places);
  const product = a.digits * b.digits;
  const whole = product / one;
  const rest = product % one;
  if (rounding === 'up') return rest > 0n ? whole + 1n : whole;
  if (rounding === 'down') return whole;
  return rest * 2n >= one ? whole + 1n : whole;
}

/** The number as it is written: 0.07 is seven hundredths, whatever the nearest binary fraction is. */
function decimal(n: number): { digits: bigint; places: number } {
  const [, whole = '0', fraction = '', power = '0'] = String(n).match(/^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/) ?? [];
  const places = fraction.length - Number(power);
  const digits = BigInt(whole + fraction);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
