/** A product line goes in; Markdown tables of it come out. */
import { currentVersion, offeredPlans } from '../public.ts';
import type { Key, Matrix, Plan } from '../types.ts';
import { cellWords, comparison } from './comparison.ts';
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

/** Chosen plans as columns, chosen capabilities and limits as rows, in the order in which they are named. */
export function chosenTable(matrix: Matrix, plans: readonly Plan[], keys: readonly Key[]): string {
  const versions = plans.map((plan) => currentVersion(matrix, plan));
  return table(
    ['', ...plans.map((plan) => plan.name)],
    keys.map(({ key, name }) => [
      name,
      ...versions.map((version) => cellWords(matrix, (version.limits[key] ?? version.capabilities[key])!).words),
    ]),
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

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

function inCell(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
