/** The matrix goes in; ready words for every plan and key, for docs and sites that are built elsewhere, come out as JSON. */
import { currentVersion, isOffered } from '../public.ts';
import type { Matrix, Plan } from '../types.ts';
import { isHeld } from '../value.ts';
import { cellWords, comparison } from './comparison.ts';
import { moneyWords, priceListWords, priceWords } from './words.ts';

export interface DocsData {
  product: string;
  digest: string;
  /** Plans on offer, and keys of the comparison, in page order. */
  lines: Record<string, { name: string; plans: string[]; rows: string[] }>;
  plans: Record<string, DocsPlan>;
  capabilities: Record<string, { name: string }>;
  limits: Record<string, { name: string }>;
}

export interface DocsPlan {
  name: string;
  line: string;
  /** Whether anybody can have it today. */
  offered: boolean;
  /** "$8.99" by interval; `any` where it is the same for all, such as "Free"; `all` as one list. */
  price: { any?: string; month?: string; year?: string; all?: string };
  /** "90 days", "Included", "Not included", by key; only what the matrix states. */
  values: Record<string, string>;
  /** Capabilities that it has. */
  has: string[];
}

export function printDocsData(matrix: Matrix, origin: string): string {
  return `${JSON.stringify({ '//': origin, ...docsData(matrix) }, null, 2)}\n`;
}

/** Internal keys and plans are in nothing that leaves the company. */
export function docsData(matrix: Matrix): DocsData {
  const { product, digest, order } = matrix;
  const shown = (part: 'capabilities' | 'limits') =>
    Object.fromEntries(
      order[part].flatMap((key) => {
        const { name, audience } = matrix[part][key]!;
        return audience === 'internal' ? [] : [[key, { name }] as const];
      }),
    );
  return {
    product,
    digest,
    lines: Object.fromEntries(
      order.lines.map((key) => {
        const offered = order.plans.filter((one) => matrix.plans[one]!.line === key && isOffered(matrix.plans[one]!));
        const rows = comparison(matrix, key).flatMap((group) => group.rows.map((row) => row.key));
        return [key, { name: matrix.lines[key]!.name, plans: offered, rows }];
      }),
    ),
    plans: Object.fromEntries(
      order.plans
        .map((key) => matrix.plans[key]!)
        .filter((plan) => plan.sale !== 'internal')
        .map((plan) => [plan.key, docsPlan(matrix, plan)]),
    ),
    capabilities: shown('capabilities'),
    limits: shown('limits'),
  };
}

function docsPlan(matrix: Matrix, plan: Plan): DocsPlan {
  const version = currentVersion(matrix, plan);
  const [any] = version.prices.filter((price) => price.interval === 'any');
  const [month, year] = [priceWords(matrix, version.prices, 'month'), priceWords(matrix, version.prices, 'year')];
  const all = any
    ? moneyWords(matrix, any.value)
    : priceListWords(
        matrix,
        version.prices.filter((price) => !price.kind),
      );
  const shown = (part: 'capabilities' | 'limits') =>
    matrix.order[part].filter(
      (key) => matrix[part][key]!.audience !== 'internal' && version[part][key]!.value.kind !== 'unknown',
    );
  const words = (part: 'capabilities' | 'limits') =>
    shown(part).map((key) => [key, cellWords(matrix, version[part][key]!).words] as const);
  return {
    name: plan.name,
    line: plan.line,
    offered: isOffered(plan),
    price: {
      ...(any && { any: moneyWords(matrix, any.value) }),
      ...(month && { month }),
      ...(year && { year }),
      ...(all && { all }),
    },
    values: Object.fromEntries([...words('limits'), ...words('capabilities')]),
    has: shown('capabilities').filter((key) => isHeld(version.capabilities[key]!.value)),
  };
}
