/** A difference and the advice on it go in; one JSON text, as `diff.schema.json` describes it, comes out. */
import type { Advice, MatrixDiff } from '../types.ts';

export const DIFF_SCHEMA = 'https://planproof.dev/schema/matrix-diff.v1.json';

/** Same difference, same bytes: names sorted, two spaces, a line feed at the end. */
export function jsonDiff(diff: MatrixDiff, advice: readonly Advice[]): string {
  return `${JSON.stringify({ $schema: DIFF_SCHEMA, planproof: 1, ...diff, advice }, sortNames, 2)}\n`;
}

function sortNames(_name: string, data: unknown): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)));
}
