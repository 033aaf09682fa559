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
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Reads `<!-- planproof:begin table self_hosted -->` … `<!-- planproof:end -->`. Problems leave the text untouched. */
export function printRegions(matrix: Matrix, text: string): { text: string; regions: number; problems: RegionProblem[] } {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const out: string[] = [];
  const problems: RegionProblem[] = [];
  let open: { line: number } | undefined;
  let fence: string | undefined;
  let regions = 0;
  lines.forEach((line, index) => {
    fence = fenceAfter(fence, line);
    const mark = fence === undefined ? MARK.exec(line) : null;
    const at = { line: index + 1, column: (mark?.index ?? 0) + 1 };
    if (mark?.[1] === 'begin') {
      if (open) problems.push({ ...at, found: `A region begins inside the one of line ${open.line}.`, write: '`<!-- planproof:end -->` before it.' });
      open = { line: index + 1 };
      regions += 1;
      const printed = printRegion(matrix, mark[2]!.split(/\s+/).filter(Boolean));
      if (typeof printed === 'string') out.push(line, '', ...printed.trimEnd().split('\n'), '');
      else problems.push({ ...at, ...printed });
      return;
    }
    if (mark) {
      if (!open) problems.push({ ...at, found: 'A region ends that did not begin.', write: '`<!-- planproof:begin table LINE -->` before it, or nothing.' });
      open = undefined;
    }
    if (!open || mark) out.push(line);
  });
  if (open) problems.push({ line: open.line, column: 1, found: 'This region never ends.', write: '`<!-- planproof:end -->` after it.' });
  return { text: problems.length ? text : out.join(newline), regions, problems };
}

function fenceAfter(fence: string | undefined, line: string): string | undefined {
  const mark = FENCE.exec(line)?.[1];
  if (fence === undefined) return mark;
  return mark?.startsWith(fence) && line.trim() === mark ? undefined : fence;
}

const PRINTERS: Record<string, (matrix: Matrix, line: string) => string> = { table: comparisonTable, prices: priceTable };

function printRegion(matrix: Matrix, [kind = '', line = '']: string[]): string | { found: string; write: string } {
  const print = PRINTERS[kind];
  if (!print) {
    return { found: `No region is called \`${kind}\`.`, write: `one of ${Object.keys(PRINTERS).map((name) => `\`${name} LINE\``).join(', ')}.` };
  }
  if (!matrix.lines[line]) {
    return { found: `The matrix has no product line \`${line}\`.`, write: `one of ${matrix.order.lines.map((name) => `\`${kind} ${name}\``).join(', ')}.` };
  }
  return print(matrix, line);
}
