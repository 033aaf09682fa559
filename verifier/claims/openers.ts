/** A finder of names goes in; whether anything that is looked for may begin with a token comes out. */
import type { NameFinder } from './names.ts';
import { beginsNumber, isNumberWord } from './numbers.ts';
import { beginsPhrase } from './phrases.ts';
import { beginsEvery } from './plan-items.ts';
import type { Token } from './tokens.ts';

export type Opens = (token: Token) => boolean;

/** Words that are kept; most of every text are few. */
const MOST_KNOWN = 50_000;

/** Most words of a text begin nothing; each is looked up once instead of in every list. */
export function openersOf(find: NameFinder): Opens {
  const known = new Map<string, boolean>();
  return ({ folded, raw }) => {
    if (beginsNumber(raw)) return true;
    const before = known.get(folded);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const may = beginsPhrase(folded) || beginsEvery(folded) || isNumberWord(folded) || find.begins(folded);
    known.set(folded, may);
    return may;
  };
}
