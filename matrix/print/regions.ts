/** A Markdown text goes in; the same text with its marked regions printed afresh comes out, all else byte for byte. */
import type { Matrix } from '../types.ts';
import { comparisonTable, priceTable } from './markdown.ts';

export interface RegionProblem {
  line: number;
  column: number;
  found: string;
  write: string;
}

const MARK = /<!--[ \t]*planproof:(begin|end)\b[ \t]*([^>]*?)[ \t]*-->/;
/** Three backticks that close on the same line are code within the line, no fence. */
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const CODE_SPAN = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;

/** Reads `<!-- planproof:begin table self_hosted -->` … `<!-- planproof:end -->`. Problems leave the text untouched. */
export function printRegions(
  matrix: Matrix,
  text: string,
): { text: string; regions: number; problems: RegionProblem[] } {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const out: string[] = [];
  const problems: RegionProblem[] = [];
  let open: { line: number } | undefined;
  let fence: string | undefined;
  let regions = 0;
  linesOf(text).forEach((line, index) => {
    fence = fenceAfter(fence, line.words);
    const mark = fence === undefined ? markIn(line.words) : null;
    const at = { line: index + 1, column: (mark?.index ?? 0) + 1 };
    if (mark?.[1] === 'begin') {
      if (open)
        problems.push({
          ...at,
          found: `A region begins inside the one of line ${open.line}.`,
          write: '`<!-- planproof:end -->` before it.',
        });
      open = { line: index + 1 };
      regions += 1;
      const printed = printRegion(matrix, mark[2]!.split(/\s+/).filter(Boolean));
      if (typeof printed === 'string')
        out.push(line.whole, ...['', ...printed.trimEnd().split('\n'), ''].map((row) => row + newline));
      else problems.push({ ...at, ...printed });
      return;
    }
    if (mark) {
      if (!open)
        problems.push({
          ...at,
          found: 'A region ends that did not begin.',
          write: '`<!-- planproof:begin table LINE -->` before it, or nothing.',
        });
      open = undefined;
    }
    if (!open || mark) out.push(line.whole);
  });
  if (open)
    problems.push({
      line: open.line,
      column: 1,
      found: 'This region never ends.',
      write: '`<!-- planproof:end -->` after it.',
    });
  return { text: problems.length ? text : out.join(''), regions, problems };
}

/** Each line with the line break that it has, so that a file of mixed line breaks stays what it is. */
function linesOf(text: string): { words: string; whole: string }[] {
  return text.split(/(?<=\n)/).map((whole) => ({ words: whole.replace(/\r?\n$/, ''), whole }));
}

/** A mark that a page shows as code is no mark. */
function markIn(line: string): RegExpExecArray | null {
  return MARK.exec(line.replace(CODE_SPAN, (code) => ' '.repeat(code.length)));
}

function fenceAfter(fence: string | undefined, line: string): string | undefined {
  const mark = FENCE.exec(line)?.[1];
  if (fence === undefined) return mark;
  return mark?.startsWith(fence) && line.trim() === mark ? undefined : fence;
}

const PRINTERS = new Map([
  ['table', comparisonTable],
  ['prices', priceTable],
]);

function printRegion(matrix: Matrix, [kind = '', line = '']: string[]): string | { found: string; write: string } {
  const print = PRINTERS.get(kind);
  if (!print) {
    return {
      found: `No region is called \`${kind}\`.`,
      write: `one of ${[...PRINTERS.keys()].map((name) => `\`${name} LINE\``).join(', ')}.`,
    };
  }
  if (!matrix.lines[line]) {
    return {
      found: `The matrix has no product line \`${line}\`.`,
      write: `one of ${matrix.order.lines.map((name) => `\`${kind} ${name}\``).join(', ')}.`,
    };
  }
  return print(matrix, line);
}
