/** Nodes of a Markdown tree go in; their blocks, with places in the file, come out. */
import type { Blockquote, Code, Html, Nodes, Parents, RootContent, Table } from 'mdast';
import type { FilePlace } from '../../matrix/types.ts';
import type { Block, Text } from '../claims/text.ts';
import { codeWords } from './code-words.ts';
import { htmlPart } from './html-part.ts';
import { includedBlocks } from './includes.ts';
import { layoutOf } from './layout.ts';
import type { ReadText, Unread } from './read-blocks.ts';
import type { Piece, Range, SourceText } from './source-text.ts';

type Within = readonly number[];

const TABLE = /<table(?=[\s>])/gi;
const TABLE_END = /<\/table\s*>/gi;

export class MarkdownBlocks {
  /** Where the last table of HTML ended. */
  #tabled = 0;
  /** Whether no table is closed from there on. */
  #unclosed = false;

  /** `skipped`: characters of the file before the tree begins. `include` reads another file in place of a directive. */
  readonly unread: Unread[] = [];

  constructor(
    protected readonly file: SourceText,
    protected readonly skipped: number,
    private readonly include?: (path: string, at: FilePlace) => ReadText,
  ) {}

  /** `within`: the list points that a block stands in, outermost first, each by where it begins. */
  of(nodes: readonly RootContent[], within: Within = []): Block[] {
    return nodes.flatMap((node) => this.block(node, within));
  }

  protected block(node: RootContent, within: Within): Block[] {
    switch (node.type) {
      case 'heading':
        return [{ kind: 'heading', depth: node.depth, text: this.text(node), within }];
      case 'paragraph':
        return [{ kind: within.length ? 'item' : 'paragraph', text: this.text(node), within }];
      case 'list':
        return node.children.flatMap((item) =>
          this.of(item.children, [...within, (item.position?.start.offset ?? 0) + 1]),
        );
      case 'table':
        return [this.#table(node, within)];
      case 'blockquote':
        return isCallout(node) ? this.of(node.children, within) : [];
      case 'html':
        return this.#tables(node, within);
      case 'code':
        if (node.lang === '{include}' && this.include) return this.#included(node.meta ?? '', node, within);
        return node.lang && !/^(?:te?xt|plain\w*|ascii|none)$/i.test(node.lang) ? [] : this.#layout(node, within);
      default:
        return [];
    }
  }

  protected text(node: Parents): Text {
    return this.file.joined(this.pieces(node));
  }

  protected range({ position }: Nodes): Range {
    return {
      from: (position?.start.offset ?? 0) + this.skipped,
      to: (position?.end.offset ?? 0) + this.skipped,
    };
  }

  /** Words of a node in the order of the text; nothing of what is struck out. */
  protected pieces(node: Nodes, into: Piece[] = []): Piece[] {
    const words = wordsOf(node);
    if (words !== undefined) into.push({ words, ...this.range(node) });
    else if ('children' in node && node.type !== 'delete') for (const child of node.children) this.pieces(child, into);
    return into;
  }

  /** Of HTML, its tables: a parser ends it at an empty line, a table goes on to where it is closed. */
  #tables(node: Html, within: Within): Block[] {
    const { from, to } = this.range(node);
    const { source } = this.file;
    const last = from < this.#tabled ? undefined : [...source.slice(from, to).matchAll(TABLE)].at(-1);
    if (!last) return [];
    TABLE_END.lastIndex = from + last.index;
    const closed = !this.#unclosed && TABLE_END.test(source);
    this.#unclosed = !closed;
    this.#tabled = closed ? Math.max(to, TABLE_END.lastIndex) : to;
    return htmlPart(this.file, { from, to: this.#tabled }, within, 'table');
  }

  #included(path: string, node: Code, within: Within): Block[] {
    const { from, to } = this.range(node);
    const via = this.file.place(from, to);
    const { blocks, unread } = this.include!(path, via);
    this.unread.push(...unread);
    return includedBlocks(blocks, via, [...within, from + 1]);
  }

  #table(node: Table, within: Within): Block {
    const [head = [], ...rows] = node.children.map((row) => row.children.map((cell) => this.text(cell)));
    return { kind: 'table', head, rows, within };
  }

  /** Columns of words without markup, as people lay out plans in a fenced block. */
  #layout(node: Code, within: Within): Block[] {
    const from = this.#codeStart(node);
    const [head, ...rows] = layoutOf(node.value).map((row) =>
      row.map(({ words, at }) => this.file.literal(words, from + at)),
    );
    return head && rows.length ? [{ kind: 'table', head, rows, within, laidOut: true }] : [];
  }

  /** Where the first line inside a fenced block begins. An indented block gives places within its first line only. */
  #codeStart(node: Code): number {
    const { from } = this.range(node);
    const { source } = this.file;
    const line = source.indexOf('\n', from);
    return /^\s*(?:`{3}|~{3})/.test(source.slice(from, from + 8)) && line >= 0 ? line + 1 : from;
  }
}

function wordsOf(node: Nodes): string | undefined {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt ?? '';
  return node.type === 'inlineCode' ? codeWords(node.value) : undefined;
}

/** "> **Note**: …" and "> [!TIP]" are the page's own words; a quotation is somebody else's. */
export function isCallout({ children: [first] }: Blockquote): boolean {
  if (first?.type !== 'paragraph') return false;
  const [head, next] = first.children;
  if (head?.type === 'text') return /^\[!\w+\]/.test(head.value);
  if (head?.type !== 'strong') return false;
  const label = head.children.map((one) => (one.type === 'text' ? one.value : '')).join('');
  return /[:：]\s*$/.test(label) || (next?.type === 'text' && /^\s*[:：]/.test(next.value));
}
