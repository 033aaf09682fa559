/** Nodes of an MDX tree go in; their blocks come out: Markdown as ever, components as the pages that they show. */
import type { ChildNode } from 'domhandler';
import type { Nodes, Parents, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Block, Text } from '../claims/text.ts';
import { documentOf, shownBlocks } from './html.ts';
import { placesInFile, withoutFragments } from './html-places.ts';
import { spokenPieces } from './html-spoken.ts';
import { isCallout, MarkdownBlocks } from './markdown-blocks.ts';
import { elementNode, wordsNode } from './page-nodes.ts';
import { componentNodes } from './script/component.ts';
import type { Property } from './script/data.ts';
import { htmlNode, propertiesIn } from './script/jsx.ts';
import { ScriptPage } from './script/page.ts';
import { nodeIn, parseScriptPart, parseStatements } from './script/tree.ts';
import type { Piece, SourceText } from './source-text.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

export class MdxBlocks extends MarkdownBlocks {
  readonly #page: ScriptPage;

  constructor(file: SourceText, skipped: number) {
    super(file, skipped);
    this.#page = new ScriptPage(file.source);
  }

  /** Sentences that a program shows sometimes; asked for last. */
  later(): Block[] {
    return this.#shown(this.#page.later(), []);
  }

  protected override block(node: RootContent, within: readonly number[]): Block[] {
    if (node.type === 'paragraph' && isOnlyJsx(node))
      return node.children.flatMap((child) =>
        child.type === 'text' ? [] : this.#shown(this.#nodes(child), [...within, -this.range(child).from - 1]),
      );
    if (node.type === 'mdxJsxFlowElement')
      return this.#shown(this.#jsxNodes(node), [...within, -this.range(node).from - 1]);
    if (node.type === 'mdxjsEsm') {
      const { from, to } = this.range(node);
      return this.#shown(this.#page.nodes(parseStatements(this.file.source.slice(from, to), from)), within);
    }
    return node.type === 'mdxFlowExpression' ? this.#shown(this.#nodes(node), within) : super.block(node, within);
  }

  protected override text(node: Parents): Text {
    return this.file.joined(withoutFragments(this.pieces(node)));
  }

  protected override pieces(node: Nodes, into: Piece[] = []): Piece[] {
    if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxTextExpression') return super.pieces(node, into);
    const shown = elementNode('span', this.#nodes(node), this.range(node));
    into.push(...spokenPieces(shown, placesInFile(this.file)));
    return into;
  }

  #shown(nodes: ChildNode[], within: readonly number[]): Block[] {
    if (!nodes.length) return [];
    return shownBlocks(documentOf(nodes), placesInFile(this.file)).map((block) => ({
      ...block,
      within: [...within, ...block.within.map((one) => -this.file.source.length - one)],
    }));
  }

  /** Markdown inside a component is part of the page that it shows. */
  #nodes(node: Nodes): ChildNode[] {
    const range = this.range(node);
    switch (node.type) {
      case 'text':
        return [wordsNode({ words: node.value, ...range })];
      case 'inlineCode':
        return [elementNode('code', [wordsNode({ words: node.value, ...range })], range)];
      case 'break':
        return [elementNode('br', [], range)];
      case 'image':
        return [elementNode('img', [], range, { alt: { value: node.alt ?? '', ...range } })];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#jsxNodes(node);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return this.#expressionNodes(node);
      case 'table': {
        const [head, ...rows] = node.children.map((row, r) => this.#row(row, r === 0 ? 'th' : 'td'));
        const children = [...(head ? [elementNode('thead', [head], range)] : []), ...rows];
        return [elementNode('table', children, range)];
      }
      default: {
        const children = 'children' in node ? node.children.flatMap((child) => this.#nodes(child)) : [];
        return [elementNode(elementOf(node), children, range)];
      }
    }
  }

  #row(row: Parents, cell: string): ChildNode {
    const cells = row.children.map((one) => {
      const children = 'children' in one ? one.children.flatMap((child) => this.#nodes(child)) : [];
      return elementNode(cell, children, this.range(one));
    });
    return elementNode('tr', cells, this.range(row));
  }

  #jsxNodes(node: Jsx): ChildNode[] {
    const children = node.children.flatMap((child) => this.#nodes(child));
    const tag = node.name;
    if (!tag) return children;
    const inLine = node.type === 'mdxJsxTextElement';
    const component = { tag, properties: this.#propertiesOf(node), range: this.range(node), inLine };
    return /^[a-z][\w-]*$/.test(tag)
      ? [htmlNode(this.#page, component, children)]
      : componentNodes(this.#page, component, children);
  }

  /** The opening tag alone, closed: what stands in it is a program. */
  #propertiesOf(node: Jsx): Property[] {
    const last = node.attributes.at(-1)?.position?.end.offset;
    if (last === undefined) return [];
    const { from } = this.range(node);
    const element = parseScriptPart(`${this.file.source.slice(from, last + this.skipped)}/>`, from);
    const opening = nodeIn(element, 'openingElement');
    return opening ? propertiesIn(opening) : [];
  }

  #expressionNodes(node: Nodes & { value: string }): ChildNode[] {
    const { from } = this.range(node);
    const code = node.value.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => ' '.repeat(comment.length));
    return code.trim() ? this.#page.inline(parseScriptPart(code, from + 1)) : [];
  }
}

/** A line of components and nothing else is no paragraph: it shows what they show. */
function isOnlyJsx({ children }: Parents): boolean {
  return (
    children.some((child) => child.type === 'mdxJsxTextElement') &&
    children.every((child) => /^mdx/.test(child.type) || (child.type === 'text' && !child.value.trim()))
  );
}

function elementOf(node: Nodes): string {
  switch (node.type) {
    case 'heading':
      return `h${node.depth}`;
    case 'paragraph':
      return 'p';
    case 'list':
      return 'ul';
    case 'listItem':
      return 'li';
    case 'blockquote':
      return isCallout(node) ? 'div' : 'blockquote';
    case 'code':
      return 'pre';
    case 'delete':
      return 'del';
    default:
      return 'span';
  }
}
