/** A file and one step of change go in; the file in which it is written, with all else as it was, comes out. */
import { type CST, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { itemText, pairLines } from './block-text.ts';
import type { Data } from './data.ts';
import { dropItem } from './drop-item.ts';
import { contentItems } from './extent.ts';
import { flowPair, flowText } from './flow-text.ts';
import { freePath } from './free-path.ts';
import { habitsOf } from './habits.ts';
import { insertInBlock } from './insert-in-block.ts';
import { insertInFlow } from './insert-in-flow.ts';
import { type Splice, spliced } from './lines.ts';
import { patternsAt } from './look-around.ts';
import { isOpened, type Opened, openText } from './open-text.ts';
import { replaceValue } from './replace-value.ts';
import { nodeAt, spotAt, spotsAlong } from './spot.ts';
import type { Path, Step } from './step.ts';

/** Nothing when the step cannot be written, or the text would not be YAML afterwards. */
export function writeStep(opened: Opened, step: Step): Opened | undefined {
  const freed = freePath(opened, step);
  const splices = freed && splicesOf(freed, step);
  const written = splices && openText(spliced(freed.text, splices));
  return isOpened(written) ? written : undefined;
}

function splicesOf(opened: Opened, step: Step): Splice[] | undefined {
  if (step.change === 'append') return append(opened, step.path, step.value);
  if (step.change === 'drop') {
    const list = spotAt(opened, step.path.slice(0, -1));
    return list && dropItem(opened.text, list, Number(step.path.at(-1)));
  }
  const spot = spotAt(opened, step.path);
  return spot ? replaceValue(opened, spot, step) : addPair(opened, step);
}

function addPair(opened: Opened, { path, value, after }: Extract<Step, { change: 'put' }>): Splice[] | undefined {
  const around = path.slice(0, -1);
  const map = nodeAt(opened, around);
  if (!isMap(map)) return undefined;
  const { text, document } = opened;
  const habits = habitsOf(document, text);
  const key = String(path.at(-1));
  const token = map.srcToken as CST.BlockMap | CST.FlowCollection;
  const follows = after === undefined ? undefined : spotAt(opened, [...around, after])?.item;
  if (token.type === 'flow-collection') return insertInFlow(text, token, flowPair(key, value, habits), follows);
  const patterns = patternsAt(opened, path, after);
  const lines = pairLines(key, value, { habits, patterns, depth: path.length, indent: token.indent });
  return [insertInBlock(text, lines, { block: token, after: follows, outer: outerIndent(opened, around) })];
}

function append(opened: Opened, path: Path, value: Data): Splice[] | undefined {
  const list = nodeAt(opened, path);
  if (!isSeq(list)) return undefined;
  const { text, document } = opened;
  const habits = habitsOf(document, text);
  const token = list.srcToken as CST.BlockSequence | CST.FlowCollection;
  if (token.type === 'flow-collection') return insertInFlow(text, token, flowText(value, habits));
  const line = `${' '.repeat(token.indent)}${dash(text, token)}${itemText(value, habits)}`;
  return [insertInBlock(text, [line], { block: token, outer: outerIndent(opened, path) })];
}

/** The `-` with as many spaces as the last item has. */
function dash(text: string, list: CST.BlockSequence): string {
  const mark = contentItems(list)
    .at(-1)!
    .start.find(({ type }) => type === 'seq-item-ind')!;
  return /^- +(?=\S)/.exec(text.slice(mark.offset))?.[0] ?? '- ';
}

/** The indent of the block in which the collection at `path` stands; -1 for the root. */
function outerIndent(opened: Opened, path: Path): number {
  const around: YAMLMap | YAMLSeq | undefined = spotsAlong(opened, path).at(-1)?.parent;
  return (around?.srcToken as CST.BlockMap | undefined)?.indent ?? -1;
}
