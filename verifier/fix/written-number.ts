/** A number as somebody wrote it and another number go in; the other, written in the same way, comes out. */

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Digits with the same grouping, `10k` while it divides, words up to a hundred with the same capital. */
export function writtenNumber(raw: string, n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) return String(n);
  if (/^\p{L}/u.test(raw)) return capitalLike(raw, inWords(n));
  const thousands = /[kK]$/.exec(raw)?.[0];
  if (thousands && n > 0 && n % 1000 === 0) return `${n / 1000}${thousands}`;
  // Digits grouped by blanks are read as one number only in part of the cases.
  const mark = /\d([,.])\d{3}(?!\d)/.exec(raw)?.[1];
  return grouped(n, mark ?? (/^\d{4,}$/.test(raw) || n < 10_000 ? '' : ','));
}

export function grouped(n: number, mark: string): string {
  return mark ? String(n).replace(/\B(?=(?:\d{3})+$)/g, mark) : String(n);
}

function inWords(n: number): string {
  if (n < 20) return SMALL[n]!;
  if (n >= 100) return grouped(n, n < 10_000 ? '' : ',');
  const rest = n % 10 ? `-${SMALL[n % 10]}` : '';
  return `${TENS[Math.floor(n / 10)]}${rest}`;
}

function capitalLike(raw: string, words: string): string {
  return /^\p{Lu}/u.test(raw) ? words[0]!.toUpperCase() + words.slice(1) : words;
}
