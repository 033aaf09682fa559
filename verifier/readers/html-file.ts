/** The text of an HTML file goes in; its blocks, with lines and columns as places, come out. */
import { SCRIPT } from './aligned.ts';
import { NO_DATA, textOfPage } from './html.ts';
import { pageFacts } from './html-facts.ts';
import { parsePage } from './html-flattened.ts';
import { placesInFile } from './html-places.ts';
import type { ReadText } from './read-blocks.ts';
import { SourceText } from './source-text.ts';

/** Reads what a page's file says before any script runs; parsed as HTML defines it, so nothing is an error. */
export function readHtmlFile(source: string, path: string): ReadText {
  const document = parsePage(source, { withStartIndices: true, withEndIndices: true });
  const file = new SourceText(source, path, SCRIPT);
  const { blocks, unread } = textOfPage(document, placesInFile(file));
  const told = unread.map(({ startIndex, endIndex }) => ({
    reason: NO_DATA,
    at: file.place(startIndex ?? 0, (endIndex ?? 0) + 1),
  }));
  const { language } = pageFacts(document);
  return { blocks, unread: told, ...(language && { language }) };
}
