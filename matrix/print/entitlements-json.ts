/** The matrix goes in; the evaluator's table as JSON, for products in any language, comes out. */
import type { Matrix } from '../types.ts';
import { tableData } from './table-data.ts';

export const ENTITLEMENTS_SCHEMA = 'https://planproof.dev/schema/evaluator-table.v1.json';

export function printEntitlementsJson(matrix: Matrix, origin: string): string {
  return `${JSON.stringify({ $schema: ENTITLEMENTS_SCHEMA, '//': origin, ...tableData(matrix) }, null, 2)}\n`;
}
