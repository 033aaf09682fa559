/** A sentence goes in; the keys that it says a plan has, or that are available on a plan, come out. */
import { itemsOf, type Reading } from '../claims/items.ts';
import { sentencesOf } from '../claims/sentences.ts';
import { sliceText, type Text } from '../claims/text.ts';
import { pointKeys } from './keys-in-points.ts';
import type { KeyClue } from './keys-in-tables.ts';

/** "Custom domains are available on", "SSO is included with". */
const AVAILABLE =
  /^(.{3,60}?)\s+(?:is|are)\s+(?:only |also |not |now )*(?:available|included|offered|supported|part|reserved)\b/i;
const REQUIRES = /^(.{3,60}?)\s+(?:requires?|needs?)\s+/i;
/** "Pro includes …", "Relay adds …". */
const HAS =
  /^\s*(?:plans?|tiers?|editions?)?\s*(?:also |only )*(?:includes?|adds?|has|have|comes? with|offers?|unlocks?|allows?|brings?)\s+(.+)$/isu;
/** "Relay — Community plus remote access, …", "Pro: …". */
const LABEL = /^\s*(?:plans?|tiers?|editions?)?\s*(?:\([^()]*\)\s*)?(?:[–—:]|\s-)\s+(.+)$/isu;
const BASE = /^(?:everything in )?(?:the )?[\p{L}+ ]{2,30}?,? (?:plus|and)\b[:,]?\s*/iu;

export function proseKeys(reading: Reading, text: Text): KeyClue[] {
  return sentencesOf(text.value).flatMap(({ from, to }) => sentenceKeys(reading, sliceText(text, from, to)));
}

function sentenceKeys(reading: Reading, text: Text): KeyClue[] {
  const words = text.value;
  const plans = itemsOf(reading, words, true).filter((item) => item.kind === 'plans');
  const [first] = plans;
  if (first?.kind !== 'plans') return [];
  const subject = AVAILABLE.exec(words)?.[1] ?? REQUIRES.exec(words)?.[1];
  if (subject && first.from >= subject.length)
    return pointKeys(reading, sliceText(text, 0, subject.length)).filter((one) => one.kind === 'capability');
  const after = words.slice(first.to);
  const begins = /^\W*(?:the )?$/i.test(words.slice(0, first.from));
  const list = begins ? (HAS.exec(after)?.[1] ?? LABEL.exec(after)?.[1]) : undefined;
  if (!list) return [];
  const from = words.length - list.length + baseIn(reading, list);
  return pointKeys(reading, sliceText(text, from, words.length), true);
}

/** "Community plus" and "Everything in Relay, plus" say what the rest is added to. */
function baseIn(reading: Reading, list: string): number {
  const lead = BASE.exec(list)?.[0];
  return lead && itemsOf(reading, lead).some((item) => item.kind === 'base' || item.kind === 'plans') ? lead.length : 0;
}
