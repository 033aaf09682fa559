/** What was not asked, though nobody excluded it, goes in; sentences about it come out. */
import type { Coverage, OneWay } from '../types.ts';
import { numberWords } from './count-words.ts';

/** Nothing where every question was put that could be. */
export function selectionWords({
  surface,
  asked,
  unselected,
}: Pick<Coverage, 'surface' | 'asked' | 'unselected'>): string | undefined {
  if (!unselected) return undefined;
  const of = numberWords(asked + unselected);
  return `${surface}: ${numberWords(asked)} of ${of} questions were selected. Every pair of contract, state, key and gate still occurs; ${numberWords(unselected)} were left out.`;
}

const ASKED: Record<OneWay['asked'], string> = {
  may: 'only by holders who may, so a gate that lets everybody through looks the same',
  may_not: 'only by holders who may not, so a gate that is always shut looks the same',
  neither: 'by nobody of whom the matrix says whether they may',
};
const BECAUSE: Record<OneWay['because'], string> = {
  matrix: 'the matrix has no other holder',
  left_out: 'others were left out',
};

/** `api: GET /v2/uploads (file_uploads) was asked only by …; the matrix has no other holder.` */
export function oneWayWords({ surface, key, gate, asked, because }: OneWay): string {
  return `${surface}: ${gate} (${key}) was asked ${ASKED[asked]}; ${BECAUSE[because]}.`;
}
