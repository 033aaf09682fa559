/** There and back: the example's docs, drafted, give the matrix again that they were written and printed from. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { offeredPlans } from '../../../matrix/public.ts';
import type { Matrix, Value } from '../../../matrix/types.ts';
import { measureDraft, type Stated } from '../../../scripts/bench/draft/measure-draft.ts';
import { matrixOf, PULSE } from '../../matrix/matrix-of.ts';
import { drafted } from './drafted.ts';

const DOCS = join(import.meta.dirname, '../../../site/content/docs/docs');

function cellsOf(matrix: Matrix): Stated[] {
  const shown = (value: Value) => (value.kind === 'amount' ? value.n : value.kind);
  return offeredPlans(matrix).flatMap((plan) => {
    const { capabilities, limits } = matrix.versions[plan.version]!;
    return Object.entries({ ...capabilities, ...limits }).flatMap(([key, { value }]) => {
      const { name, also, audience } = (matrix.capabilities[key] ?? matrix.limits[key])!;
      if (audience !== 'public' || value.kind === 'unknown') return [];
      return [{ at: '', plan: plan.name, key: [name, ...also], is: shown(value) }];
    });
  });
}

it('every cell is filled, and none is wrong', async () => {
  const files = globSync('*.md', { cwd: DOCS }).sort();
  const { matrix, contradictions } = await drafted(
    Object.fromEntries(files.map((file) => [file, readFileSync(join(DOCS, file), 'utf8')])),
  );
  const stated = cellsOf(matrixOf(PULSE).matrix);
  expect(stated.length).toBeGreaterThan(100);
  const { filled, open, wrong } = measureDraft(matrix, stated);
  expect({ open, wrong, filled: filled.length }).toEqual({ open: [], wrong: [], filled: stated.length });
  expect(contradictions).toEqual([]);
});
