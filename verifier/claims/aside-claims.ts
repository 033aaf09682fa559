/** A sentence that promises nothing goes in; what it says aside of a thing's plans, which holds all the same, comes out. */
import type { Claim } from './claim.ts';
import { type Item, itemsOf, type Reading } from './items.ts';

/** "If you use the audit log, which requires Pro, …": only these words are a statement. */
const ASIDE =
  /^(?:\)?, |\)? ?\()which (requires?|(?:is|are) (?:only )?(?:available|included) (?:in|on|with|from))\b[^,;.()]{1,80}/;
const PAST = /\b(?:was|were|had|will)\b/;

/** `read` is the grammar of a whole sentence; places are those of `words`. */
export function asideClaims(reading: Reading, words: string, read: (words: string) => Claim[]): Claim[] {
  if (!words.includes('which ') || PAST.test(words)) return [];
  return itemsOf(reading, words).flatMap((item) => {
    const aside = isCapability(item) ? ASIDE.exec(words.slice(item.to, item.to + 140)) : null;
    if (!aside) return [];
    const verb = aside[0].indexOf(aside[1]!);
    const sentence = words.slice(item.from, item.to) + ' '.repeat(verb) + aside[0].slice(verb);
    return read(sentence).map((claim) => ({ ...claim, from: claim.from + item.from, to: claim.to + item.from }));
  });
}

function isCapability(item: Item): boolean {
  return item.kind === 'key' && item.subject.kind === 'capability';
}
