/** A place in a file and new data for it go in; what to splice so that the value stands there comes out. */
import { type CST, isCollection, isMap, isScalar } from 'yaml';
import { blockText } from './block-text.ts';
import { type Data, isList } from './data.ts';
import { closing, tokenEnd, valueStart } from './extent.ts';
import { flowPair, flowText } from './flow-text.ts';
import { habitsOf } from './habits.ts';
import { insertInFlow } from './insert-in-flow.ts';
import { breakAt, isBlank, lineEnd, lineStart, type Splice } from './lines.ts';
import { patternsAt } from './look-around.ts';
import type { Opened } from './open-text.ts';
import type { Spot } from './spot.ts';
import type { Path } from './step.ts';

export interface Replacement {
  path: Path;
  value: Data;
  /** An anchor to set before the value, such as `&base`. */
  anchor?: string;
}

/** Replaces a scalar, an alias, nothing, or empty brackets; not a collection that holds something. */
export function replaceValue(opened: Opened, spot: Spot, replacement: Replacement): Splice[] | undefined {
  const { node } = spot;
  if (!isCollection(node)) return written(opened, spot, replacement);
  const flow = node.srcToken as CST.FlowCollection;
  if (node.items.length > 0 || flow.type !== 'flow-collection') return undefined;
  const comments = opened.text.slice(flow.offset + 1, closing(flow));
  return isBlank(comments) ? written(opened, spot, replacement) : besideComments(opened, flow, replacement.value);
}

function besideComments({ document, text }: Opened, flow: CST.FlowCollection, value: Data): Splice[] | undefined {
  const habits = habitsOf(document, text);
  const items = isList(value)
    ? value.map((item) => flowText(item, habits))
    : value instanceof Map && [...value].map(([key, one]) => flowPair(key, one, habits));
  return items ? insertInFlow(text, flow, items.join(', ')) : undefined;
}

function written(opened: Opened, spot: Spot, { path, value, anchor = '' }: Replacement): Splice[] {
  const { text, document } = opened;
  const habits = habitsOf(document, text);
  const { from, to, lead } = rangeOf(text, spot);
  const column = from - lineStart(text, from) + lead.length + (anchor ? anchor.length + 1 : 0);
  const quotes = isScalar(spot.node) && typeof value === 'string' ? (spot.node.type ?? undefined) : undefined;
  const broken = breakAt(text, to);
  const block = spot.parent.srcToken as CST.BlockMap | CST.FlowCollection;
  const { inline, below } =
    block.type === 'flow-collection' || !isMap(spot.parent)
      ? { inline: flowText(value, habits, quotes), below: [] }
      : blockText(
          value,
          { habits, quotes, indent: block.indent, depth: path.length, patterns: patternsAt(opened, path) },
          column,
        );
  const words = [anchor, inline].filter(Boolean).join(' ').replaceAll('\n', broken);
  if (!below.length) return [{ from, to, text: lead + words }];
  const colon = valueStart(spot.item);
  const start = isBlank(text.slice(colon, from)) ? colon : from;
  const end = lineEnd(text, to);
  return [
    { from: start, to, text: words && ` ${words}` },
    { from: end, to: end, text: below.map((line) => broken + line).join('') },
  ];
}

/** Where the value stands; where none does, the place for one, and what has to lead it. */
function rangeOf(text: string, { node, item }: Spot): { from: number; to: number; lead: string } {
  if (node?.srcToken && node.range && node.range[1] > node.range[0])
    return { from: node.range[0], to: tokenEnd(node.srcToken), lead: '' };
  const from = valueStart(item);
  const spaces = /^ +(?=[\r\n,]|$)/.exec(text.slice(from))?.[0].length ?? 0;
  const colon = item.sep?.some(({ type }) => type === 'map-value-ind') || !item.key;
  return { from, to: from + spaces, lead: colon ? ' ' : ': ' };
}
