/** The text of a reStructuredText file goes in; its blocks, with exact places, and the parts that no reader knows, come out. */
import { type Beside, Includes } from './includes.ts';
import { linesOf } from './lines/line.ts';
import type { ReadText } from './read-blocks.ts';
import { RstBlocks } from './rst/blocks.ts';
import { SourceText } from './source-text.ts';

/** A backslash stands before a character that would mean something else. */
const ESCAPES = /\\./suy;

export function readRst(source: string, path: string, beside?: Beside): ReadText {
  const reader = new RstBlocks(new SourceText(source, path, ESCAPES), Includes.of(path, beside));
  reader.read(linesOf(source));
  return { blocks: reader.blocks, unread: reader.unread };
}
