/** The text of a file goes in; words taken from it, each with its exact place there, come out. */
import type { FilePlace } from '../../matrix/types.ts';
import { plainText } from '../claims/plain-signs.ts';
import type { Text } from '../claims/text.ts';
import { type Aligned, aligned, type Spelling } from './aligned.ts';

/** Offsets in a file; `to` is behind the last character. */
export interface Range {
  from: number;
  to: number;
}

/** Words, and the range of the file's characters that they stand for. */
export interface Piece extends Range {
  words: string;
  /** The range says so in other characters, such as `true` for "Yes": each word stands in all of it. */
  told?: boolean;
  /** Set above the line. */
  raised?: boolean;
}

export class SourceText {
  readonly #lines: number[] = [0];

  /** `path` is the file's name as shown; `spelling` how its format writes characters that do not stand for themselves. */
  constructor(
    readonly source: string,
    readonly path: string,
    readonly spelling: Spelling,
  ) {
    for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) this.#lines.push(i + 1);
  }

  /** Pieces one after another, with no sign that nobody sees. */
  joined(pieces: readonly Piece[]): Text {
    const starts: number[] = [];
    let value = '';
    for (const { words } of pieces) {
      starts.push(value.length);
      value += words;
    }
    const known: (Aligned | undefined)[] = [];
    const offset = (at: number, side: 'starts' | 'ends') => {
      const n = lastUpTo(starts, at);
      const piece = pieces[n];
      if (!piece) return 0;
      if (piece.told) return side === 'starts' ? piece.from : piece.to;
      const written = this.source.slice(piece.from, piece.to);
      if (written.length === piece.words.length && written === piece.words)
        return piece.from + at - starts[n]! + (side === 'ends' ? 1 : 0);
      known[n] ??= aligned(written, piece.words, this.spelling);
      return piece.from + known[n]![side][at - starts[n]!]!;
    };
    return plainText({
      value,
      place: (from, to) => this.place(offset(from, 'starts'), offset(Math.max(from, to - 1), 'ends')),
    });
  }

  /** The same with white space folded, as a page shows it. */
  folded(pieces: readonly Piece[]): Text {
    return foldedText(this.joined(pieces));
  }

  /** Words that stand in the file as they are. */
  literal(value: string, at: number): Text {
    return plainText({ value, place: (from, to) => this.place(at + from, at + to) });
  }

  /** Offsets in the file. */
  place(from: number, to: number): FilePlace {
    const line = lastUpTo(this.#lines, from);
    return {
      kind: 'file',
      path: this.path,
      line: line + 1,
      column: from - this.#lines[line]! + 1,
      length: Math.max(1, to - from),
    };
  }
}

/** A text with white space folded and trimmed, whose places are those of the words before. */
function foldedText(raw: Text): Text {
  let kept: number[] | undefined;
  return {
    value: raw.value.replace(/\s+/g, ' ').trim(),
    place: (from, to) => {
      kept ??= keptBy(raw.value);
      const last = kept.length - 1;
      if (last < 0) return raw.place(0, 0);
      return raw.place(kept[Math.min(from, last)]!, kept[Math.min(Math.max(from, to - 1), last)]! + 1);
    },
  };
}

/** Offsets of the characters that folding keeps. */
function keptBy(value: string): number[] {
  const kept: number[] = [];
  for (const { index, 0: run } of value.matchAll(/\s+|\S+/g)) {
    if (run.trim()) for (let n = 0; n < run.length; n++) kept.push(index + n);
    else if (kept.length) kept.push(index);
  }
  return kept;
}

/** The last of some sorted numbers that is not above one. */
function lastUpTo(sorted: readonly number[], one: number): number {
  let low = 0;
  for (let high = sorted.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= one) low = middle;
    else high = middle;
  }
  return low;
}
