/** The matrix goes in; a Markdown page with every public plan and key, and the contracts that still hold, comes out. */
import { currentVersion, offeredLines, offeredPlans, publicCapabilities, publicLimits } from '../public.ts';
import type { Line, Matrix, Version } from '../types.ts';
import { comparisonTable, priceTable } from './markdown.ts';
import { offeredAddons } from './offered-addons.ts';
import { table } from './table.ts';
import { limitWords, priceListWords } from './words.ts';

export function printReference(matrix: Matrix, origin: string): string {
  const parts = [
    `---\ntitle: Plans and keys\ndescription: Every plan of ${matrix.product}, what it costs, what it holds, and the key that product and contracts use for it.\n---`,
    `<!-- ${origin} -->`,
    `Everything on this page is printed from the entitlement matrix.`,
    ...offeredLines(matrix).flatMap((line) => [
      `## ${line.name} plans`,
      priceTable(matrix, line.key).trimEnd(),
      comparisonTable(matrix, line.key).trimEnd(),
      ...addonTable(matrix, line),
    ]),
    '## Keys',
    'What the product, its API and its contracts call each row.',
    keyTable(matrix).trimEnd(),
    '## Contracts that still hold',
    'These are no longer sold. Whoever has one keeps it.',
    pastTable(matrix).trimEnd(),
  ];
  return `${parts.join('\n\n')}\n`;
}

function addonTable(matrix: Matrix, line: Line): string[] {
  const rows = offeredAddons(matrix, line.key).map((one) => [one.name, one.price, one.for.join(', ')]);
  return rows.length ? [`### Add-ons for ${line.name}`, table(['Add-on', 'Price', 'Goes with'], rows).trimEnd()] : [];
}

function keyTable(matrix: Matrix): string {
  const lines = offeredLines(matrix).map((line) => line.key);
  const limits = new Map(lines.flatMap((line) => publicLimits(matrix, line)).map((limit) => [limit.key, limit]));
  const rows = [...publicCapabilities(matrix), ...limits.values()].map((one) => [one.name, `\`${one.key}\``]);
  const versions = lines
    .flatMap((line) => offeredPlans(matrix, line))
    .map((plan) => [`${plan.name} (plan)`, `\`${plan.version}\``]);
  return table(['Name', 'Key'], [...rows, ...versions]);
}

function pastTable(matrix: Matrix): string {
  const offered = new Set(offeredPlans(matrix).map((plan) => currentVersion(matrix, plan).key));
  const kept = matrix.order.versions
    .map((key) => matrix.versions[key]!)
    .filter((version) => !offered.has(version.key) && (version.sale === 'legacy' || version.sale === 'retired'));
  return table(
    ['Contract', 'Price', 'Limits'],
    kept.map((version) => [version.name, paid(matrix, version), limits(matrix, version)]),
  );
}

function paid(matrix: Matrix, version: Version): string {
  return priceListWords(matrix, version.prices) || 'As agreed';
}

function limits(matrix: Matrix, version: Version): string {
  const stated = publicLimits(matrix, version.line).flatMap((limit) => {
    const words = limitWords(matrix, version.limits[limit.key]!.value);
    return words ? [`${limit.name}: ${words}`] : [];
  });
  return stated.join('; ') || 'As agreed';
}
