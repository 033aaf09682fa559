/** An element of JSX goes in; nodes of a page, as a browser would show them, come out. */
import type { ChildNode } from 'domhandler';
import { HOLE } from '../aligned.ts';
import { decoded } from '../decoded.ts';
import { type Attribute, elementNode, wordsNode } from '../page-nodes.ts';
import type { Range } from '../source-text.ts';
import { componentNodes } from './component.ts';
import type { Property } from './data.ts';
import { literalOf, wholeOf } from './literal.ts';
import type { ScriptPage } from './page.ts';
import { bare, type Node, nodeIn, nodesIn, rangeOf } from './tree.ts';

/** `inLine`: whether words stand beside it. */
export function jsxNodes(page: ScriptPage, node: Node, inLine = false): ChildNode[] {
  if (node.type === 'JSXFragment') return childNodes(page, node);
  const opening = nodeIn(node, 'openingElement');
  const name = opening && nodeIn(opening, 'name');
  if (!opening || !name) return [];
  const tag = page.source.slice(name.start, name.end);
  const properties = propertiesIn(opening);
  const shown = () => [...childNodes(page, node), ...computed(page, opening)];
  if (/^[a-z][\w-]*$/.test(tag)) return [htmlNode(page, { tag, properties, range: rangeOf(node) }, shown())];
  return componentNodes(page, { tag, properties, range: rangeOf(node), inLine }, shown());
}

export interface Tag {
  tag: string;
  properties: readonly Property[];
  range: Range;
  inLine?: boolean;
}

const RENAMED: Readonly<Record<string, string>> = {
  className: 'class',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  htmlFor: 'for',
};
export function htmlNode(page: ScriptPage, { tag, properties, range }: Tag, children: ChildNode[]): ChildNode {
  const attributes: Record<string, Attribute> = {};
  for (const { name, value } of properties) {
    const known = wholeOf(value);
    const node = bare(value);
    if (known) attributes[RENAMED[name] ?? name] = { value: known.words, from: known.from, to: known.to };
    else if (node.type === 'BooleanLiteral' && node.value) attributes[name] = { value: 'true', ...rangeOf(node) };
  }
  const placeholder = attributes.placeholder;
  const element = elementNode(tag, children, range, attributes);
  if (!placeholder) return element;
  return elementNode(
    'div',
    [element, page.paragraph([{ words: placeholder.value, ...placeholder }], placeholder)],
    range,
  );
}

/** Attributes in order; one without a value is true. */
export function propertiesIn(opening: Node): Property[] {
  return nodesIn(opening, 'attributes').flatMap((one): Property[] => {
    const key = nodeIn(one, 'name');
    if (one.type !== 'JSXAttribute' || !key) return [];
    const written = nodeIn(one, 'value');
    const value = written?.type === 'JSXExpressionContainer' ? nodeIn(written, 'expression') : written;
    const name = String(key.type === 'JSXNamespacedName' ? nodeIn(key, 'name')?.name : key.name);
    return [{ name, key, value: value ?? { type: 'BooleanLiteral', value: true, start: key.start, end: key.end } }];
  });
}

/** JSX that stands in attributes, such as `icon={<b>Pro</b>}`, and HTML that is set whole. */
function computed(page: ScriptPage, opening: Node): ChildNode[] {
  return propertiesIn(opening).flatMap(({ name, value }) => {
    const node = bare(value);
    if (name === 'dangerouslySetInnerHTML') return page.of(node);
    return /^JSX|Function/.test(node.type) ? page.of(node) : [];
  });
}

function childNodes(page: ScriptPage, node: Node): ChildNode[] {
  const children = nodesIn(node, 'children');
  const inLine = children.some((child) => isWords(page.source, child));
  return children.flatMap((child): ChildNode[] => {
    if (child.type === 'JSXText') return textNodes(page.source, child);
    if (child.type !== 'JSXExpressionContainer' && child.type !== 'JSXSpreadChild')
      return jsxNodes(page, child, inLine);
    const expression = nodeIn(child, 'expression');
    if (!expression || expression.type === 'JSXEmptyExpression') return [];
    return page.inline(expression);
  });
}

/** White space with a line break in it at either end is not shown. */
function textNodes(source: string, { start, end }: Node): ChildNode[] {
  const written = source.slice(start, end);
  const lead = /^\s*\n\s*/.exec(written)?.[0].length ?? 0;
  const rest = written.slice(lead);
  const kept = rest.replace(/\s*\n\s*$/, '');
  return kept ? [wordsNode({ words: decoded(kept), from: start + lead, to: start + lead + kept.length })] : [];
}

/** Says something that nobody here knows. */
export function hole(range: Range): ChildNode {
  return wordsNode({ words: HOLE, ...range });
}

function isWords(source: string, child: Node): boolean {
  if (child.type === 'JSXText') return source.slice(child.start, child.end).trim() !== '';
  const expression = child.type === 'JSXExpressionContainer' ? nodeIn(child, 'expression') : undefined;
  return expression !== undefined && literalOf(expression)?.some(({ words }) => words.trim()) === true;
}
