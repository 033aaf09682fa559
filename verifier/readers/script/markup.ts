/** A string of HTML in a program goes in, such as an e-mail's; its nodes, with places in the program, come out. */
import { type ChildNode, hasChildren } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { HOLE } from '../aligned.ts';
import { bare, type Node, nodesIn } from './tree.ts';

/** Read as it is written: escapes and what is computed leave as many characters as they take. */
export function markupNodes(source: string, expression: Node): ChildNode[] {
  const node = bare(expression);
  let written = source.slice(node.start, node.end);
  const blank = (from: number, to: number, sign: string) => {
    const [a, b] = [from - node.start, to - node.start];
    written = written.slice(0, a) + sign.padEnd(b - a) + written.slice(b);
  };
  blank(node.start, node.start + 1, ' ');
  blank(node.end - 1, node.end, ' ');
  for (const hole of nodesIn(node, 'expressions'))
    blank(hole.start - 2, hole.end + 1, HOLE.repeat(hole.end - hole.start + 3));
  written = written.replace(/\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|.)/gsu, (unit) =>
    unit.length === 2 && /["'`$\\]/.test(unit[1]!) ? ` ${unit[1]}` : ' '.repeat(unit.length),
  );
  const { children } = parseDocument(written, { withStartIndices: true, withEndIndices: true });
  move(children, node.start);
  return children;
}

function move(nodes: readonly ChildNode[], by: number): void {
  const waiting = [...nodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.startIndex !== null) node.startIndex += by;
    if (node.endIndex !== null) node.endIndex += by;
    if (hasChildren(node)) for (const child of node.children) waiting.push(child);
  }
}
