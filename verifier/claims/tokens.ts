/** Words go in; tokens with their positions come out, folded so that spelling variants meet. */

export interface Token {
  /** Lower case, singular, without accents on quotes. */
  folded: string;
  raw: string;
  from: number;
  to: number;
}

/** An id set as code is one token, between its backticks. */
const WORD = /`[^`\n]{1,60}`|\p{L}[\p{L}\p{N}'’]*\+?|\p{N}+(?:[.,]\p{N}+)*(?:[kKM](?![\p{L}]))?/gu;

export function tokensOf(words: string): Token[] {
  return Array.from(words.matchAll(WORD), (match) => ({
    folded: fold(match[0]),
    raw: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function fold(word: string): string {
  if (word.startsWith('`')) return word;
  if (word.endsWith('+')) return `${fold(word.slice(0, -1))}+`;
  const lower = word.toLowerCase().replaceAll('’', "'").replace(/'s?$/, '');
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}
