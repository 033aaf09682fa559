/** Blocks go in; the same blocks, with sentences that say nothing certain of a plan on sale today blanked, come out. */
import { sentencesOf } from '../claims/sentences.ts';
import type { Block, Text } from '../claims/text.ts';
import { isUsual } from './plan-name.ts';

/** What was sold before, and to whom it still applies: a draft states what is on sale. */
const PAST = /\b(?:legacy|grandfathered|formerly|former|retired|no longer|migrat\w+|compatibility|existing|dormant|deprecated)\b/i;
/** "Included without a volume gate" takes nothing away. */
const WITHOUT = /\b(?:included|available)\b[^.;]*\bwithout\b/i;

/** A reader of claims errs towards reporting; what becomes a promise errs the other way. Places stay as they are. */
export function withoutUnsure(blocks: readonly Block[], plans: readonly string[]): Block[] {
  const isLonger = namesLonger(plans);
  const isUnsure = (words: string) => PAST.test(words) || WITHOUT.test(words) || isLonger(words);
  return blocks.map((block) =>
    block.kind === 'paragraph' || block.kind === 'item' ? { ...block, text: blanked(block.text, isUnsure) } : block,
  );
}

function blanked(text: Text, isUnsure: (words: string) => boolean): Text {
  let { value } = text;
  for (const { from, to } of sentencesOf(text.value))
    if (isUnsure(text.value.slice(from, to))) value = value.slice(0, from) + ' '.repeat(to - from) + value.slice(to);
  return value === text.value ? text : { value, place: text.place };
}

/** "Cloud Enterprise" where the plan is called Cloud: something else that nothing here lists. */
function namesLonger(plans: readonly string[]): (words: string) => boolean {
  const names = plans.map((name) => name.replace(/[^\p{L}\p{N} ]/gu, '\\$&')).join('|');
  const found = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names}) (\p{Lu}\p{Ll}+)(?!\p{L})`, 'gu');
  return (words) =>
    Array.from(words.matchAll(found)).some(([whole, next]) => isUsual(next!) && !plans.includes(next!) && !plans.includes(whole));
}
