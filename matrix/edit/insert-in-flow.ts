/** A new item goes in; what to splice so that it stands between the brackets of a list or map comes out. */
import type { CST } from 'yaml';
import { closing, commaAfter, contentItems, itemEnd, itemStart } from './extent.ts';
import { breakAt, isBlank, lineEnd, lineStart, type Splice } from './lines.ts';

/** After the item `after`, or after the last one; on a line of its own where all items stand on their own. */
export function insertInFlow(
  text: string,
  flow: CST.FlowCollection,
  item: string,
  after?: CST.CollectionItem,
): Splice[] {
  const items = contentItems(flow);
  const entry = after ?? items.at(-1);
  if (!entry) return intoEmpty(text, flow, item);
  const end = itemEnd(entry);
  if (items.every((one) => startsLine(text, itemStart(one)))) return ownLine(text, flow, item, entry);
  const between = separator(text, flow, end, item);
  return [{ from: end, to: end, text: `,${between}${item}` }];
}

const WIDTH = 80;

/** A space, or none where the list has none; a line break where the list has some and its line would become its longest. */
function separator(text: string, flow: CST.FlowCollection, end: number, item: string): string {
  const [first, second] = contentItems(flow);
  const lines = text.slice(lineStart(text, flow.offset), closing(flow)).split('\n');
  if (lines.length === 1) return second && text.slice(commaAfter(flow, first!), itemStart(second)) === ',' ? '' : ' ';
  const line = lineStart(text, end);
  const widest = Math.max(WIDTH, ...lines.map((one) => one.trimEnd().length));
  if (end - line + `, ${item},`.length <= widest) return ' ';
  const start =
    contentItems(flow)
      .map(itemStart)
      .find((offset) => startsLine(text, offset)) ?? flow.offset + 1;
  return breakAt(text, end) + ' '.repeat(start - lineStart(text, start));
}

function startsLine(text: string, offset: number): boolean {
  return isBlank(text.slice(lineStart(text, offset), offset));
}

function ownLine(text: string, flow: CST.FlowCollection, item: string, entry: CST.CollectionItem): Splice[] {
  const [start, end] = [itemStart(entry), itemEnd(entry)];
  const comma = commaAfter(flow, entry);
  const line = breakAt(text, end) + text.slice(lineStart(text, start), start) + item;
  const past = comma === undefined ? end : comma + 1;
  const to = Math.min(lineEnd(text, past), closing(flow));
  const offset = to === closing(flow) ? past : to;
  if (comma !== undefined) return [{ from: offset, to: offset, text: `${line},` }];
  return [
    { from: end, to: end, text: ',' },
    { from: offset, to: offset, text: line },
  ];
}

function intoEmpty(text: string, flow: CST.FlowCollection, item: string): Splice[] {
  const [from, to] = [flow.offset + 1, closing(flow)];
  const space = flow.start.type === 'flow-map-start' ? ' ' : '';
  return isBlank(text.slice(from, to))
    ? [{ from, to, text: space + item + space }]
    : [{ from, to: from, text: space + item }];
}
