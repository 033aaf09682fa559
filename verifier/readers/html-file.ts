/** The text of an HTML file goes in; its blocks, with lines and columns as places, come out. */
import { parseDocument } from 'htmlparser2';
import type { Block } from '../claims/text.ts';
import { MARKUP } from './aligned.ts';
import { blocksOfDocument } from './html.ts';
import { placesInFile } from './html-places.ts';
import { SourceText } from './source-text.ts';

/** Reads what a page's file says before any script runs; parsed as HTML defines it, so nothing is an error. */
export function readHtmlFile(source: string, path: string): Block[] {
  const document = parseDocument(source, { withStartIndices: true, withEndIndices: true });
  return blocksOfDocument(document, placesInFile(new SourceText(source, path, MARKUP)));
}
