/** The matrix goes in; a typed TypeScript module with the evaluator's table comes out. */
import type { Matrix } from '../types.ts';
import { tableData } from './table-data.ts';

/** `typeFrom` is the module that exports `EntitlementTable`, as the printed file would import it. */
export function printEvaluatorTable(matrix: Matrix, origin: string, typeFrom: string): string {
  return `// ${origin}
import type { EntitlementTable } from '${typeFrom}';

export const table = ${JSON.stringify(tableData(matrix), null, 2)} as const satisfies EntitlementTable;

export type CapabilityKey = keyof typeof table.capabilities;
export type LimitKey = keyof typeof table.limits;
export type MeterKey = keyof typeof table.meters;
`;
}
