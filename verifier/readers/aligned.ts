/** Words and the way they are written go in; where each character of the words is written comes out. */

export interface Aligned {
  /** Offset in what is written at which character `n` of the words begins, and the one at which it ends. */
  starts: Uint32Array;
  ends: Uint32Array;
}

/** How one format spells characters; sticky. */
export type Spelling = RegExp;

/** Stands for a value that only a program knows. No letter, so no word; claims over it are not made. */
export const HOLE = '\uFFFC';

const ENTITY = String.raw`&(?:#[xX][0-9a-fA-F]{1,8}|#\d{1,8}|[A-Za-z]\w{0,40});?`;
export const MARKDOWN: Spelling = new RegExp(String.raw`${ENTITY}|\\[!-/:-@[-\x60{-~]`, 'y');
/** Strings escape, and text between tags has entities: HTML, JSX, JSON and programs. */
export const SCRIPT: Spelling = new RegExp(
  String.raw`${ENTITY}|\\(?:u\{[0-9a-fA-F]{1,8}\}|u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|x[0-9a-fA-F]{2}|\r?\n|.)`,
  'suy',
);

const BLANK = /[\s>]/;

/** In one walk over both. Where they cannot be brought together, the rest stands at the end of what is written. */
export function aligned(written: string, words: string, spelling: Spelling): Aligned {
  const starts = new Uint32Array(words.length + 1);
  const ends = new Uint32Array(words.length + 1);
  let at = 0;
  let n = 0;
  const take = (characters: number, length: number) => {
    for (const last = n + characters; n < last; n++) [starts[n], ends[n]] = [at, at + length];
    at += length;
  };
  while (n < words.length) {
    spelling.lastIndex = at;
    const unit = /[&\\]/.test(written[at] ?? '') ? spelling.exec(written)?.[0] : undefined;
    if (at >= written.length) take(1, 0);
    else if (unit && !words.startsWith(unit, n)) take(words.codePointAt(n)! > 0xffff ? 2 : 1, unit.length);
    else if (same(written[at]!, words[n]!) || (BLANK.test(written[at]!) && /\s/.test(words[n]!))) take(1, 1);
    else if (/\s/.test(words[n]!) && !BLANK.test(written[at]!)) take(1, 0);
    else at += 1;
  }
  starts[n] = ends[n] = at;
  return { starts, ends };
}

/** An id such as `pro` is said as "Pro". */
function same(written: string, word: string): boolean {
  return written === word || word === HOLE || written.toLowerCase() === word.toLowerCase();
}
