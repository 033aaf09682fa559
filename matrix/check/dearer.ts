/** What two plans cost goes in; where one of them costs more than the other, and nowhere less, comes out. */

import { currentVersion } from '../public.ts';
import type { Matrix, Plan } from '../types.ts';
import { type Amount, amountsOfPlan, isPlain, standard, unitOf } from './priced.ts';

/** Amounts by interval, billing, currency and unit; none of what is free. */
export type Cost = ReadonlyMap<string, Amount>;

/** Nothing where the amounts alone do not say what one pays: tiers, `from`, use, once, several at a time. */
export function costOf(matrix: Matrix, plan: Plan): Cost | undefined {
  const amounts = standard(amountsOfPlan(matrix, plan));
  if (!amounts.length && !isFree(matrix, plan)) return undefined;
  const cost = new Map(amounts.map((amount) => [termsOf(amount), amount]));
  const told = cost.size === amounts.length && new Set(amounts.map(unitOf).map(withoutCurrency)).size <= 1;
  return told && amounts.every(isRegular) ? cost : undefined;
}

/** The amounts of both in which the first costs more; the second has none where it is free. */
export function dearer(one: Cost, other: Cost): { more: Amount; less?: Amount } | undefined {
  if (!other.size) {
    const more = [...one.values()].find(({ value }) => value.minor > 0);
    return more && { more };
  }
  let found: { more: Amount; less: Amount } | undefined;
  for (const [terms, more] of one) {
    const less = other.get(terms);
    if (!less) continue;
    if (more.value.minor < less.value.minor) return undefined;
    if (more.value.minor > less.value.minor) found ??= { more, less };
  }
  return found;
}

function isFree(matrix: Matrix, plan: Plan): boolean {
  return currentVersion(matrix, plan).prices.some(
    ({ interval, value }) => interval === 'any' && value.kind === 'money',
  );
}

function isRegular(amount: Amount): boolean {
  return isPlain(amount) && amount.interval !== 'usage' && amount.interval !== 'once';
}

function termsOf(amount: Amount): string {
  return `${amount.interval} ${amount.value.billed ?? ''} ${unitOf(amount)}`;
}

function withoutCurrency(unit: string): string {
  return unit.slice(unit.indexOf(' '));
}
