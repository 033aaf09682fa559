/** A list and the index of an item go in; what to splice so that the item is gone, and every comment stays, comes out. */
import { type CST, isSeq } from 'yaml';
import { closing, commaAfter, contentItems, itemEnd, itemStart, valueStart } from './extent.ts';
import { cut, isBlank, lineEnd, lineStart, type Splice } from './lines.ts';
import type { Spot } from './spot.ts';

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

function fromFlow(text: string, flow: CST.FlowCollection, item: CST.CollectionItem): Splice[] {
  const items = contentItems(flow);
  const [from, to] = [itemStart(item), itemEnd(item)];
  const [start, end] = [flow.offset + 1, closing(flow)];
  if (items.length === 1 && isBare(text.slice(start, from)) && isBare(text.slice(to, end)))
    return [{ from: start, to: end, text: '' }];
  const comma = commaAfter(flow, item);
  const before = commaBefore(item);
  if (comma === undefined) return before === undefined ? [cut(text, from, to)] : lastOf(text, items, before);
  if (!isBlank(text.slice(to, comma))) return [cut(text, from, to), character(comma)];
  const next = items[items.indexOf(item) + 1];
  if (item === items[0] && next && isSpace(text.slice(start, from)) && isBlank(text.slice(comma + 1, itemStart(next))))
    return [{ from, to: itemStart(next), text: '' }];
  if (!next && before !== undefined && isSpace(text.slice(before + 1, from)))
    return [{ from: before + 1, to: comma + 1, text: '' }];
  return [cut(text, from, comma + 1)];
}

/** With the last item goes the comma before it; a comment that only it has a line with keeps that line. */
function lastOf(text: string, items: readonly CST.CollectionItem[], comma: number): Splice[] {
  const [previous, last] = items.slice(-2) as [CST.CollectionItem, CST.CollectionItem];
  const [from, to] = [itemStart(last), itemEnd(last)];
  const isNoted = text.slice(to, lineEnd(text, to)).trimStart().startsWith('#');
  const hasLine = isBlank(text.slice(lineStart(text, from), from));
  if (isBare(text.slice(itemEnd(previous), from)) && !(isNoted && hasLine))
    return [{ from: itemEnd(previous), to, text: '' }];
  return [character(comma), cut(text, from, to)];
}

function commaBefore({ start }: CST.CollectionItem): number | undefined {
  return start.find(({ type }) => type === 'comma')?.offset;
}

/** No comment, at most a comma. */
function isBare(between: string): boolean {
  return isBlank(between.replace(',', ''));
}

/** Nothing, or spaces on one line. */
function isSpace(between: string): boolean {
  return /^[ \t]*$/.test(between);
}

function character(offset: number): Splice {
  return { from: offset, to: offset + 1, text: '' };
}
