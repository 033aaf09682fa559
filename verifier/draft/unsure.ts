/** Blocks go in; the same blocks, with sentences that say nothing certain of a plan on sale today blanked, come out. */
import { sentencesOf } from '../claims/sentences.ts';
import type { Block, Text } from '../claims/text.ts';
import { isUsual } from './plan-name.ts';

/** What was sold before, and to whom it still applies: a draft states what is on sale. */
const PAST =
  /\b(?:legacy|grandfathered|formerly|former|retired|no longer|migrat\w+|compatibility|existing|dormant|deprecated)\b/i;
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

const NEXT = /^ (\p{Lu}\p{Ll}+)(?!\p{L})/u;

/** "Cloud Enterprise" where the plan is called Cloud: something else that nothing here lists. */
function namesLonger(plans: readonly string[]): (words: string) => boolean {
  const known = new Set(plans);
  return (words) =>
    plans.some((name) =>
      placesOf(words, name).some((end) => {
        const next = NEXT.exec(words.slice(end, end + 30))?.[1];
        return next !== undefined && isUsual(next) && !known.has(next) && !known.has(`${name} ${next}`);
      }),
    );
}

/** Where each whole occurrence of a name ends. */
function placesOf(words: string, name: string): number[] {
  const ends: number[] = [];
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length))
    if (!/[\p{L}\p{N}]/u.test(words[at - 1] ?? '')) ends.push(at + name.length);
  return ends;
}
