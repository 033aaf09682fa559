/** A component of JSX goes in; what it shows comes out, as far as its name, its properties and its children tell. */
import type { ChildNode } from 'domhandler';
import { codeWords } from '../code-words.ts';
import { elementNode, wordsNode } from '../page-nodes.ts';
import type { Piece } from '../source-text.ts';
import { bodyNodes, headOf, type Property } from './data.ts';
import { hole, htmlNode, type Tag } from './jsx.ts';
import { wholeOf } from './literal.ts';
import { GATED, IDS, isSilent, titled } from './names.ts';
import type { ScriptPage } from './page.ts';
import { isCopy } from './prose.ts';

/** What the last word of a component's name says that it is. */
const KINDS: readonly [name: RegExp, element: string][] = [
  [/^(?:Image|Img)$/, 'img'],
  [/(?:Title|Heading|Headline)$/, 'h4'],
  [/(?:ListItem|^Li|Bullet)$/, 'li'],
  [/^(?:UnorderedList|OrderedList|List|Ul|Ol)$/, 'ul'],
  [/^(?:Table|DataTable)$/, 'table'],
  [/^(?:TableHeader|TableHead|Thead|THead)$/, 'thead'],
  [/^(?:TableBody|Tbody|TBody)$/, 'tbody'],
  [/^(?:TableRow|Tr|TR)$/, 'tr'],
  [/^(?:TableCell|Td|TD)$/, 'td'],
  [/^(?:TableHeaderCell|Th|TH)$/, 'th'],
  [/(?:Card|Section|Panel|TabItem|Tab|Dialog|Modal|Accordion|AccordionItem|Step|Tier|Plan|Column)$/, 'section'],
  [/^(?:Code|InlineCode|Kbd)$/, 'code'],
  [/^(?:Script|Style|Head)$/, 'script'],
  [/^(?:Blockquote|Quote|Testimonial)$/, 'blockquote'],
  [/^(?:Strike|Del|S)$/, 'del'],
];
const BADGE = /(?:Badge|Chip|Tag|Pill|Label)$/;
const SAID = new Set(['text', 'title', 'label', 'name', 'content', 'children', 'value']);
const YES = /^(?:\w+\.)*(?:\w*Check(?:mark|Mark|Circle|Icon)*|Tick(?:Icon)?|YesIcon|Yes)$/;
const NO = /^(?:\w+\.)*(?:X(?:Icon|Mark|Circle)*|Cross(?:Icon|Mark)*|Minus(?:Icon)?|Dash(?:Icon)?|NoIcon|No)$/;

export function componentNodes(page: ScriptPage, component: Tag, children: ChildNode[]): ChildNode[] {
  const { tag, properties, range } = component;
  if (BADGE.test(tag)) return badgeNodes(properties, children, component);
  const as = as_(properties) ?? KINDS.find(([name]) => name.test(tag.slice(tag.lastIndexOf('.') + 1)))?.[1];
  const own = ownNodes(page, properties);
  if (!children.length && !own.length) {
    if (as === 'img' || as === 'td' || as === 'th') return [htmlNode(page, { ...component, tag: as }, children)];
    const label = properties.find(({ name }) => name === 'aria-label' || name === 'alt');
    const words = label && wholeOf(label.value);
    if (words) return [wordsNode({ words: ` ${words.words} `, from: words.from - 1, to: words.to + 1 })];
    const sign = YES.test(tag) ? ' ✓ ' : NO.test(tag) ? ' ✗ ' : undefined;
    return [sign ? wordsNode({ words: sign, ...range, told: true }) : hole(range)];
  }
  if (!own.length) return [elementNode(as ?? (component.inLine ? 'span' : 'div'), children, range)];
  return [elementNode(as && as !== 'img' ? as : 'article', [...own, ...children], range)];
}

/** `as="h2"`, `component="li"`. */
function as_(properties: readonly Property[]): string | undefined {
  const found = properties.find(({ name }) => name === 'as' || name === 'component');
  const tag = found && wholeOf(found.value)?.words;
  return tag && /^[a-z][a-z0-9]*$/.test(tag) ? tag : undefined;
}

/** What properties say: a heading and what stands under it, or who may have a feature. */
function ownNodes(page: ScriptPage, properties: readonly Property[]): ChildNode[] {
  const [gated, plan] = [find(properties, GATED), find(properties, IDS)];
  const title = headOf(properties.filter(({ name }) => !IDS.has(name) && !GATED.has(name)));
  const rest = properties.filter((one) => ![gated, plan, title].includes(one) && !isSilent(one.name));
  const said = [...rest.flatMap((one) => bodyNodes(page, [one]))];
  const about = gated ?? title;
  const head = about ? [aboutPiece(about)] : plan ? [planPiece(plan)] : [];
  const badge = about && plan ? bracketed([planPiece(plan)]) : [];
  if (!head.length) return said;
  const words = [...head, ...badge];
  // The id may be one that only the component knows; its label is what people read.
  const label = gated && plan && title ? [aboutPiece(title), ...badge] : [];
  return [
    page.paragraph(words, words[0]!, gated ? 'p' : 'h5'),
    ...(label.length ? [page.paragraph(label, label[0]!, 'p')] : []),
    ...said,
  ];
}

function find(properties: readonly Property[], names: ReadonlySet<string>): Property | undefined {
  return properties.find(({ name, value }) => names.has(name) && wholeOf(value)?.words.trim());
}

/** An id is set as code, so that it is known as one. */
function aboutPiece({ name, value }: Property): Piece {
  const piece = wholeOf(value)!;
  return GATED.has(name) && /^[a-z][\w.:-]*$/.test(piece.words)
    ? { ...piece, words: codeWords(piece.words), told: true }
    : piece;
}

function planPiece({ value }: Property): Piece {
  const piece = wholeOf(value)!;
  return { ...piece, words: titled(piece.words) };
}

function bracketed(pieces: readonly Piece[]): Piece[] {
  const [from, to] = [pieces[0]!.from, pieces.at(-1)!.to];
  return [{ words: ' (', from, to: from }, ...pieces, { words: ')', from: to, to }];
}

/** `Audit log <Badge>Pro</Badge>` says what "Audit log (Pro)" says. */
function badgeNodes(properties: readonly Property[], children: ChildNode[], { range }: Tag): ChildNode[] {
  const plan = find(properties, IDS);
  const said = properties.find(({ name, value }) => SAID.has(name) && isCopy(wholeOf(value)?.words ?? ''));
  const piece = plan ? planPiece(plan) : said && wholeOf(said.value);
  const words = children.length ? children : piece ? [wordsNode(piece)] : [hole(range)];
  const at = { from: range.from, to: range.from };
  return [wordsNode({ words: ' (', ...at }), ...words, wordsNode({ words: ') ', from: range.to, to: range.to })];
}
