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
/** The same where there are no other letters, which takes half the time. */
const PLAIN_WORD = /`[^`\n]{1,60}`|[A-Za-z][A-Za-z\d']*\+?|\d+(?:[.,]\d+)*(?:[kKM](?![A-Za-z]))?/g;
const PLAIN = /^[\0-\x7f]*$/;

export function tokensOf(words: string): Token[] {
  const word = PLAIN.test(words) ? PLAIN_WORD : WORD;
  word.lastIndex = 0;
  const tokens: Token[] = [];
  for (let match = word.exec(words); match; match = word.exec(words)) {
    const raw = match[0];
    tokens.push({ folded: fold(raw), raw, from: match.index, to: match.index + raw.length });
  }
  return tokens;
}

/** Lower case, singular, no possessive: one form for spellings that mean one word. */
export function fold(word: string): string {
  if (word.startsWith('`')) return word;
  if (word.endsWith('+')) return `${fold(word.slice(0, -1))}+`;
  const lower = withoutPossessive(word.toLowerCase());
  if (lower.length > 4 && lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return lower.length > 3 && lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower;
}

function withoutPossessive(lower: string): string {
  const plain = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
  if (plain.endsWith("'s")) return plain.slice(0, -2);
  return plain.endsWith("'") ? plain.slice(0, -1) : plain;
}
