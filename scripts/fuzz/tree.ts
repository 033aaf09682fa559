/** The text of a YAML file goes in; a tree that may say what YAML forbids, such as a key twice, comes out. */
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

export type Tree = { map: [string, Tree][] } | { list: Tree[] } | { words: string };

/** Keys and scalars keep the words of the file, quotes and anchors too. */
export function treeOf(text: string): Tree {
  return tree(text, parseDocument(text).contents as Node | null);
}

function tree(text: string, node: Node | null): Tree {
  if (isMap(node))
    return { map: node.items.map(({ key, value }) => [wordsOf(text, key as Node), tree(text, value as Node | null)]) };
  if (isSeq(node)) return { list: node.items.map((item) => tree(text, item as Node | null)) };
  return { words: node ? wordsOf(text, node) : '' };
}

function wordsOf(text: string, node: Node): string {
  const words = isScalar(node) || isAlias(node) ? text.slice(node.range![0], node.range![1]) : '';
  const anchor = isScalar(node) && node.anchor ? `&${node.anchor} ` : '';
  return /[\n|>]/.test(words) && isScalar(node) ? JSON.stringify(node.value) : anchor + words;
}

export function copyOf(part: Tree): Tree {
  if ('map' in part) return { map: part.map.map(([key, value]) => [key, copyOf(value)]) };
  return 'list' in part ? { list: part.list.map(copyOf) } : { words: part.words };
}

/** Every part of a tree, itself first. */
export function partsOf(root: Tree): Tree[] {
  const parts = [root];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if ('map' in part) for (const [, value] of part.map) parts.push(value);
    else if ('list' in part) for (const value of part.list) parts.push(value);
  }
  return parts;
}

export type Style = 'block' | 'flow' | 'lines';

/** `flow` is one line; `lines` is flow with a line for each entry; maps and lists in `block` have a line for each entry. */
export function writeTree(root: Tree, style: Style): string {
  const out: string[] = [];
  if (style === 'block') block(out, root, '');
  else flow(out, root, style === 'lines' ? '\n ' : ' ');
  return `${out.join('').replace(/^\n/, '')}\n`;
}

function block(out: string[], part: Tree, indent: string): void {
  if ('words' in part) out.push(' ', part.words);
  else if ('map' in part) {
    if (!part.map.length) out.push(' {}');
    for (const [key, value] of part.map) {
      out.push('\n', indent, key, ':');
      block(out, value, `${indent}  `);
    }
  } else {
    if (!part.list.length) out.push(' []');
    for (const item of part.list) {
      out.push('\n', indent, '-');
      block(out, item, `${indent}  `);
    }
  }
}

function flow(out: string[], part: Tree, gap: string): void {
  if ('words' in part) out.push(part.words);
  else if ('map' in part) {
    out.push('{');
    for (const [key, value] of part.map) {
      out.push(gap, key, ': ');
      flow(out, value, gap);
      out.push(',');
    }
    out.push(gap, '}');
  } else {
    out.push('[');
    for (const item of part.list) {
      flow(out, item, gap);
      out.push(',', gap);
    }
    out.push(']');
  }
}
