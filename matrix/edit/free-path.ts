/** A file and a path that is to be edited go in; the file in which no other place depends on this path comes out. */
import { type Alias, type CST, isAlias, isPair, isSeq, type Node, type Pair, visit } from 'yaml';
import { dataOf, keyOf } from './data.ts';
import { type Splice, spliced } from './lines.ts';
import { isOpened, type Opened, openText } from './open-text.ts';
import { replaceValue } from './replace-value.ts';
import { type Spot, spotAt, spotsAlong } from './spot.ts';
import type { Path, Step } from './step.ts';

/** Each round unties one node of the path. */
const MOST_ROUNDS = 50;

/** An alias on the way is written out; a marked value that others use moves, with its mark, to the first of them. */
export function freePath(opened: Opened, step: Step): Opened | undefined {
  let now = opened;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const tied = spotsAlong(now, step.path).findIndex((spot, index) => isTied(now, spot, step, index));
    if (tied < 0) return now;
    const splices = untied(now, step.path.slice(0, tied + 1));
    const next = splices && openText(spliced(now.text, splices));
    if (!isOpened(next)) return undefined;
    now = next;
  }
  return undefined;
}

function isTied(opened: Opened, { node }: Spot, step: Step, index: number): boolean {
  if (!node) return false;
  const isLast = index === step.path.length - 1;
  if (isAlias(node)) return !(isLast && step.change !== 'append');
  return [...opened.targets.values()].includes(node);
}

function untied(opened: Opened, path: Path): Splice[] | undefined {
  const spot = spotAt(opened, path)!;
  const holder = spot.node!;
  const value = dataOf(holder, { targets: opened.targets, odd: [] });
  if (isAlias(holder)) return replaceValue(opened, spot, { path, value });
  const [first] = [...opened.targets].find(([, target]) => target === holder)!;
  const there = pathOf(opened, first);
  const heir = there && spotAt(opened, there);
  const mark = (spot.item.sep ?? spot.item.start).find(({ type }) => type === 'anchor') as CST.SourceToken | undefined;
  const moved = heir && mark && replaceValue(opened, heir, { path: there, value, anchor: mark.source });
  return moved && [...moved, withoutMark(opened.text, mark)];
}

/** The anchor with the spaces after it, or before it where its line ends. */
function withoutMark(text: string, { offset, source }: CST.SourceToken): Splice {
  const end = offset + source.length;
  const after = /^ +(?=[^\s#])/.exec(text.slice(end))?.[0].length ?? 0;
  const before = after ? 0 : / *$/.exec(text.slice(0, offset))![0].length;
  return { from: offset - before, to: end + after, text: '' };
}

/** The keys and indices that lead to an alias; nothing for one that is a key itself. */
function pathOf(opened: Opened, wanted: Alias): Path | undefined {
  let found: Path | undefined;
  visit(opened.document, {
    Alias: (key, alias, parents) => {
      if (alias !== wanted || key === 'key') return undefined;
      const way = [...parents.slice(1), alias] as (Node | Pair)[];
      found = way.flatMap((one, index): (string | number)[] => {
        if (isPair(one)) return [keyOf(one) ?? ''];
        const around = way[index - 1];
        return isSeq(around) ? [around.items.indexOf(one)] : [];
      });
      return visit.BREAK;
    },
  });
  return found;
}
