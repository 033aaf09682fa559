/** A list and the index of an item go in; what to splice so that the item is gone, and every comment stays, comes out. */
import { type CST, isSeq } from 'yaml';
import { closing, commaAfter, contentItems, itemEnd, itemStart, valueStart } from './extent.ts';
import { cut, isBlank, lineEnd, lineStart, type Splice } from './lines.ts';
import type { Spot } from './open-text.ts';

export function dropItem(text: string, list: Spot, index: number): Splice[] | undefined {
  if (!isSeq(list.node)) return undefined;
  const token = list.node.srcToken as CST.BlockSequence | CST.FlowCollection;
  const item = contentItems(token)[index];
  if (!item) return undefined;
  return token.type === 'flow-collection' ? fromFlow(text, token, item) : fromBlock(text, token, item, list);
}

function fromBlock(text: string, token: CST.BlockSequence, item: CST.CollectionItem, list: Spot): Splice[] {
  const gone = cut(text, itemStart(item), itemEnd(item));
  if (contentItems(token).length > 1) return [gone];
  const empty = valueStart(list.item);
  return [{ from: empty, to: empty, text: ' []' }, gone];
}

function fromFlow(text: string, token: CST.FlowCollection, item: CST.CollectionItem): Splice[] {
  const items = contentItems(token);
  const index = items.indexOf(item);
  const [from, to] = [itemStart(item), itemEnd(item)];
  const inside = [token.offset + 1, closing(token)] as const;
  const comma = commaAfter(token, item);
  const bare = (start: number, end: number) => isBlank(text.slice(start, end).replace(',', ''));
  if (items.length === 1 && bare(inside[0], from) && bare(to, inside[1]))
    return [{ from: inside[0], to: inside[1], text: '' }];
  const before = item.start.find(({ type }) => type === 'comma')?.offset;
  if (comma !== undefined) {
    const next = items[index + 1];
    const sameLine = (start: number, end: number) => /^[ \t]*$/.test(text.slice(start, end));
    if (index === 0 && next && sameLine(inside[0], from) && bare(to, itemStart(next)))
      return [{ from, to: itemStart(next), text: '' }];
    if (!next && before !== undefined && sameLine(before + 1, from) && isBlank(text.slice(to, comma)))
      return [{ from: before + 1, to: comma + 1, text: '' }];
    return isBlank(text.slice(to, comma)) ? [cut(text, from, comma + 1)] : [cut(text, from, to), character(comma)];
  }
  if (before === undefined) return [cut(text, from, to)];
  const previous = itemEnd(items[index - 1]!);
  const noted = text.slice(to, lineEnd(text, to)).trimStart().startsWith('#');
  const ownLine = isBlank(text.slice(lineStart(text, from), from));
  if (bare(previous, from) && !(noted && ownLine)) return [{ from: previous, to, text: '' }];
  return [character(before), cut(text, from, to)];
}

function character(offset: number): Splice {
  return { from: offset, to: offset + 1, text: '' };
}
