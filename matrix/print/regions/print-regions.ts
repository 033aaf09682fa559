/** A Markdown or MDX text goes in; the same text with its marked regions printed afresh comes out, all else byte for byte. */
import type { Matrix } from '../../types.ts';
import { docsData } from '../docs-data.ts';
import type { Wrong } from './asked.ts';
import { inlineText } from './inline-text.ts';
import { type Mark, marksIn } from './marks.ts';
import { blockText, type RegionWords, regionWords } from './region-words.ts';

export interface RegionProblem {
  /** Counted from 1. */
  line: number;
  column: number;
  length: number;
  found: string;
  write: string;
}

export interface PrintedRegions {
  text: string;
  regions: number;
  problems: RegionProblem[];
}

export interface PageForm {
  mdx?: boolean;
  /** Where the page shows code: a mark in it is no mark. */
  code?: readonly (readonly [from: number, to: number])[];
}

/**
 * Reads `<!-- planproof:begin value plan=pro key=history -->` … `<!-- planproof:end -->`, and in MDX the same as
 * a comment of JSX. Problems leave the text untouched.
 */
export function printRegions(matrix: Matrix, text: string, { mdx = false, code = [] }: PageForm = {}): PrintedRegions {
  const marks = marksIn(text, mdx).filter((mark) => !code.some(([from, to]) => mark.from >= from && mark.to <= to));
  const data = marks.length ? docsData(matrix) : undefined;
  const problems: RegionProblem[] = [];
  const tell = ({ from, to }: Mark, { at, length, ...words }: Wrong) =>
    problems.push({
      ...placeOf(text, at ?? from),
      length: at === undefined ? firstLine(text, from, to) : length!,
      ...words,
    });
  const out: string[] = [];
  let [copied, regions] = [0, 0];
  let open: Mark | undefined;
  for (const mark of marks) {
    const wrong = misplaced(text, mark, open, mdx);
    if (wrong) tell(mark, wrong);
    if (mark.kind === 'begin') {
      regions += 1;
      const words = regionWords(data!, mark.words);
      if ('found' in words) tell(mark, words);
      if (!open) out.push(text.slice(copied, mark.to));
      copied = mark.to;
      open = mark;
    } else if (open) {
      out.push(filled(text, { begin: open, end: mark, words: regionWords(data!, open.words), mdx }));
      copied = mark.from;
      open = undefined;
    }
  }
  if (open) tell(open, { found: 'This region never ends.', write: `\`${comment('end', mdx)}\` after it.` });
  out.push(text.slice(copied));
  const sorted = problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { text: problems.length ? text : out.join(''), regions, problems: sorted };
}

function misplaced(text: string, mark: Mark, open: Mark | undefined, mdx: boolean): Wrong | undefined {
  if (mark.foreign)
    return mdx
      ? { found: 'MDX has no comments of HTML.', write: `\`${comment(mark.kind, mdx)}\`.` }
      : { found: 'Markdown shows this comment to its reader.', write: `\`${comment(mark.kind, mdx)}\`.` };
  if (mark.kind === 'begin' && open)
    return {
      found: `A region begins inside the one of line ${placeOf(text, open.from).line}.`,
      write: `\`${comment('end', mdx)}\` before it.`,
    };
  if (mark.kind === 'end' && !open)
    return {
      found: 'A region ends that did not begin.',
      write: `\`${comment('begin', mdx, ' table LINE')}\` before it, or nothing.`,
    };
  if (mark.kind === 'end' && mark.words.length)
    return {
      found: `\`${mark.words[0]!.value}\` says nothing at the end of a region.`,
      write: `\`${comment('end', mdx)}\`.`,
    };
  return undefined;
}

function comment(kind: Mark['kind'], mdx: boolean, rest = ''): string {
  return mdx ? `{/* planproof:${kind}${rest} */}` : `<!-- planproof:${kind}${rest} -->`;
}

interface Region {
  begin: Mark;
  end: Mark;
  words: RegionWords;
  mdx: boolean;
}

/** What fits into a sentence stands there; a block stands between blank lines, with the line breaks of its mark. */
function filled(text: string, { begin, end, words, mdx }: Region): string {
  if ('found' in words) return text.slice(begin.to, end.from);
  if ('inline' in words && !isAlone(text, begin)) return inlineText(words.inline, mdx);
  const newline = /^[ \t]*\r\n/.test(text.slice(begin.to, begin.to + 200)) ? '\r\n' : '\n';
  const rows = ('inline' in words ? inlineText(words.inline, mdx) : blockText(words)).trimEnd().split('\n');
  const rest = /^[ \t]*(?=\r?\n)/.exec(text.slice(begin.to))?.[0] ?? '';
  return `${rest}${newline}${['', ...rows, ''].map((row) => row + newline).join('')}`;
}

/** Nothing else on its line. */
function isAlone(text: string, { from, to }: Mark): boolean {
  const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return /^\uFEFF?[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(text.slice(to, to + 200));
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const mark = start === 0 && text.startsWith('\uFEFF') ? 1 : 0;
  return { line: text.slice(0, start).split('\n').length, column: at - start - mark + 1 };
}

/** A mark over several lines is shown by its first. */
function firstLine(text: string, from: number, to: number): number {
  return text.slice(from, to).split(/\r?\n/)[0]!.length;
}
