/** Nodes of a parsed page go in; each is visited once, in reading order, at any depth and without recursion. */
import { type AnyNode, type Element, isTag, isText, type Text } from 'domhandler';

export interface Visitor {
  /** False leaves out what is inside; `leave` is called either way. */
  enter?(element: Element): boolean;
  text?(data: string, node: Text): void;
  leave?(element: Element): void;
}

export function walkHtml(nodes: readonly AnyNode[], visitor: Visitor): void {
  for (const node of nodes) walkNode(node, visitor);
}

/** Down and on by the links that nodes have: nothing is made for an element that is only passed. */
function walkNode(first: AnyNode, { enter, text, leave }: Visitor): void {
  for (let node: AnyNode = first; ; ) {
    if (isTag(node)) {
      const inside = enter?.(node) ?? true;
      const child: AnyNode | undefined = inside ? node.children[0] : undefined;
      if (child) {
        node = child;
        continue;
      }
      leave?.(node);
    } else if (isText(node)) text?.(node.data, node);
    while (!node.next || node === first) {
      if (node === first) return;
      node = node.parent as Element;
      leave?.(node);
    }
    node = node.next;
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
