/** Nodes of a Markdown tree go in; their blocks, with places in the file, come out. */
import type { Blockquote, Code, Html, Nodes, Parents, RootContent, Table } from 'mdast';
import type { Block, Text } from '../claims/text.ts';
import { codeWords } from './code-words.ts';
import { htmlPart } from './html-part.ts';
import { layoutOf } from './layout.ts';
import type { Piece, Range, SourceText } from './source-text.ts';

type Within = readonly number[];

const TABLE = /<table(?=[\s>])/gi;
const TABLE_END = /<\/table\s*>/gi;

export class MarkdownBlocks {
  /** Where the last table of HTML ended. */
  #tabled = 0;

  /** `skipped`: characters of the file before the tree begins. */
  constructor(
    protected readonly file: SourceText,
    protected readonly skipped: number,
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

  /** Of HTML, its tables: a parser ends it at an empty line, the table goes on to where it is closed. */
  #tables(node: Html, within: Within): Block[] {
    const { from, to } = this.range(node);
    const blocks: Block[] = [];
    const { source } = this.file;
    TABLE.lastIndex = Math.max(from, this.#tabled);
    for (let match = TABLE.exec(source); match && match.index < to; match = TABLE.exec(source)) {
      TABLE_END.lastIndex = match.index;
      const end = TABLE_END.exec(source);
      if (!end) break;
      this.#tabled = TABLE_END.lastIndex;
      TABLE.lastIndex = this.#tabled;
      blocks.push(...htmlPart(this.file, { from: match.index, to: this.#tabled }, within));
    }
    return blocks;
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
