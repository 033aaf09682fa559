/** Words from anywhere go in; words as long as GitHub shows them, that make no link, come out. */
import { oneLine } from '../terminal-text.ts';

const LONGEST = 1024;

/** `[words](target)` is a link in the text of a message; a space between them makes it none. */
export function text(words: string, longest = LONGEST): string {
  const shown = oneLine(words).replaceAll('](', '] (');
  return shown.length > longest ? `${shown.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : shown;
}
