/** A product line goes in; Markdown tables of it come out. */
import { currentVersion, offeredPlans } from '../public.ts';
import type { Matrix } from '../types.ts';
import { comparison } from './comparison.ts';
import { table } from './table.ts';
import { moneyWords, priceWords } from './words.ts';

/** Plans as columns, advertised capabilities and limits as rows. */
export function comparisonTable(matrix: Matrix, line: string): string {
  const plans = offeredPlans(matrix, line).map((plan) => plan.name);
  const rows = comparison(matrix, line).flatMap((group) => group.rows);
  return table(
    ['', ...plans],
    rows.map((row) => [row.name, ...row.cells.map((cell) => cell.words)]),
  );
}

/** Plans as rows, monthly and yearly price as columns. */
export function priceTable(matrix: Matrix, line: string): string {
  const rows = offeredPlans(matrix, line).map((plan) => {
    const { prices } = currentVersion(matrix, plan);
    const any = prices.find((price) => price.interval === 'any');
    const words = (interval: 'month' | 'year') =>
      any ? moneyWords(matrix, any.value) : (priceWords(matrix, prices, interval) ?? 'Ask us');
    return [plan.name, words('month'), words('year')];
  });
  return table(['Plan', 'Per month', 'Per year'], rows);
}
