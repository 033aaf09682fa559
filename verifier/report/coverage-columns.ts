/** The coverage of a report goes in; the columns that a table of it has, with words for every cell, come out. */
import type { Coverage } from '../types.ts';
import { numberWords } from './count-words.ts';

const ALWAYS = ['asked', 'read', 'absent', 'unread', 'claims', 'documents'] as const;

export type CoverageColumn = (typeof ALWAYS)[number] | 'possible' | 'floor';

/** What is possible and what a floor asks for have a column where one surface says more than what was asked. */
export function coverageColumns(coverage: readonly Coverage[]): CoverageColumn[] {
  const [asked, ...others] = ALWAYS;
  return [
    asked,
    ...(coverage.some((one) => one.possible !== undefined) ? (['possible'] as const) : []),
    ...others,
    ...(coverage.some((one) => one.floor !== undefined) ? (['floor'] as const) : []),
  ];
}

/** Empty for a surface without a floor. */
export function coverageCell(one: Coverage, column: CoverageColumn): string {
  if (column === 'floor') return one.floor === undefined ? '' : `${one.floor} %`;
  return numberWords(column === 'possible' ? (one.possible ?? one.asked) : one[column]);
}
