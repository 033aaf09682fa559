/** A text and an edit go in; the lines that the edit may touch come out. All others have to stay as they are. */
import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import type { MatrixEdit } from '../../../matrix/edit/matrix-edit.ts';
import { SECTION_OF } from './edit-model.ts';

const FIELDS = { set_capability: ['has', 'without'], set_limit: ['limits'], set_price: ['price'] } as const;

/**
 * Numbers of lines, from 0:
 * - of the fields that hold the cell, where they stand; of the whole entry or section where it is written in brackets,
 *   or is an alias;
 * - of the first alias of each anchor on the way to them, which then bears the anchor;
 * - of a section that is empty, or in brackets, when something is added to it.
 */
export function concernedLines(text: string, edit: MatrixEdit): Set<number> {
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: counter });
  const concerned = new Set<number>();
  const root = document.contents as YAMLMap<Node, Node>;

  function mark(pair: Pair): void {
    const from = (pair.key as Node).range![0];
    const to = Math.max((pair.key as Node).range![1], endOf(pair));
    for (let line = counter.linePos(from).line; line <= counter.linePos(Math.max(from, to - 1)).line; line++)
      concerned.add(line - 1);
  }

  function pass(node: Node | null): void {
    const anchor = node && 'anchor' in node ? node.anchor : undefined;
    if (!anchor) return;
    const heir = aliasesOf(anchor)[0];
    if (heir) mark(heir);
  }

  function aliasesOf(anchor: string): Pair[] {
    const found: Pair[] = [];
    visit(document, {
      Pair: (_key, pair) => {
        if (isAlias(pair.value) && (pair.value as Alias).source === anchor) found.push(pair);
      },
    });
    return found;
  }

  /** Goes down the path; the first thing that is in brackets, an alias or empty is where the change is. */
  function follow(path: readonly string[]): void {
    let here: Node | null = root;
    for (const [index, name] of path.entries()) {
      const pair: Pair | undefined = isMap(here)
        ? here.items.find((one) => String((one.key as Node).toJSON()) === name)
        : undefined;
      if (!pair) return;
      const node: Node | null = isNode(pair.value) ? pair.value : null;
      pass(node);
      const isLast = index === path.length - 1;
      if (isLast || !isMap(node) || node.flow) {
        mark(pair);
        return;
      }
      here = node;
    }
  }

  if (edit.kind === 'add_version') {
    follow(['plans', edit.plan, 'version']);
    section('past_versions');
  } else if ('key' in edit && 'fields' in edit) section(SECTION_OF[edit.kind]);
  else
    for (const field of FIELDS[edit.kind])
      follow(edit.plan === undefined ? ['past_versions', edit.past_version, field] : ['plans', edit.plan, field]);
  return concerned;

  function section(name: string): void {
    const pair = root.items.find((one) => String(one.key.toJSON()) === name);
    if (pair && (!isMap(pair.value) || pair.value.flow)) mark(pair);
  }
}

/** Where the value's own text ends, without the comments and blank lines that follow it. */
function endOf({ value }: Pair): number {
  if (!isNode(value)) return 0;
  if ('items' in value && !value.flow) {
    const last = (value.items as (Node | Pair)[]).at(-1)!;
    return isNode(last) ? endOf({ value: last } as Pair) : Math.max((last.key as Node).range![1], endOf(last));
  }
  return value.range![1];
}
