/** Words and where they come from go in; one line of a matrix comes out. */
import { flowText } from '../edit/flow-text.ts';
import { PAGE_HABITS } from '../edit/habits.ts';
import { plainData } from '../edit/plain-data.ts';

export function line(indent: number, words: string, comment = ''): string {
  const said = oneLine(comment);
  return `${' '.repeat(indent)}${words}${said ? ` # ${said}` : ''}`;
}

/** A comment ends with its line, whatever stands in the words of a page. */
export function oneLine(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u2028\u2029]/gu, '?')
    .trim();
}

export function inline(value: unknown): string {
  return flowText(plainData(value), PAGE_HABITS);
}
