/** The syntax tree of a program goes in; the page that its strings, cards and JSX make up comes out. */
import type { ChildNode } from 'domhandler';
import { elementNode, wordsNode } from '../page-nodes.ts';
import type { Piece, Range } from '../source-text.ts';
import { arrayNodes, gateNodes, objectNodes } from './data.ts';
import { jsxNodes } from './jsx.ts';
import { holeOf, literalOf, wholeOf } from './literal.ts';
import { markupNodes } from './markup.ts';
import { isGates, isMachineCall, titled } from './names.ts';
import { isMarkup, isProse } from './prose.ts';
import { bare, childrenOf, type Node, nodeIn, nodesIn, rangeOf } from './tree.ts';

export class ScriptPage {
  /** Whole sentences inside what is computed: shown sometimes, so read apart from the sentence around them. */
  readonly #later: ChildNode[] = [];

  /** How many objects are open: the heading of one stands below the heading of the one around it. */
  #level = 1;

  constructor(readonly source: string) {}

  /** Reads something under the heading of what is around it. */
  below<T>(read: (heading: string) => T): T {
    this.#level += 1;
    try {
      return read(`h${Math.min(6, this.#level)}`);
    } finally {
      this.#level -= 1;
    }
  }

  /** Each statement is a container of its own: no heading speaks for the next. */
  nodes(program: Node): ChildNode[] {
    const sections = nodesIn(program, 'body').flatMap((statement) =>
      this.contained(this.of(statement), rangeOf(statement)),
    );
    return [...sections, ...this.later()];
  }

  /** Takes what was left for the end. */
  later(): ChildNode[] {
    return this.#later.splice(0);
  }

  contained(nodes: ChildNode[], range: Range): ChildNode[] {
    return nodes.length ? [elementNode('section', nodes, range)] : [];
  }

  /** What any expression or statement shows. */
  of(code: Node): ChildNode[] {
    const node = bare(code);
    switch (node.type) {
      case 'JSXElement':
      case 'JSXFragment':
        return this.contained(jsxNodes(this, node), rangeOf(node));
      case 'ObjectExpression':
        return objectNodes(this, node);
      case 'ArrayExpression':
        return arrayNodes(this, node);
      case 'StringLiteral':
      case 'TemplateLiteral':
        return this.#alone(node);
      case 'BinaryExpression':
        return node.operator === '+' && literalOf(node)
          ? this.#alone(node)
          : this.#parts(node, /^(?:String|Template)Literal$/);
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        return this.#parts(node, isMachineCall(this.#callee(node)) ? /Literal$|^BinaryExpression$/ : undefined);
      case 'TaggedTemplateExpression':
        return /^(?:t|msg|trans|i18n|html)$/.test(this.#callee(node, 'tag')) ? this.#parts(node) : [];
      case 'VariableDeclarator':
        return this.#declared(node);
      case 'SwitchCase':
        return this.#case(node);
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'DirectiveLiteral':
        return [];
      case 'ExportNamedDeclaration':
        return this.#parts(node, /^StringLiteral$/);
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        return this.#parts(node, /Literal$/);
      default:
        return this.#parts(node);
    }
  }

  /** Words in running text: those that are known, a hole for the rest, and what the rest shows in whole sentences. */
  inline(expression: Node): ChildNode[] {
    const known = literalOf(expression);
    if (known) return known.map((piece) => wordsNode(piece));
    const shown = this.of(expression);
    if (hasJsx(expression) && shown.length) return shown;
    this.#later.push(...this.contained(shown, rangeOf(expression)));
    return [wordsNode(holeOf(expression))];
  }

  paragraph(pieces: readonly Piece[], range: Range, name = 'p'): ChildNode {
    return elementNode(
      name,
      pieces.map((piece) => wordsNode(piece)),
      range,
    );
  }

  #alone(node: Node): ChildNode[] {
    const pieces = literalOf(node) ?? [];
    const words = pieces.map((piece) => piece.words).join('');
    if (isMarkup(words)) return this.contained(markupNodes(this.source, node), rangeOf(node));
    const inside = node.type === 'TemplateLiteral' ? nodesIn(node, 'expressions').flatMap((one) => this.of(one)) : [];
    return [...(isProse(words) ? [this.paragraph(pieces, rangeOf(node))] : []), ...inside];
  }

  #parts(node: Node, but?: RegExp): ChildNode[] {
    return childrenOf(node).flatMap((child) => (but?.test(bare(child).type) ? [] : this.of(child)));
  }

  #declared(node: Node): ChildNode[] {
    const init = nodeIn(node, 'init');
    const value = init && bare(init);
    if (value?.type === 'ObjectExpression' && isGates(String(nodeIn(node, 'id')?.name))) return gateNodes(this, value);
    return init ? this.of(init) : [];
  }

  #callee(node: Node, field = 'callee'): string {
    const callee = nodeIn(node, field);
    return callee
      ? this.source.slice(callee.start, Math.min(callee.end, callee.start + 200)).replaceAll('?.', '.')
      : '';
  }

  /** `case 'pro':` heads what is given back for it. */
  #case(node: Node): ChildNode[] {
    return this.below((name) => {
      const test = nodeIn(node, 'test');
      const shown = nodesIn(node, 'consequent').flatMap((one) => this.of(one));
      const head = test && wholeOf(test);
      if (!head || !shown.length) return shown;
      const heading = this.paragraph([{ ...head, words: titled(head.words) }], head, name);
      return this.contained([heading, ...shown], rangeOf(node));
    });
  }
}

const MOST_LOOKED_AT = 2_000;

function hasJsx(expression: Node): boolean {
  const waiting = [expression];
  for (let n = 0; waiting.length && n < MOST_LOOKED_AT; n++) {
    const node = waiting.pop()!;
    if (node.type.startsWith('JSX')) return true;
    waiting.push(...childrenOf(node));
  }
  return false;
}
