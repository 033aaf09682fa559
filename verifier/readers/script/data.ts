/** Objects and lists in a program go in, such as the cards of a pricing page; the page that they are shown as comes out. */
import type { ChildNode } from 'domhandler';
import { HOLE } from '../aligned.ts';
import { elementNode, wordsNode } from '../page-nodes.ts';
import type { Piece } from '../source-text.ts';
import { literalOf, wholeOf } from './literal.ts';
import { GATED, HEADS, IDS, isPeriod, isPresence, isPrice, isSilent, periodOf, titled, wordsOfName } from './names.ts';
import type { ScriptPage } from './page.ts';
import { isCopy, isMarkup, isProse, isValue } from './prose.ts';
import { bare, type Node, nodeIn, nodesIn, rangeOf } from './tree.ts';

export interface Property {
  name: string;
  /** The name as it is written. */
  key: Node;
  value: Node;
}

/** `{ name: 'Pro', price: '$19', features: [...] }`: the name heads all the rest. */
export function objectNodes(page: ScriptPage, object: Node): ChildNode[] {
  const properties = propertiesOf(object);
  if (isHidden(properties)) return [];
  const rest = nodesIn(object, 'properties').filter((one) => one.type !== 'ObjectProperty');
  const shown = [...cardNodes(page, properties), ...rest.flatMap((one) => page.of(one))];
  return shown.length ? [elementNode('article', shown, rangeOf(object))] : [];
}

/** A card's heading and what is said under it; without a heading, each part by its own name. */
function cardNodes(page: ScriptPage, properties: readonly Property[]): ChildNode[] {
  const head = headOf(properties);
  const others = properties.filter((one) => one !== head);
  if (head) return page.below((name) => [headingNode(page, head, name), ...bodyNodes(page, others)]);
  const record =
    properties.length > 1 && properties.every(({ name, value }) => wholeOf(value) && !isSilent(name) && !isPrice(name));
  return record ? [recordNode(page, properties)] : properties.flatMap((one) => namedNodes(page, one));
}

export function headOf(properties: readonly Property[]): Property | undefined {
  for (const name of HEADS) {
    const found = properties.find((one) => one.name === name);
    const words = found && wholeOf(found.value)?.words;
    if (words && (IDS.has(name) || GATED.has(name) || isCopy(words))) return found;
  }
  return undefined;
}

function headingNode(page: ScriptPage, { name, value }: Property, element: string): ChildNode {
  const piece = wholeOf(value)!;
  const words = IDS.has(name) ? titled(piece.words) : piece.words;
  return page.paragraph([{ ...piece, words }], piece, element);
}

/** `showInTable: false` and nothing that is shown; `internal: true`. */
function isHidden(properties: readonly Property[]): boolean {
  const says = (names: RegExp, is: boolean) =>
    properties.some(
      ({ name, value }) => names.test(name) && bare(value).type === 'BooleanLiteral' && bare(value).value === is,
    );
  return says(HIDES, true) || (says(SHOWS, false) && !says(SHOWS, true));
}

const HIDES = /^(?:is)?(?:hidden|internal|draft|deprecated|retired)$/i;
const SHOWS = /^(?:is)?(?:show(?:n|In\p{Lu}.*)?|visible|public|published|listed|display(?:ed|able)?(?:In\p{Lu}.*)?)$/iu;

/** Values under their names in a list of terms; everything else in the order of the text. */
export function bodyNodes(page: ScriptPage, properties: readonly Property[]): ChildNode[] {
  const rows = properties.some(isSaid) ? properties.flatMap((one) => rowOf(page, one)) : [];
  const terms = rows.length ? [elementNode('dl', rows, rangeOf(properties[0]!.key))] : [];
  return [...properties.flatMap((one) => propertyNodes(page, one)), ...terms];
}

/** Prose, a price or a list: without any of these, an object is a record of what is, and no card. */
function isSaid({ name, value }: Property): boolean {
  const node = bare(value);
  const words = literalOf(node)
    ?.map((piece) => piece.words)
    .join('');
  return (
    node.type === 'ArrayExpression' ||
    (words !== undefined && (isProse(words) || (isPrice(name) && /\p{Sc}/u.test(words))))
  );
}

/** `agents: '25'`, `auditLog: true`. */
function rowOf(page: ScriptPage, { name, key, value }: Property): ChildNode[] {
  const said = isSilent(name) || isPrice(name) || isPeriod(name) ? undefined : saidOf(value);
  if (!said) return [];
  const term: Piece = { words: wordsOfName(name), ...rangeOf(key), told: true };
  return [page.paragraph([term], term, 'dt'), page.paragraph([said], said, 'dd')];
}

/** A number, a yes or no, or words that say as little alone. */
function saidOf(expression: Node): Piece | undefined {
  const node = bare(expression);
  if (node.type === 'BooleanLiteral') return { words: node.value ? 'Yes' : 'No', ...rangeOf(node), told: true };
  const whole = wholeOf(node);
  return whole && isValue(whole.words) ? whole : undefined;
}

function propertyNodes(page: ScriptPage, { name, value }: Property): ChildNode[] {
  const node = bare(value);
  const words = literalOf(node);
  if (words) return wordNodes(page, name, node, words);
  if (node.type === 'ObjectExpression') {
    const inner = propertiesOf(node);
    return isPrice(name) && !headOf(inner) ? inner.flatMap((one) => propertyNodes(page, one)) : page.of(node);
  }
  return page.of(node);
}

function wordNodes(page: ScriptPage, name: string, node: Node, pieces: readonly Piece[]): ChildNode[] {
  const words = pieces.map((one) => one.words).join('');
  if (isMarkup(words)) return page.of(node);
  if (isSilent(name) || IDS.has(name)) return [];
  const range = rangeOf(node);
  if (isPrice(name))
    return isCopy(words) && /\D/.test(words) ? [page.paragraph(priced(name, words, pieces), range)] : [];
  if (isPeriod(name))
    return [
      page.paragraph(
        /^\p{L}/u.test(words) && !/^(?:per|a|an|each|billed|monthly|yearly|annually)\b/i.test(words)
          ? [{ words: 'per ', from: range.from, to: range.from }, ...pieces]
          : pieces,
        range,
      ),
    ];
  return !isValue(words) && (isCopy(words) || isProse(words)) ? [page.paragraph(pieces, range)] : [];
}

/** `monthly: '$19'` is "$19 per month". */
function priced(name: string, words: string, pieces: readonly Piece[]): readonly Piece[] {
  const period = periodOf(name);
  const at = pieces.at(-1)!.to;
  return period && !/\b(?:month|year|mo|yr|annual)/i.test(words)
    ? [...pieces, { words: ` per ${period}`, from: at, to: at }]
    : pieces;
}

/** `{ audit_log: 'Pro', sso: 'Business' }`: a term and what is said of it. */
function recordNode(page: ScriptPage, properties: readonly Property[]): ChildNode {
  const rows = properties.flatMap(({ name, key, value }) => {
    const [term, said] = [rangeOf(key), wholeOf(value)!];
    const id = /^[a-z][a-z0-9]*(?:[_.-][a-z0-9]+)+$/.test(name);
    return [
      page.paragraph([{ words: id ? `\`${name}\`` : wordsOfName(name), ...term, told: true }], term, 'dt'),
      page.paragraph([said], said, 'dd'),
    ];
  });
  return elementNode('dl', rows, { from: properties[0]!.key.start, to: properties.at(-1)!.value.end });
}

/** `FEATURE_MIN_TIER = { audit_log: 'pro' }`: the name says what the values are. */
export function gateNodes(page: ScriptPage, object: Node): ChildNode[] {
  const rows = propertiesOf(object).flatMap(({ name, key, value }): ChildNode[] => {
    const plan = wholeOf(value);
    if (!plan) return [];
    const id = /^[a-z]\w*$/.test(name) ? `\`${name}\`` : name;
    const pieces = [
      { words: id, ...rangeOf(key), told: true },
      { words: ' requires ', from: key.end, to: plan.from, told: true },
      { ...plan, words: titled(plan.words) },
      // The name of a product line as the least that it takes: any of its plans.
      ...(/\bplan$/i.test(plan.words) ? [] : [{ words: ' plan', from: plan.to, to: plan.to, told: true }]),
    ];
    return [page.paragraph(pieces, { from: key.start, to: value.end }, 'li')];
  });
  return rows.length ? [elementNode('ul', rows, rangeOf(object))] : [];
}

/** `{ pro: { price: '$19' }, relay: { … } }`: a name heads what has none of its own. */
function namedNodes(page: ScriptPage, property: Property): ChildNode[] {
  const { name, key, value } = property;
  const node = bare(value);
  const isData = node.type === 'ObjectExpression' || node.type === 'ArrayExpression';
  const headed = node.type === 'ObjectExpression' && headOf(propertiesOf(node));
  if (!isData || headed || isSilent(name)) return propertyNodes(page, property);
  return page.below((element) => {
    const shown = page.of(node);
    if (!shown.length) return [];
    const heading = page.paragraph([{ words: titled(name), ...rangeOf(key) }], rangeOf(key), element);
    return [elementNode('article', [heading, ...shown], { from: key.start, to: value.end })];
  });
}

export function arrayNodes(page: ScriptPage, array: Node): ChildNode[] {
  const elements = nodesIn(array, 'elements')
    .map(bare)
    .filter((one) => one.type !== 'ObjectExpression' || !isHidden(propertiesOf(one)));
  const range = rangeOf(array);
  const table = tableNode(page, elements, array);
  if (table) return [table];
  if (elements.length && elements.every((one) => pairOf(one)))
    return [
      elementNode(
        'dl',
        elements.flatMap((one) => pairNodes(page, pairOf(one)!)),
        range,
      ),
    ];
  const words = elements.filter((one) => literalOf(one));
  if (words.length < elements.length) return elements.flatMap((one) => page.of(one));
  const items = words.flatMap((one) => {
    const pieces = literalOf(one)!;
    const said = pieces.map((piece) => piece.words).join('');
    if (isMarkup(said)) return page.of(one);
    return isCopy(said) ? [page.paragraph(pieces, rangeOf(one), 'li')] : [];
  });
  return items.length ? [elementNode('ul', items, range)] : [];
}

interface Pair {
  term: Piece;
  said: Piece;
}

/** `{ label: 'Audit log', included: false }`: a name and one value. */
function pairOf(node: Node): Pair | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  const properties = propertiesOf(node);
  const head = headOf(properties);
  const values = properties.filter(({ name, value }) => isPresence(name) && (saidOf(value) || wholeOf(value)));
  const [value] = values;
  if (!head || values.length !== 1 || !value || value === head) return undefined;
  const term = wholeOf(head.value)!;
  const said = saidOf(value.value) ?? wholeOf(value.value)!;
  return {
    term:
      GATED.has(head.name) && /^[a-z]\w*$/.test(term.words)
        ? { ...term, words: `\`${term.words}\``, told: true }
        : term,
    said,
  };
}

function pairNodes(page: ScriptPage, { term, said }: Pair): ChildNode[] {
  return [page.paragraph([term], term, 'dt'), page.paragraph([said], said, 'dd')];
}

/** `[{ feature: 'Audit log', relay: false, pro: true }, …]`: a table whose columns are the names that all rows share. */
function tableNode(page: ScriptPage, elements: readonly Node[], array: Node): ChildNode | undefined {
  const rows = elements.map((one) => (one.type === 'ObjectExpression' ? flat(propertiesOf(one)) : []));
  const [first] = rows;
  const head = first && headOf(first);
  if (!head || rows.length < 2) return undefined;
  const columns = first.filter(
    ({ name, value }) => name !== head.name && !isSilent(name) && !isPrice(name) && !isPresence(name) && saidOf(value),
  );
  const flags = columns.filter((one) => rows.some((row) => isFlag(row.find(({ name }) => name === one.name))));
  if (columns.length < 2 || !flags.length) return undefined;
  const cell = (name: string, piece: Piece) => page.paragraph([piece], piece, name);
  const empty = { words: '', from: array.start, to: array.start };
  const unknown = { words: HOLE, from: array.start, to: array.start + 1 };
  const top = columns.map(({ name, key }) => cell('th', { words: titled(name), ...rangeOf(key) }));
  const body = rows.flatMap((row) => {
    const title = row.find(({ name }) => name === head.name);
    const term = title && wholeOf(title.value);
    if (!term) return [];
    const cells = columns.map(({ name }) => {
      const said = row.find((one) => one.name === name);
      return cell('td', (said && (saidOf(said.value) ?? wholeOf(said.value))) ?? unknown);
    });
    return [elementNode('tr', [cell('th', term), ...cells], term)];
  });
  const corner = elementNode('th', [wordsNode(empty)], empty);
  return elementNode(
    'table',
    [elementNode('thead', [elementNode('tr', [corner, ...top], empty)], empty), ...body],
    rangeOf(array),
  );
}

function isFlag(property: Property | undefined): boolean {
  return property !== undefined && bare(property.value).type === 'BooleanLiteral';
}

/** `values: { relay: true, pro: true }` beside the name of a row. */
function flat(properties: readonly Property[]): Property[] {
  return properties.flatMap((one) => {
    const node = bare(one.value);
    return node.type === 'ObjectExpression' ? propertiesOf(node) : [one];
  });
}

function propertiesOf(object: Node): Property[] {
  return nodesIn(object, 'properties').flatMap((one): Property[] => {
    const [key, value] = [nodeIn(one, 'key'), nodeIn(one, 'value')];
    if (one.type !== 'ObjectProperty' || one.computed || !key || !value) return [];
    const name = key.type === 'Identifier' ? key.name : key.value;
    return [{ name: String(name), key, value }];
  });
}
