/** A Markdown text goes in; where it shows code, set in a block or within a line, comes out. CommonMark, by its own parser. */
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse);
const MARK = '\uFEFF';

/** Ranges of offsets, in the order of the text. In MDX, what is indented is no code. */
export function codeRanges(text: string, mdx: boolean): [from: number, to: number][] {
  // The parser does not count the mark at the head of a file.
  const skipped = text.startsWith(MARK) ? 1 : 0;
  const ranges: [number, number][] = [];
  const walk = (node: Nodes) => {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    const isCode =
      node.type === 'inlineCode' || (node.type === 'code' && !(mdx && isIndented(text, (from ?? 0) + skipped)));
    if (isCode && from !== undefined && to !== undefined) ranges.push([from + skipped, to + skipped]);
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(parser.parse(text.slice(skipped)));
  return ranges;
}

function isIndented(text: string, at: number): boolean {
  return !/^[ \t]*[`~]/.test(text.slice(at, at + 20));
}
