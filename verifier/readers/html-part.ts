/** HTML that stands in a text of another format goes in; its blocks, with exact places in the file, come out. */
import { hasChildren } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { Block } from '../claims/text.ts';
import { shownBlocks } from './html.ts';
import { placesInFile } from './html-places.ts';
import type { Range, SourceText } from './source-text.ts';

/** `within`: the containers that the part stands in. */
export function htmlPart(file: SourceText, { from, to }: Range, within: readonly number[]): Block[] {
  const document = parseDocument(file.source.slice(from, to), { withStartIndices: true, withEndIndices: true });
  const open = [...document.children];
  for (let node = open.pop(); node; node = open.pop()) {
    node.startIndex = (node.startIndex ?? 0) + from;
    node.endIndex = (node.endIndex ?? 0) + from;
    if (hasChildren(node)) for (const child of node.children) open.push(child);
  }
  return shownBlocks(document, placesInFile(file)).map((block) => ({
    ...block,
    within: [...within, ...block.within.map((one) => -from - 1 - one)],
  }));
}
