/** A limit's rule and its value enter; the words a person reads leave: `14 days`, `1 manual patrol run per hour`. */

import { countInWords } from '../evaluator/count-in-words.ts';
import type { LimitRule, LimitValue } from '../evaluator/table.ts';

const PERIODS: Readonly<Record<number, string>> = { 1: 'second', 60: 'minute', 3600: 'hour', 86400: 'day' };

export function limitInWords(rule: LimitRule, value: LimitValue): string {
  if (value === 'unlimited') return 'Unlimited';
  if (value === 'unknown') return 'Not stated';
  const count = countInWords(rule, value);
  return rule.perSeconds === undefined ? count : `${count} per ${periodInWords(rule)}`;
}

/** The period of a rate: `hour`, `90 seconds`. */
export function periodInWords({ perSeconds = 0 }: Pick<LimitRule, 'perSeconds'>): string {
  return PERIODS[perSeconds] ?? `${perSeconds} seconds`;
}
