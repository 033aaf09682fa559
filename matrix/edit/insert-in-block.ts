/** The lines of a new entry go in; where they are inserted into the text, between the entries of a block, comes out. */
import type { CST } from 'yaml';
import { contentItems, itemEnd, itemStart } from './extent.ts';
import { breakAt, isBlank, lineEnd, type Splice } from './lines.ts';

export interface Gap {
  block: CST.BlockMap | CST.BlockSequence;
  /** The item to follow; the last one when left out. */
  after?: CST.CollectionItem;
  /** The indent of the block around this one; what stands further in, below the last entry, belongs to this block. */
  outer: number;
}

/** After the entry, its comment and the comments below that belong to it; with a blank line where its like have one. */
export function insertInBlock(text: string, lines: readonly string[], { block, after, outer }: Gap): Splice {
  const items = contentItems(block);
  const last = items.at(-1)!;
  const entry = after ?? last;
  const margin = entry === last ? outer + 1 : block.indent + 1;
  const offset = pastComments(text, lineEnd(text, itemEnd(entry)), Math.max(1, margin));
  const broken = breakAt(text, offset);
  const blank = standApart(text, items, lines.length > 1) ? broken : '';
  return { from: offset, to: offset, text: blank + lines.map((line) => broken + line).join('') };
}

/** The end of the last of the comments that follow, each on a line of its own and indented by `margin` or more. */
function pastComments(text: string, offset: number, margin: number): number {
  const comments = new RegExp(`^(?:\\r?\\n[ \\t]*)*?\\r?\\n {${margin},}#[^\\r\\n]*`);
  const found = comments.exec(text.slice(offset));
  return found ? pastComments(text, offset + found[0].length, margin) : offset;
}

/** Whether most entries that are as long, or as short, have a blank line before them. */
function standApart(text: string, items: readonly CST.CollectionItem[], long: boolean): boolean {
  const gaps = items.flatMap((item, index) => {
    const like = text.slice(itemStart(item), itemEnd(item)).includes('\n') === long;
    return index && like ? [text.slice(itemEnd(items[index - 1]!), itemStart(item))] : [];
  });
  const apart = gaps.filter((gap) => gap.split('\n').slice(1, -1).some(isBlank));
  return apart.length * 2 > gaps.length;
}
