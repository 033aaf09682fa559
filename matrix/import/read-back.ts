/** An imported matrix as text goes in; what our own reader and rules say of it comes out. */
import { checkMatrix } from '../check/check.ts';
import { compileMatrix } from '../compile/compile.ts';
import type { Problem } from '../problem.ts';
import { readMatrix } from '../read/read.ts';
import type { Matrix } from '../types.ts';

/** `matrix` is absent when the text cannot be read, which is a fault of the import. */
export function readBack(text: string, path: string): { matrix?: Matrix; problems: Problem[] } {
  const { raw, source, problems } = readMatrix(text, path);
  if (!raw) return { problems };
  const matrix = compileMatrix(raw, source);
  return { matrix, problems: checkMatrix({ raw, source, matrix }) };
}
