/** What copy says of a limit goes in; what stands for it in the matrix comes out, in the limit's own unit. */
import type { Value } from '../types.ts';
import type { KeyedKey } from './draft-keys.ts';

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12 };

/** Nothing where the units do not convert exactly, or a period is not the limit's. */
export function limitNumber(value: Value, limit: KeyedKey): number | 'unlimited' | 'on_request' | undefined {
  if (value.kind === 'unlimited' || value.kind === 'on_request') return value.kind;
  if (value.kind !== 'amount') return undefined;
  if (value.per && (value.per.unit !== limit.per || value.per.n !== 1)) return undefined;
  if (value.unit === limit.counts) return value.n;
  for (const units of [DAYS, MONTHS]) {
    const [from, to] = [units[value.unit], units[limit.counts ?? '']];
    const n = from && to ? (value.n * from) / to : undefined;
    if (n !== undefined) return Number.isInteger(n) ? n : undefined;
  }
  return undefined;
}
