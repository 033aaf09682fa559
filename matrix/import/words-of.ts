/** A key such as `auditLogAPI` or `BUSINESS_PLUS` goes in; its words, a name to read and a key of ours come out. */

/** Where one word ends and the next begins without a space between them. */
const BORDERS: readonly RegExp[] = [
  /(?<=[a-z0-9%])(?=[A-Z][a-z])/g,
  /(?<=[a-z])(?=[A-Z])/g,
  // PDFs is one word.
  /(?<=[A-Z])(?=[A-Z][a-z])(?![A-Z]s(?![a-z]))/g,
  /(?<=[a-z]{3})(?=[0-9])/g,
  /(?<=[0-9])(?=[A-Z]{3}|[a-z]{4})/g,
  /(?<=[+%])(?=[A-Za-z])/g,
  /(?<=[a-z]{2})(?=&[A-Za-z]{2})/g,
  /(?<=[a-z] &)(?=[A-Za-z]{2})/g,
];

export function wordsOf(key: string): string[] {
  const split = BORDERS.reduce((text, border) => text.replace(border, ' '), key);
  return split.split(/[\s_]+/).filter(Boolean);
}

/** `auditLogAPI` is `Audit log API`; what is written in capitals throughout is `Business Plus`. */
export function nameOf(key: string): string {
  const words = wordsOf(key);
  if (!/[a-z]/.test(key) && /[A-Z]{2}/.test(key)) return words.map((word) => capital(word.toLowerCase())).join(' ');
  return capital(words.map(inSentence).join(' '));
}

/** Names in capitals, such as SSO, stay. */
function inSentence(word: string): string {
  return /^[A-Z]?[^A-Z]*$/.test(word) ? word.toLowerCase() : word;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Small letters, digits and `_`, beginning with a letter: `24/7support` is `x24_7_support`. */
export function keyOf(words: string): string {
  const plain = wordsOf(words.normalize('NFKD').replace(/\p{M}/gu, ''))
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(plain) ? plain : `x${plain}`;
}
