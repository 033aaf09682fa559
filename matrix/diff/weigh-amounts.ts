/** Two amounts go in; which of them allows more comes out, across units of time and periods where that is certain. */
import type { Period, Value } from '../types.ts';
import type { Effect } from './types.ts';

type Amount = Extract<Value, { kind: 'amount' }>;

/** The shortest and the longest that a unit of time can be, in minutes. */
const MINUTES: Readonly<Record<string, readonly [number, number]>> = {
  minute: [1, 1],
  hour: [60, 60],
  day: [1440, 1440],
  week: [10_080, 10_080],
  month: [40_320, 44_640],
  year: [525_600, 527_040],
};

export function areTimes(...units: string[]): boolean {
  return units.every((unit) => Object.hasOwn(MINUTES, unit));
}

export function weighAmounts(before: Amount, after: Amount): Effect | undefined {
  if (before.unit !== after.unit) return weighLengths(before, after);
  if (!before.per && !after.per) return ordered(before.n, after.n);
  if (!before.per || !after.per) return 'incomparable';
  return samePeriod(before.per, after.per) ? ordered(before.n, after.n) : weighRates(before, after);
}

export function ordered(before: number, after: number): 'gains' | 'loses' | undefined {
  if (before === after) return undefined;
  return after > before ? 'gains' : 'loses';
}

/** Two spans of time, such as 90 days and 2 months. A month is no fixed number of days, so near ones stay open. */
export function weighLengths(
  before: { n: number; unit: string },
  after: { n: number; unit: string },
): Effect | undefined {
  if (before.unit === after.unit) return ordered(before.n, after.n);
  const [was, is] = [MINUTES[before.unit], MINUTES[after.unit]];
  if (!was || !is) return 'incomparable';
  if (before.unit === 'month' && after.unit === 'year') return ordered(before.n, after.n * 12);
  if (before.unit === 'year' && after.unit === 'month') return ordered(before.n * 12, after.n);
  if (is[0] * after.n > was[1] * before.n) return 'gains';
  if (is[1] * after.n < was[0] * before.n) return 'loses';
  return is[0] * after.n === was[0] * before.n && is[1] * after.n === was[1] * before.n ? undefined : 'incomparable';
}

function samePeriod(a: Period, b: Period): boolean {
  return a.n === b.n && a.unit === b.unit;
}

/** More only when whatever the other allowed is still allowed, in one burst or steadily. */
function weighRates(before: Amount, after: Amount): Effect {
  const more = allows(after, before);
  const less = allows(before, after);
  if (more === less) return 'incomparable';
  return more ? 'gains' : 'loses';
}

function allows(rate: Amount, other: Amount): boolean {
  const [ours, theirs] = [minutesOf(rate.per!), minutesOf(other.per!)];
  if (!ours || !theirs) return false;
  return ours[0] >= theirs[1] ? rate.n * theirs[0] >= other.n * ours[1] : rate.n >= other.n && ours[1] <= theirs[0];
}

function minutesOf({ n, unit }: Period): [number, number] | undefined {
  const one = MINUTES[unit];
  return one && [one[0] * n, one[1] * n];
}
