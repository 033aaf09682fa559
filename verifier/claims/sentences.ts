/** Words go in; the ranges of their sentences come out. A point inside a number or after a short form ends none. */

const END = /[.!?](?=["')\]]*\s+["'(]?[\p{Lu}\p{N}$€£])|\n{2,}/gu;
const SHORT = /\b(?:e\.g|i\.e|etc|vs|approx|min|max|incl)\.$/;

export function sentencesOf(words: string): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  let from = 0;
  for (const match of words.matchAll(END)) {
    const to = match.index + match[0].length;
    if (SHORT.test(words.slice(Math.max(from, to - 8), to))) continue;
    out.push({ from, to });
    from = to;
  }
  if (words.slice(from).trim()) out.push({ from, to: words.length });
  return out;
}
