/** A text and edits of ranges in it go in; the text with all of them, and every other character as it was, comes out. */

export interface Edit {
  /** Offsets in the text as it was; `to` is behind the last character. */
  from: number;
  to: number;
  words: string;
}

/** Edits that overlap one that was taken before are left out. */
export function edited(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, words } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) continue;
    out += text.slice(at, from) + words;
    at = to;
  }
  return out + text.slice(at);
}
