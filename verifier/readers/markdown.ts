/** A Markdown text goes in; its blocks, each with exact places in the file, come out. CommonMark with GFM tables. */
import type { Blockquote, Code, Nodes, Parents, Root, RootContent, Table } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { FilePlace } from '../../matrix/types.ts';
import type { Block, Text } from '../claims/text.ts';
import { codeWords } from './code-words.ts';
import { layoutOf } from './layout.ts';
import { withoutOpenFences } from './open-fences.ts';

const parser = unified().use(remarkParse).use(githubTables);

/** Of GitHub's extensions, those that change what a reader sees; bare addresses stay the text that they are. */
function githubTables(this: Processor): void {
  const data: { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] } = this.data();
  data.micromarkExtensions = [gfmTable(), gfmStrikethrough(), gfmFootnote(), gfmTaskListItem()];
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ];
}

/** `path` is the file's name as shown. Front matter's title is the first heading; code, HTML, quotations and struck text are no copy, but callouts and fenced layouts are. */
export function readMarkdown(source: string, path: string): Block[] {
  const { body, skipped, title } = frontMatter(source);
  const root: Root = parser.parse(withoutOpenFences(body));
  const file = new SourceFile(source, path, skipped);
  const head: Block[] = title
    ? [{ kind: 'heading', depth: 1, text: file.literal(title.value, title.at), within: [] }]
    : [];
  return [...head, ...root.children.flatMap((node) => blocksOf(node, file))];
}

/** `within`: the list points that a block stands in, outermost first, each by where it begins. */
function blocksOf(node: RootContent, file: SourceFile, within: readonly number[] = []): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', depth: node.depth, text: file.text(node), within }];
    case 'paragraph':
      return [{ kind: within.length ? 'item' : 'paragraph', text: file.text(node), within }];
    case 'list':
      return node.children.flatMap((item) => {
        const inside = [...within, (item.position?.start.offset ?? 0) + 1];
        return item.children.flatMap((child) => blocksOf(child, file, inside));
      });
    case 'table':
      return [tableOf(node, file, within)];
    case 'blockquote':
      return isCallout(node) ? node.children.flatMap((child) => blocksOf(child, file, within)) : [];
    case 'code':
      return node.lang && !/^(?:te?xt|plain\w*|ascii|none)$/i.test(node.lang) ? [] : layoutTable(node, file, within);
    default:
      return [];
  }
}

function tableOf(node: Table, file: SourceFile, within: readonly number[]): Block {
  const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => file.text(cell)));
  return { kind: 'table', head, rows, within };
}

/** "> **Note**: …" and "> [!TIP]" are the page's own words; a quotation is somebody else's. */
function isCallout({ children: [first] }: Blockquote): boolean {
  if (first?.type !== 'paragraph') return false;
  const [head, next] = first.children;
  if (head?.type === 'text') return /^\[!\w+\]/.test(head.value);
  if (head?.type !== 'strong') return false;
  const label = head.children.map((one) => (one.type === 'text' ? one.value : '')).join('');
  return /[:：]\s*$/.test(label) || (next?.type === 'text' && /^\s*[:：]/.test(next.value));
}

/** Columns of words without markup, as people lay out plans in a fenced block. */
function layoutTable(node: Code, file: SourceFile, within: readonly number[]): Block[] {
  const from = file.codeStart(node);
  const [head, ...rows] = layoutOf(node.value).map((row) => row.map(({ words, at }) => file.literal(words, from + at)));
  return head && rows.length ? [{ kind: 'table', head, rows, within, laidOut: true }] : [];
}

interface Piece {
  /** Offset in the joined words, and where those words stand in the body. */
  at: number;
  words: string;
  from: number;
  to: number;
}

class SourceFile {
  #lines: number[];
  constructor(
    private readonly source: string,
    private readonly path: string,
    private readonly skipped: number,
  ) {
    this.#lines = [0];
    for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) this.#lines.push(i + 1);
  }

  text(node: Parents): Text {
    const pieces: Piece[] = [];
    let value = '';
    const add = (words: string, child: Nodes) => {
      const from = (child.position?.start.offset ?? 0) + this.skipped;
      pieces.push({ at: value.length, words, from, to: (child.position?.end.offset ?? 0) + this.skipped });
      value += words;
    };
    walk(node, add);
    return {
      value,
      place: (from, to) => this.#place(this.#offset(pieces, from, 'start'), this.#offset(pieces, to, 'end')),
    };
  }

  /** Where the first line inside a fenced block begins. An indented block gives places within its first line only. */
  codeStart({ position }: Code): number {
    const from = (position?.start.offset ?? 0) + this.skipped;
    const line = this.source.indexOf('\n', from);
    return /^\s*(?:`{3}|~{3})/.test(this.source.slice(from, from + 8)) && line >= 0 ? line + 1 : from;
  }

  literal(value: string, at: number): Text {
    return { value, place: (from, to) => this.#place(at + from, at + to) };
  }

  /** Equal where words stand as written; where an escape, entity or indented line break shifts them, the same words are sought. */
  #offset(pieces: Piece[], at: number, side: 'start' | 'end'): number {
    const piece = pieces.findLast((one) => (side === 'start' ? one.at <= at : one.at < at)) ?? pieces[0];
    if (!piece) return 0;
    const inside = at - piece.at;
    const written = this.source.slice(piece.from, piece.to);
    if (written === piece.words) return piece.from + inside;
    const word = side === 'start' ? /^\S+/.exec(piece.words.slice(inside)) : /\S+$/.exec(piece.words.slice(0, inside));
    if (!word) return side === 'start' ? piece.from : piece.to;
    const before = piece.words.slice(0, side === 'start' ? inside : inside - word[0].length);
    let from = 0;
    for (let n = before.split(word[0]).length; n > 0; n--)
      from = written.indexOf(word[0], from) + (n > 1 ? word[0].length : 0);
    return from < 0 ? piece.from : piece.from + from + (side === 'end' ? word[0].length : 0);
  }

  #place(from: number, to: number): FilePlace {
    let low = 0;
    for (let high = this.#lines.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (this.#lines[middle]! <= from) low = middle;
      else high = middle;
    }
    return {
      kind: 'file',
      path: this.path,
      line: low + 1,
      column: from - this.#lines[low]! + 1,
      length: Math.max(1, to - from),
    };
  }
}

function walk(node: Nodes, add: (words: string, child: Nodes) => void): void {
  if (node.type === 'text') add(node.value, node);
  else if (node.type === 'break') add('\n', node);
  else if (node.type === 'image') add(node.alt ?? '', node);
  else if (node.type === 'inlineCode') add(codeWords(node.value), node);
  else if ('children' in node && node.type !== 'delete') for (const child of node.children) walk(child, add);
}

/** YAML between `---` lines at the head; only `title` is copy. */
function frontMatter(source: string): { body: string; skipped: number; title?: { value: string; at: number } } {
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!match) return { body: source, skipped: 0 };
  const title = /^title:[ \t]*(["']?)(.*?)\1[ \t]*\r?$/m.exec(match[0]);
  const at = title ? title.index + title[0].indexOf(title[2]!, 6) : 0;
  return {
    body: source.slice(match[0].length),
    skipped: match[0].length,
    ...(title?.[2] && { title: { value: title[2], at } }),
  };
}
