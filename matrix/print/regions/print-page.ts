/** The text of a page goes in; the same with its regions printed afresh comes out. What it shows as code stays. */
import type { Matrix } from '../../types.ts';
import { type PrintedRegions, printRegions } from './print-regions.ts';

/** Fences, code within a line, and lines that are indented as code may be. */
const MAY_SHOW_CODE = /[`~]|^(?: {4}| {0,3}\t)/m;

/** The Markdown parser is loaded only for a page that has marks and may show code. */
export async function printPage(matrix: Matrix, text: string, mdx: boolean): Promise<PrintedRegions> {
  const parses = text.includes('planproof:') && MAY_SHOW_CODE.test(text);
  const code = parses ? (await import('./code-ranges.ts')).codeRanges(text, mdx) : [];
  return printRegions(matrix, text, { mdx, code });
}
