/** Nodes of a parsed page go in; each is visited once, in reading order, at any depth and without recursion. */
import { type AnyNode, type Element, isTag, isText, type Text } from 'domhandler';

export interface Visitor {
  /** False leaves out what is inside; `leave` is called either way. */
  enter?(element: Element): boolean;
  text?(data: string, node: Text): void;
  leave?(element: Element): void;
}

export function walkHtml(nodes: readonly AnyNode[], { enter, text, leave }: Visitor): void {
  const open: { element?: Element; nodes: readonly AnyNode[]; at: number }[] = [{ nodes, at: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const node = top.nodes[top.at++];
    if (!node) {
      if (top.element) leave?.(top.element);
      open.pop();
    } else if (isText(node)) text?.(node.data, node);
    else if (isTag(node)) {
      const inside = enter?.(node) ?? true;
      open.push({ element: node, nodes: inside ? node.children : [], at: 0 });
    }
  }
}

/** The first element, in reading order, that passes. */
export function findElement(nodes: readonly AnyNode[], test: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  walkHtml(nodes, {
    enter(element) {
      if (!found && test(element)) found = element;
      return found === undefined;
    },
  });
  return found;
}
