/** The matrix goes in; a Markdown page with every public plan and key, and the contracts that still hold, comes out. */
import { currentVersion, offeredLines, offeredPlans, publicCapabilities, publicLimits } from '../public.ts';
import type { Matrix, Version } from '../types.ts';
import { comparisonTable, priceTable, table } from './markdown.ts';
import { limitWords, moneyWords } from './words.ts';

export function printReference(matrix: Matrix, origin: string): string {
  const parts = [
    `---\ntitle: Plans and keys\ndescription: Every plan of ${matrix.product}, what it costs, what it holds, and the key that product and contracts use for it.\n---`,
    `<!-- ${origin} -->`,
    `Everything on this page is printed from the entitlement matrix.`,
    ...offeredLines(matrix).flatMap((line) => [
      `## ${line.name} plans`,
      priceTable(matrix, line.key).trimEnd(),
      comparisonTable(matrix, line.key).trimEnd(),
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
    kept.map((version) => [version.name, paid(version), limits(matrix, version)]),
  );
}

function paid(version: Version): string {
  if (!version.prices.length) return 'As agreed';
  const words = version.prices.map(
    (price) => `${moneyWords(price.value)}${price.interval === 'any' ? '' : ` per ${price.interval}`}`,
  );
  return words.join(' or ');
}

function limits(matrix: Matrix, version: Version): string {
  const stated = publicLimits(matrix, version.line).flatMap((limit) => {
    const words = limitWords(matrix, version.limits[limit.key]!.value);
    return words ? [`${limit.name}: ${words}`] : [];
  });
  return stated.join('; ') || 'As agreed';
}
