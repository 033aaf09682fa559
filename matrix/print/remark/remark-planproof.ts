/** The tree of a page goes in; the same with `<!-- planproof:value plan=pro key=history -->` replaced by what it asks for comes out. */
import type { DocsData } from '../docs-data.ts';
import type { Words, Wrong } from '../regions/asked.ts';
import { type Block, type RegionWords, regionWords } from '../regions/region-words.ts';
import { type File, type Node, pointAt } from './tree.ts';

export interface RemarkPlanproofOptions {
  /** What `planproof generate` printed as `docs-data`. */
  data: DocsData;
}

/** `planproof:begin` and `planproof:end` mark what `planproof generate` fills, and stand for nothing here. */
const ASKS = /^[ \t\r\n]*planproof:(?!begin\b|end\b)([a-z][\s\S]{0,500}?)[ \t\r\n]*$/;
const COMMENT = /<!--([\s\S]*?)-->/g;

/**
 * For unified: `use(remarkPlanproof, { data })`. In Markdown a comment of HTML asks, in MDX `{/* planproof:… *\/}`. A plan
 * or key that the data does not have fails the page, at its line and column.
 */
export function remarkPlanproof({ data }: RemarkPlanproofOptions): (tree: unknown, file: unknown) => void {
  if (!data?.plans || !data.capabilities)
    throw new TypeError('remarkPlanproof needs `data`: the JSON that `planproof generate` prints as docs-data.');
  return (tree, file) => fill(tree as Node, { data, file: file as File });
}

interface Page {
  data: DocsData;
  file: File;
}

function fill(parent: Node, page: Page): void {
  if (!parent.children) return;
  const only = parent.children.filter((child) => child.type !== 'text' || child.value?.trim()).length === 1;
  parent.children = parent.children.flatMap((child) => {
    fill(child, page);
    if (child.type === 'html') return ofComment(child, parent, page);
    if (child.type === 'mdxTextExpression' || child.type === 'mdxFlowExpression') {
      const inside = /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(child.value ?? '')?.[1];
      const words = inside === undefined ? undefined : asked(inside, child, page);
      return words ? nodesFor(words, { flow: child.type === 'mdxFlowExpression', child, page }) : [child];
    }
    return [child];
  });
  // A paragraph that is nothing but a table makes way for it.
  if (only && parent.type === 'paragraph' && parent.children.some(({ type }) => type === 'table' || type === 'list'))
    Object.assign(
      parent,
      parent.children.find(({ type }) => type === 'table' || type === 'list'),
    );
}

/** A comment alone becomes what it asks for; within other HTML, its words stand in its place. */
function ofComment(child: Node, parent: Node, page: Page): Node[] {
  const html = child.value ?? '';
  const [alone] = /^\s*<!--([\s\S]*?)-->\s*$/.exec(html)?.slice(1) ?? [];
  const flow = parent.type !== 'paragraph' && parent.type !== 'heading' && parent.type !== 'tableCell';
  if (alone !== undefined && !alone.includes('<!--')) {
    const words = asked(alone, child, page);
    return words ? nodesFor(words, { flow, child, page }) : [child];
  }
  const value = html.replace(COMMENT, (whole, inside: string) => {
    const words = asked(inside, child, page);
    if (!words) return whole;
    return 'inline' in words ? escaped(words.inline) : fail(page, child, standsAlone);
  });
  return [{ ...child, value }];
}

const standsAlone: Wrong = { found: 'A table or list stands inside other words.', write: 'it on lines of its own.' };

/** Nothing where the comment is none of ours. */
function asked(inside: string, child: Node, page: Page): Exclude<RegionWords, Wrong> | undefined {
  const ask = ASKS.exec(inside)?.[1];
  if (ask === undefined) return undefined;
  const start =
    page.file.toString().indexOf(`planproof:${ask}`, child.position?.start.offset ?? 0) + 'planproof:'.length;
  const words: Words = Array.from(ask.matchAll(/\S+/g), (word) => ({ value: word[0], at: start + word.index }));
  const found = regionWords(page.data, words);
  return 'found' in found ? fail(page, child, { at: start, length: ask.length, ...found }) : found;
}

function fail(
  { file }: Page,
  child: Node,
  { at = child.position?.start.offset ?? 0, length = 1, found, write }: Wrong,
): never {
  const source = file.toString();
  const place = { start: pointAt(source, at), end: pointAt(source, at + length) };
  return file.fail(`${found} Write: ${write}`, { place, source: 'planproof', ruleId: 'region-malformed' });
}

function nodesFor(
  words: Exclude<RegionWords, Wrong>,
  { flow, child, page }: { flow: boolean; child: Node; page: Page },
): Node[] {
  if (!('inline' in words)) {
    const isInSentence = !flow && !isAlone(page, child);
    return isInSentence ? fail(page, child, standsAlone) : [blockNode(words)];
  }
  const text: Node = { type: 'text', value: words.inline };
  return [flow ? { type: 'paragraph', children: [text] } : text];
}

/** Nothing else in its paragraph. */
function isAlone({ file }: Page, { position }: Node): boolean {
  const source = file.toString();
  const at = position?.start.offset ?? 0;
  const [before, after] = [source.slice(0, at).split('\n').at(-1)!, source.slice(at).split('\n')[0]!];
  return /^[\s>]*$/.test(before) && /^(?:<!--(?:(?!-->).)*-->|\{(?:(?!\}).)*\})\s*$/.test(after);
}

function blockNode(block: Block): Node {
  if ('list' in block)
    return {
      type: 'list',
      children: block.list.map((words) => ({
        type: 'listItem',
        children: [{ type: 'paragraph', children: [textNode(words)] }],
      })),
    };
  const row = (cells: readonly string[]): Node => ({
    type: 'tableRow',
    children: cells.map((words) => ({ type: 'tableCell', children: [textNode(words)] })),
  });
  return { type: 'table', children: [row(block.table.head), ...block.table.rows.map(row)] };
}

function textNode(value: string): Node {
  return { type: 'text', value };
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(words: string): string {
  return words.replace(/[&<>]/g, (sign) => ENTITIES[sign]!);
}
