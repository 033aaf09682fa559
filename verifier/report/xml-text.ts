/** Words from anywhere go in; the same words as text or an attribute's value of XML 1.0 come out. */
import { shownText } from './shown-text.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Halves of characters, and the two code points that are none: XML has no way to write them. */
const UNWRITABLE = /[\p{Cs}\uFFFE\uFFFF]/gu;

/** Controls are shown by their numbers, as in every report. */
export function xmlText(words: string): string {
  return shownText(words)
    .replace(UNWRITABLE, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}
