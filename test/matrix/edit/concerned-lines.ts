/** A text and an edit go in; the lines that the edit may touch come out. All others have to stay as they are. */
import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml';
import type { MatrixEdit } from '../../../matrix/edit/matrix-edit.ts';
import { SECTION_OF } from './edit-model.ts';

/**
 * Numbers of lines, from 0. Concerned are:
 * - the first value on the way to the cell that is a word, an alias, nothing or stands in brackets; in a list in a block,
 *   the items that bear the key, and where it holds no others, the whole list; nothing, where only lines are added;
 * - an anchor on the way that is used elsewhere, and the first alias of it, which then bears the anchor;
 * - when an entry is added, a section that is empty or in brackets.
 */
export function concernedLines(text: string, edit: MatrixEdit): Set<number> {
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: counter });
  const concerned = new Set<number>();
  for (const path of pathsOf(edit)) follow(document.contents, path);
  return concerned;

  function follow(around: unknown, [name, ...rest]: readonly string[]): void {
    const pair = isMap(around) && around.items.find(({ key }) => isScalar(key) && String(key.value) === name);
    if (!pair) return;
    untie(pair);
    const node = isNode(pair.value) ? pair.value : null;
    if (isMap(node) && !node.flow && node.items.length) {
      const empties = edit.kind === 'set_capability' && name === 'details' && node.items.length === 1;
      if (empties && node.has(edit.key)) markPair(pair);
      follow(node, rest);
    } else if (isSeq(node) && !node.flow && 'key' in edit) {
      const bearers = (node.items as Node[]).filter((item) => isScalar(item) && item.value === edit.key);
      if (bearers.length === node.items.length) markPair(pair);
      for (const item of bearers) mark(item.range![0], item.range![1]);
    } else markPair(pair);
  }

  function untie({ key, value }: Pair): void {
    const anchor = isNode(value) && 'anchor' in value ? value.anchor : undefined;
    const heirs: Pair[] = [];
    visit(document, {
      Pair: (_key, pair) => {
        if (isAlias(pair.value) && (pair.value as Alias).source === anchor) heirs.push(pair);
      },
    });
    if (!heirs[0]) return;
    markPair(heirs[0]);
    mark((key as Node).range![0], (key as Node).range![1]);
  }

  function markPair(pair: Pair): void {
    mark((pair.key as Node).range![0], endOf(pair));
  }

  function mark(from: number, to: number): void {
    const last = counter.linePos(Math.max(from, to - 1)).line;
    for (let line = counter.linePos(from).line; line <= last; line++) concerned.add(line - 1);
  }
}

function pathsOf(edit: MatrixEdit): string[][] {
  if (edit.kind === 'add_version') return [['plans', edit.plan, 'version'], ['past_versions']];
  if ('fields' in edit) return [[SECTION_OF[edit.kind]]];
  const contract = edit.plan === undefined ? ['past_versions', edit.past_version] : ['plans', edit.plan];
  const fields = {
    set_capability: [['has'], ['without'], ['unknown'], ['details', 'key' in edit ? edit.key : '']],
    set_limit: [['limits', 'key' in edit ? edit.key : '']],
    set_price: [['price', ...('currency' in edit ? [edit.currency, edit.interval, 'amount'] : [])]],
  };
  return fields[edit.kind].map((field) => [...contract, ...field]);
}

/** Where the pair's own text ends, without the comments and blank lines that follow it. */
function endOf({ key, value }: Pair): number {
  const keyEnd = (key as Node | null)?.range?.[1] ?? 0;
  if (!isNode(value)) return keyEnd;
  if (!('items' in value) || value.flow) return Math.max(keyEnd, value.range![1]);
  const last = (value.items as (Node | Pair)[]).at(-1)!;
  return isNode(last) ? last.range![1] : endOf(last);
}
