/** Documents go in; a matrix of level `copy` from what they say, as text, and where they contradict each other come out. */

import { type Contradiction, contradictionsIn } from '../../matrix/draft/contradictions.ts';
import type { Draft } from '../../matrix/draft/types.ts';
import { writeDraft } from '../../matrix/draft/write-draft.ts';
import { readBack } from '../../matrix/import/read-back.ts';
import type { Problem } from '../../matrix/problem.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';
import { readClaims } from '../../verifier/claims/read-claims.ts';
import type { Document } from '../../verifier/draft/document.ts';
import { draftCells } from '../../verifier/draft/draft-cells.ts';
import { findDraft } from '../../verifier/draft/find-draft.ts';

export interface Drafted {
  draft: Draft;
  text: string;
  problems: Problem[];
  contradictions: Contradiction[];
}

/** First the names, then, with the vocabulary that they make, the values. Nothing where the documents name no plan. */
export function draftMatrix(
  documents: readonly Document[],
  path: string,
  head: readonly string[],
): Drafted | undefined {
  const { found, sure } = findDraft(documents);
  if (!found.plans.length) return undefined;
  const words = vocabulary(compiled(writeDraft({ found, bases: [], cells: [] }, []), path));
  const said = sure.flatMap(({ blocks }) => readClaims(blocks, { surface: 'draft', vocabulary: words }));
  const draft: Draft = { found, ...draftCells(said, words) };
  const text = writeDraft(draft, head);
  compiled(text, path);
  return { draft, text, problems: readBack(text, path).problems, contradictions: contradictionsIn(draft) };
}

function compiled(text: string, path: string) {
  const { matrix, problems } = readBack(text, path);
  if (!matrix) throw new Error(`the draft cannot be read: ${problems[0]?.found}`);
  return matrix;
}
