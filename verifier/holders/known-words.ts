/** The matrix goes in; words that stand in every report and are no secrets, whatever a cookie holds, come out. */
import type { Matrix } from '../../matrix/types.ts';

export function knownWords(matrix: Matrix): Set<string> {
  const { versions, plans, states, capabilities, limits } = matrix;
  const named = [versions, plans, capabilities, limits].flatMap((record) =>
    Object.entries(record as Readonly<Record<string, { name: string }>>).flatMap(([key, { name }]) => [key, name]),
  );
  return new Set([...named, ...Object.keys(states)]);
}
