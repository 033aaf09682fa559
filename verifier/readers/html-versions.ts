/** Words of one block go in, each with who is told it; what is heard, what is seen otherwise, and what may come to be seen, come out. */
import type { Element } from 'domhandler';
import type { Hiding } from '../claims/text.ts';
import { isForEars, isForEyes, isSilent } from './html-elements.ts';
import type { Hides } from './html-hidden.ts';
import type { Piece } from './source-text.ts';

/** Who is told: all, unless it says otherwise. */
type Mark = 'ears' | 'eyes' | Hiding;

export interface MarkedPiece extends Piece {
  mark?: Mark | undefined;
  /** What scripts may write in its place. */
  swap?: Swap | undefined;
}

/** By attribute. */
export type Swap = ReadonlyMap<string, Piece>;

/** Follows who is told what, from element to element. */
export class Marks {
  readonly #open: { element: Element; mark: Mark }[] = [];

  constructor(private readonly hides: Hides) {}

  get now(): Mark | undefined {
    return this.#open.at(-1)?.mark;
  }

  /** False where nobody is told what is inside. */
  enter(element: Element): boolean {
    const hidden = this.hides.of(element);
    if (hidden === 'never' || (!hidden && isSilent(element))) return false;
    const before = this.now;
    const mark = hidden ?? (isForEyes(element) ? 'eyes' : isForEars(element) ? 'ears' : undefined);
    if (mark && (before === undefined || (hidden && before !== 'unsure'))) this.#open.push({ element, mark });
    return true;
  }

  leave(element: Element): void {
    if (this.#open.at(-1)?.element === element) this.#open.pop();
  }
}

export interface Version {
  pieces: readonly Piece[];
  /** How surely a visitor comes to see it, where it is not shown at once. */
  hidden?: Hiding;
  /** The attribute that it stands in. */
  by?: string;
}

/** What is read aloud comes first, without words where nothing is. */
export function versionsOf(pieces: readonly MarkedPiece[]): Version[] {
  // Most blocks of most pages.
  if (!pieces.some(({ mark, swap }) => mark || swap)) return [{ pieces }];
  const heard = { pieces: pieces.filter(({ mark }) => mark === undefined || mark === 'ears') };
  return [heard, ...seenIn(pieces, heard), ...hiddenIn(pieces), ...swappedIn(heard.pieces)];
}

export const SIGN = /[$€£¥₹]/;
/** Digits above each other, of which a style sheet shows one. */
const STACKED = /0\s*1\s*2\s*3\s*4/;

/** A price that is set for the eye beside one for the ear; a step's number or an icon is no other version. */
function seenIn(pieces: readonly MarkedPiece[], heard: Version): Version[] {
  const shown = wordsOf(pieces.filter(({ mark }) => mark === 'eyes'));
  if (!/\p{N}/u.test(shown) || STACKED.test(shown)) return [];
  if (!SIGN.test(shown) && !pieces.some(({ mark, words }) => mark === 'ears' && words.trim())) return [];
  const seen = pieces.filter(({ mark }) => mark === undefined || mark === 'eyes');
  if (folded(seen) === folded(heard.pieces)) return [];
  return [{ pieces: seen, ...(!wordsOf(heard.pieces).trim() && { hidden: 'unsure' as const }) }];
}

function hiddenIn(pieces: readonly MarkedPiece[]): Version[] {
  return (['reached', 'unsure'] as const).flatMap((hidden) => {
    const own = pieces.filter(({ mark }) => mark === hidden);
    return wordsOf(own).trim() ? [{ hidden, pieces: own.flatMap((piece) => [piece, SPACE]) }] : [];
  });
}

function swappedIn(pieces: readonly MarkedPiece[]): Version[] {
  const attributes = new Set(pieces.flatMap(({ swap }) => [...(swap?.keys() ?? [])]));
  return Array.from(attributes, (attribute) => {
    const done = new Set<Swap>();
    const put = pieces.flatMap((piece): Piece[] => {
      const other = piece.swap?.get(attribute);
      if (!piece.swap || !other) return [piece];
      if (done.has(piece.swap)) return [];
      done.add(piece.swap);
      return [other];
    });
    return { pieces: put, hidden: 'unsure', by: attribute };
  });
}

const SPACE: Piece = { words: ' ', from: 0, to: 0 };

function wordsOf(pieces: readonly Piece[]): string {
  return pieces.map(({ words }) => words).join('');
}

function folded(pieces: readonly Piece[]): string {
  return wordsOf(pieces).replace(/\s+/g, ' ').trim();
}
