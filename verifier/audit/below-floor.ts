/** How much of a surface was looked at goes in; why that is too little, in words, or nothing, comes out. */
import { numberWords } from '../report/count-words.ts';
import type { Coverage } from '../types.ts';

/**
 * A fact that was looked for and is not there was looked at: it is a finding, and no gap. Without a floor of its own, a
 * surface has to answer all that it is asked: what is excluded has a reason and an owner, and they decided. With one,
 * what is excluded counts as not answered, and a floor over no question at all holds nothing. For what a selection left
 * out, others were asked.
 */
export function belowFloor(coverage: Coverage): string | undefined {
  const { surface, asked, read, absent, floor, selection } = coverage;
  const possible = (coverage.possible ?? asked) - (selection?.left_out ?? 0);
  const answered = read + absent;
  if (floor === undefined)
    return answered < asked ? `${surface}: ${share(answered, asked)} of what was asked was answered` : undefined;
  if (possible === 0) return `${surface}: its floor of ${floor} % is over no question at all`;
  return answered * 100 < floor * possible
    ? `${surface}: ${share(answered, possible)} of what was asked or excluded was answered, and its floor is ${floor} %`
    : undefined;
}

/** Rounded down, so that no share looks as if it reached a floor that it is below. */
function share(part: number, whole: number): string {
  const percent = Math.floor((part / whole) * 1000) / 10;
  return `${numberWords(part)} of ${numberWords(whole)} (${percent} %)`;
}

/** `95%` as a number of percent. */
export function floorPercent(words: string): number {
  return Number(words.replace(/%$/, ''));
}
