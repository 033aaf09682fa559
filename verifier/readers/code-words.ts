/** Words set as code go in; what a reader of copy takes from them, in as many characters, comes out. */

/** `Relay` set as code is still a name that people read. */
const NAME = /^\p{Lu}[\p{L}+]*(?: [\p{L}+]+){0,3}$/u;
/** `14d`, `1,000`, `Y*`. */
const QUANTITY = /^(?:\d[\d.,]* ?(?:[A-Za-z%]{1,7}|[A-Z]{1,3}\/\w{1,6})?|[YN✓✗✔✘–-][*†‡]?)$/u;
/** `audit_log`: a key where the vocabulary has it, and nothing else. Its backticks stay, so that no word is taken for it. */
const ID = /^[a-z][a-z0-9]*(?:[_.:-][a-z0-9]+)*$/i;

/** Commands, paths and settings are no copy: blanks stand for them. */
export function codeWords(code: string): string {
  if (NAME.test(code) || QUANTITY.test(code)) return code;
  return ID.test(code) && code.length <= 60 ? `\`${code}\`` : ' '.repeat(code.length);
}
