/** HTML that stands in a text of another format goes in; its blocks, with exact places in the file, come out. */
import { type ChildNode, hasChildren, isTag } from 'domhandler';
import type { Block } from '../claims/text.ts';
import { documentOf, shownBlocks } from './html.ts';
import { isHidden, isSilent } from './html-elements.ts';
import { parsePage } from './html-flattened.ts';
import { placesInFile } from './html-places.ts';
import { walkHtml } from './html-walk.ts';
import type { Range, SourceText } from './source-text.ts';

/** `within`: the containers that the part stands in. `only`: of the whole, elements of this name. */
export function htmlPart(file: SourceText, { from, to }: Range, within: readonly number[], only?: string): Block[] {
  const { children } = parsePage(file.source.slice(from, to), { withStartIndices: true, withEndIndices: true });
  const open: ChildNode[] = [...children];
  for (let node = open.pop(); node; node = open.pop()) {
    node.startIndex = (node.startIndex ?? 0) + from;
    node.endIndex = (node.endIndex ?? 0) + from;
    if (hasChildren(node)) for (const child of node.children) open.push(child);
  }
  const shown = only ? elementsIn(children, only) : children;
  if (!shown.length) return [];
  return shownBlocks(documentOf(shown), placesInFile(file)).map((block) => ({
    ...block,
    within: [...within, ...block.within.map((one) => -from - 1 - one)],
  }));
}

/** The outermost of a name that are shown. */
function elementsIn(nodes: readonly ChildNode[], name: string): ChildNode[] {
  const found: ChildNode[] = [];
  walkHtml(nodes, {
    enter(element) {
      if (isSilent(element) || isHidden(element)) return false;
      if (element.name === name && isTag(element)) found.push(element);
      return element.name !== name;
    },
  });
  return found;
}
