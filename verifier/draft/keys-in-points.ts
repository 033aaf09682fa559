/** A point of a plan's list goes in; the limit or the capabilities that it names come out. */
import { itemsOf, type Reading } from '../claims/items.ts';
import { moneyIn } from '../claims/money.ts';
import { TIME_WORDS } from '../claims/phrases.ts';
import { sliceText, type Text } from '../claims/text.ts';
import { numberIn } from './cell-kind.ts';
import { pointName } from './key-name.ts';
import type { KeyClue } from './keys-in-tables.ts';

const LEAD = /^(?:also |and |plus |includes? |adds? |with )+/i;
const MOST_WORDS_OF_TWO = 4;

/** `many`: the words are known to be a list, as after "includes". */
export function pointKeys(reading: Reading, text: Text, many = false): KeyClue[] {
  const parts = partsOf(text, many);
  return parts.flatMap((part) => {
    const lead = LEAD.exec(part.value)?.[0].length ?? 0;
    return partKeys(reading, sliceText(part, lead, part.value.length), parts.length > 1 || many);
  });
}

/** "RBAC, audit logging, and reporting": each by itself. A sentence with a comma in it stays one. */
function partsOf(text: Text, many: boolean): Text[] {
  const cuts = cutsOf(text.value.replace(/[.;]\s*$/, ''));
  if (cuts.length < 2) return [text];
  const parts = cuts.map(([from, to]) => sliceText(text, from, to));
  const short = parts.every((part) => part.value.trim().split(/\s+/).length <= MOST_WORDS_OF_TWO);
  return many || short ? parts : [text];
}

/** Ranges between commas and "and", outside brackets. */
function cutsOf(words: string): [from: number, to: number][] {
  const cuts: [number, number][] = [];
  let from = 0;
  for (const match of words.matchAll(/\([^()]*\)|(,\s*(?:and\s+|or\s+|plus\s+)?|\s+and\s+|\s+plus\s+|;\s*)/gi)) {
    if (match[1] === undefined) continue;
    cuts.push([from, match.index]);
    from = match.index + match[0].length;
  }
  cuts.push([from, words.length]);
  return cuts.filter(([start, end]) => words.slice(start, end).trim());
}

/** `among`: of several, where one everyday word such as "mobile" or "push" is no name by itself. */
function partKeys(reading: Reading, text: Text, among: boolean): KeyClue[] {
  const words = text.value.trim().replace(/[.;,:]$/, '');
  if (!words || moneyIn(words).length) return [];
  const from = text.value.indexOf(words);
  const at = text.place(from, from + words.length);
  const number = numberIn(words);
  if (number) {
    const { unit, per, of } = number;
    // "14 days" alone does not say of what.
    if (!of && !per && TIME_WORDS[unit]) return [];
    const name = pointName(of ?? (per ? `${unit} per ${per}` : unit));
    return name && unit ? [{ kind: 'limit', name, unit, ...(per && { per }), at, trusted: false }] : [];
  }
  const endless = /^(?:unlimited|no limit on(?: the)?|uncapped)\s+(\p{L}[\p{L} ]{2,30}s)$/iu.exec(words)?.[1];
  if (endless) return named(endless, at, { kind: 'limit', unit: endless.toLowerCase() });
  if (
    itemsOf(reading, words).some((item) => item.kind === 'plans' || item.kind === 'base' || item.kind === 'other_name')
  )
    return [];
  const [found] = named(words, at, { kind: 'capability' });
  if (!found) return [];
  return [{ ...found, ...(among && !/[\s/-]|\p{Lu}{2}/u.test(words) && { vague: true as const }) }];
}

function named(words: string, at: KeyClue['at'], rest: Pick<KeyClue, 'kind' | 'unit'>): KeyClue[] {
  const name = pointName(words);
  return name ? [{ name, at, trusted: false, ...rest }] : [];
}
