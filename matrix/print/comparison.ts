/** A product line goes in; its comparison, plan by row, comes out as ready words for page and docs alike. */
import { currentVersion, offeredPlans, publicCapabilities, publicLimits } from '../public.ts';
import type { Cell, Matrix, Plan } from '../types.ts';
import { limitWords } from './words.ts';

export interface ComparisonCell {
  kind: 'included' | 'excluded' | 'words';
  words: string;
}
export interface ComparisonRow {
  key: string;
  name: string;
  cells: ComparisonCell[];
}
export interface ComparisonGroup {
  name: string;
  rows: ComparisonRow[];
}

/** Rows for which the matrix states nothing at all are left out; a single gap reads "Ask us". */
export function comparison(matrix: Matrix, line: string): ComparisonGroup[] {
  const plans = offeredPlans(matrix, line);
  const groups = new Map<string, ComparisonRow[]>();
  const add = (group: string | undefined, row: ComparisonRow | undefined) => {
    if (!row) return;
    const name = group ?? 'Everything else';
    groups.set(name, [...(groups.get(name) ?? []), row]);
  };
  const capabilities = publicCapabilities(matrix);
  const limits = publicLimits(matrix, line);
  const order = [...new Set([...capabilities, ...limits].map((one) => one.group))];
  for (const group of order) {
    for (const one of limits.filter((limit) => limit.group === group)) add(group, row(matrix, plans, one, 'limits'));
    for (const one of capabilities.filter((each) => each.group === group))
      add(group, row(matrix, plans, one, 'capabilities'));
  }
  return [...groups].map(([name, rows]) => ({ name, rows }));
}

function row(
  matrix: Matrix,
  plans: Plan[],
  one: { key: string; name: string },
  part: 'limits' | 'capabilities',
): ComparisonRow | undefined {
  const cells = plans.map((plan) => currentVersion(matrix, plan)[part][one.key]!);
  if (cells.every((cell) => cell.value.kind === 'unknown')) return undefined;
  return { key: one.key, name: one.name, cells: cells.map((cell) => cellWords(matrix, cell)) };
}

export function cellWords(matrix: Matrix, { value }: Cell): ComparisonCell {
  if (value.kind === 'included') return { kind: 'included', words: 'Included' };
  if (value.kind === 'excluded') return { kind: 'excluded', words: 'Not included' };
  if (value.kind === 'words') return { kind: 'words', words: value.text };
  if (value.kind === 'addon') return { kind: 'words', words: 'Add-on' };
  return { kind: 'words', words: limitWords(matrix, value) ?? 'Ask us' };
}
