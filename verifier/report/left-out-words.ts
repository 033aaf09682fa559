/** What was not asked goes in; sentences about it come out. */
import type { Coverage, Exclusion, OneWay, Report, Selection } from '../types.ts';
import { countWords, numberWords } from './count-words.ts';

const KEEPS: Record<Selection['keeps'], string> = {
  pairs: 'Every pair of contract, state, key and gate still occurs',
  each: 'Every contract, state, key and gate still occurs',
};

/** Nothing where every question was put that could be. */
export function selectionWords({
  surface,
  asked,
  selection,
}: Pick<Coverage, 'surface' | 'asked' | 'selection'>): string | undefined {
  if (!selection) return undefined;
  const { left_out, keeps } = selection;
  return `${surface}: ${numberWords(asked)} of ${numberWords(asked + left_out)} questions were selected. ${KEEPS[keeps]}; ${numberWords(left_out)} were left out.`;
}

/** `sso on plans for MSPs (4 facts)`; without a number where nobody counted. */
export function excludedWhat({ what, count }: Exclusion): string {
  return count ? `${what} (${countWords(count, 'fact')})` : what;
}

/** `docs: sso on plans for MSPs (4 facts). Told in another handbook. — docs team`. */
export function exclusionWords(one: Exclusion): string {
  return `${one.surface}: ${excludedWhat(one)}. ${one.reason} — ${one.owner}`;
}

/** Everything that was not asked, one sentence each, for logs. */
export function leftOutWords({ coverage, one_way = [], excluded }: Report): string[] {
  return [
    ...coverage.flatMap((one) => selectionWords(one) ?? []),
    ...one_way.map(oneWayWords),
    ...excluded.map((one) => `Left out on purpose: ${exclusionWords(one)}`),
  ];
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
