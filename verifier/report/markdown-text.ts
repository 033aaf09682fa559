/** Words from anywhere go in; the same words as Markdown come out, in which they are neither markup, a formula nor a line of their own. */
import { oneLine } from './terminal-text.ts';

/** Between dollar signs GitHub reads formulas, and prices have many. */
export function markdownText(words: string): string {
  return oneLine(words)
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_[\]<>|~#]/g, (character) => `\\${character}`)
    .replace(/\$/g, '&#36;');
}

/** As code, whatever backticks it holds. */
export function markdownCode(words: string): string {
  const line = oneLine(words);
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || line === '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
