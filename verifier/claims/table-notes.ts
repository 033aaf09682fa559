/** Marks in the cells of a table and the notes beside it go in; what a marked tick means comes out. */
import type { Claim } from './claim.ts';
import { itemsOf, type Reading } from './items.ts';
import { type Block, textsOf } from './text.ts';

/** Notes by their mark: "*", "†", "¹", "[^a]". */
export type Notes = ReadonlyMap<string, string>;

const MARK = /\s*(?:\\?([*†‡§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])|(\[\^?\w{1,20}\]))$/u;
const NOTE = /^\s*(?:[YN✓✔✅]\s?)?(?:\\?([*†‡§]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹])|(\[\^?\w{1,20}\]))\s*[:=–—.)-]?\s*(\S.*)$/su;
/** Blocks before and after a table in which its notes may stand. */
const NEAR = 12;

export function withoutMark(value: string): { words: string; mark?: string } {
  const words = value.trim();
  const match = MARK.exec(words);
  if (!match?.index) return { words };
  return { words: words.slice(0, match.index).trim(), mark: match[1] ?? match[2]! };
}

/** Notes in the section of the table at `at`, before it or behind. */
export function notesAround(blocks: readonly Block[], at: number): Notes {
  const notes = new Map<string, string>();
  const take = (block: Block | undefined): boolean => {
    if (!block || block.kind === 'heading') return false;
    if (block.kind !== 'table')
      for (const text of textsOf(block)) {
        const match = text.value.length < 1000 ? NOTE.exec(text.value) : null;
        const mark = match && (match[1] ?? match[2]!);
        if (mark && !notes.has(mark)) notes.set(mark, match[3]!);
      }
    return true;
  };
  for (let i = at + 1; i <= at + NEAR && take(blocks[i]); i++);
  for (let i = at - 1; i >= at - NEAR && take(blocks[i]); i--);
  return notes;
}

type Meant = { is: 'only'; whom: Pick<Claim, 'plans' | 'relation'> } | { is: 'addon' | 'unclear' } | undefined;

/** `undefined`: the note only says more about it. A mark without a note, or a note that narrows it, leaves it unclear. */
export function noteOf(reading: Reading, note: string | undefined): Meant {
  if (note === undefined) return { is: 'unclear' };
  if (
    /\badd-?on|extra (?:cost|charge|fee)|additional (?:cost|charge|fee)|(?:sold|billed|charged) separately/i.test(note)
  )
    return { is: 'addon' };
  const items = itemsOf(reading, note);
  const plans = items.filter((one) => one.kind === 'plans');
  const narrowed = items.some((one) => one.kind === 'word' && (one.class === 'only' || one.class === 'requires'));
  if (plans.length === 1 && (narrowed || plans[0]!.relation))
    return { is: 'only', whom: { plans: { known: plans[0]!.versions }, relation: 'only_from' } };
  const clear =
    !plans.length &&
    !narrowed &&
    !/\b(?:not|no|soon|beta|preview|planned|waitlist|request|except|unless|depends?|if)\b/i.test(note);
  return clear ? undefined : { is: 'unclear' };
}
