/** Texts of documents by name go in; the matrix that is drafted from them comes out, as text and compiled. */
import { readBack } from '../../../matrix/import/read-back.ts';
import type { Matrix } from '../../../matrix/types.ts';
import { type Drafted, draftMatrix } from '../../../scripts/draft/draft-matrix.ts';
import type { Document } from '../../../verifier/draft/document.ts';
import { readText } from '../../../verifier/draft/read-text.ts';

export async function drafted(texts: Readonly<Record<string, string>>): Promise<Drafted & { matrix: Matrix }> {
  const found = await draftedIf(texts);
  if (!found) throw new Error('no plan was found');
  return found;
}

/** Nothing where no document names a plan. */
export async function draftedIf(
  texts: Readonly<Record<string, string>>,
): Promise<(Drafted & { matrix: Matrix }) | undefined> {
  const documents: Document[] = [];
  for (const [path, text] of Object.entries(texts)) {
    const read = await readText(path, text);
    if ('reason' in read) throw new Error(`${path} ${read.reason}`);
    documents.push(read.document);
  }
  const done = draftMatrix(documents, 'draft.yaml', ['Drafted.']);
  const matrix = done && readBack(done.text, 'draft.yaml').matrix;
  return done && matrix && { ...done, matrix };
}

/** What a plan is drafted to have, by keys: `sso included`, `seats 5`. Unknown cells are left out. */
export function cellsOf(matrix: Matrix, plan: string): string[] {
  const version = matrix.versions[matrix.plans[plan]!.version]!;
  const cells = Object.entries({ ...version.capabilities, ...version.limits });
  return cells.flatMap(([key, { value }]) => {
    if (value.kind === 'unknown') return [];
    return [`${key} ${value.kind === 'amount' ? value.n : value.kind}`];
  });
}
