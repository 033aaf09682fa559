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
  const inside = text.slice(flow.offset, closing(flow));
  const widest = Math.max(80, ...inside.split('\n').map((line) => line.trimEnd().length));
  const start = lineStart(text, end);
  const fits = !inside.includes('\n') || end - start + item.length + 3 <= widest;
  const tight = items.length > 1 && text[commaAfter(flow, items[0]!)! + 1] !== ' ' && !inside.includes('\n');
  const margin = /^ */.exec(text.slice(start))![0];
  const space = fits ? (tight ? '' : ' ') : breakAt(text, end) + margin;
  return [{ from: end, to: end, text: `,${space}${item}` }];
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
