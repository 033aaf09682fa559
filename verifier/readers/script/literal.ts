/** An expression goes in; the words that it is known to be, with a hole for each part that is computed, come out. */
import { HOLE } from '../aligned.ts';
import type { Piece } from '../source-text.ts';
import { bare, type Node, nodeIn, nodesIn } from './tree.ts';

/** Nothing where no part of it is a literal. A number is its own words. */
export function literalOf(expression: Node): Piece[] | undefined {
  const node = bare(expression);
  if (node.type === 'StringLiteral') return [{ words: String(node.value), from: node.start + 1, to: node.end - 1 }];
  if (node.type === 'NumericLiteral') return [{ words: String(node.value), from: node.start, to: node.end }];
  if (node.type === 'TemplateLiteral') return templateOf(node);
  return node.type === 'BinaryExpression' && node.operator === '+' ? sumOf(node) : undefined;
}

/** Words that stand there whole. */
export function wholeOf(expression: Node): Piece | undefined {
  const pieces = literalOf(expression);
  return pieces?.length === 1 && !pieces[0]!.words.includes(HOLE) ? pieces[0] : undefined;
}

function templateOf(node: Node): Piece[] {
  const holes = nodesIn(node, 'expressions');
  return nodesIn(node, 'quasis').flatMap((quasi, n): Piece[] => {
    const { cooked, raw } = quasi.value as { cooked?: string | null; raw: string };
    const words: Piece = { words: cooked ?? raw, from: quasi.start, to: quasi.end };
    const next = holes[n];
    return next ? [words, ...(literalOf(next) ?? [holeOf(next)])] : [words];
  });
}

/** `'Pro has ' + n + ' agents'`. A sum without words is a number. */
function sumOf(node: Node): Piece[] | undefined {
  const parts: Node[] = [];
  let at: Node | undefined = node;
  while (at?.type === 'BinaryExpression' && at.operator === '+') {
    const right = nodeIn(at, 'right');
    if (right) parts.unshift(right);
    const left: Node | undefined = nodeIn(at, 'left');
    at = left && bare(left);
  }
  if (at) parts.unshift(at);
  const pieces = parts.map((part) => (part.type === 'NumericLiteral' ? undefined : literalOf(part)));
  return pieces.some(Boolean) ? parts.flatMap((part, n) => pieces[n] ?? [holeOf(part)]) : undefined;
}

export function holeOf({ start, end }: Node): Piece {
  return { words: HOLE, from: start, to: end };
}
