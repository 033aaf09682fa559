/** A document goes in; what the matrix room does with it that it must never do, or nothing, comes out. */
import { checkMatrix } from '../../matrix/check/check.ts';
import { compileMatrix } from '../../matrix/compile/compile.ts';
import { printEntitlementsJson } from '../../matrix/print/entitlements-json.ts';
import { printEvaluatorTable } from '../../matrix/print/evaluator-table.ts';
import { printReference } from '../../matrix/print/reference.ts';
import { printRegions } from '../../matrix/print/regions/print-regions.ts';
import { printSiteData } from '../../matrix/print/site-data.ts';
import { describeProblem, type Problem } from '../../matrix/problem.ts';
import { readMatrix } from '../../matrix/read/read.ts';
import type { Matrix } from '../../matrix/types.ts';
import { vocabulary } from '../../matrix/vocabulary.ts';

export interface Looked {
  /** Whether the document reads as a matrix. */
  reads: boolean;
  fault?: string;
}

export function faultIn(document: Uint8Array | string): Looked {
  let reads = false;
  try {
    const { raw, source, problems } = readMatrix(document, PATH);
    reads = raw !== undefined;
    if (!raw) return { reads, fault: problems.length ? faultOf(problems, source.text) : 'Neither data nor problems.' };
    const matrix = compileMatrix(raw, source);
    const checked = checkMatrix({ raw, source, matrix });
    print(matrix);
    return { reads, fault: faultOf(checked, source.text) };
  } catch (error) {
    return { reads, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const PATH = 'matrix.yaml';

function print(matrix: Matrix): void {
  const lines = matrix.order.lines;
  const page = lines.map((line) => `<!-- planproof:begin table ${line} -->\n<!-- planproof:end -->\n`).join('');
  JSON.parse(printEntitlementsJson(matrix, PATH));
  JSON.parse(printSiteData(matrix, PATH));
  printEvaluatorTable(matrix, PATH, './table.ts');
  printReference(matrix, PATH);
  printRegions(matrix, page);
  vocabulary(matrix);
}

/** What is wrong with the problems themselves; nothing when a person can use all of them. */
export function faultOf(problems: readonly Problem[], text: string): string | undefined {
  if (!problems.length) return undefined;
  const lines = text.split('\n');
  for (const problem of problems) {
    const fault = faultOfOne(problem, text, lines);
    if (fault) return `${fault}\n${JSON.stringify(problem).slice(0, 2000)}`;
  }
  const described = problems.slice(0, 3).map((problem) => describeProblem(problem, () => text));
  const unshown = described.find((one) => UNSHOWN.test(one.replaceAll('\n', '')));
  return unshown && `Control characters are shown: ${JSON.stringify(unshown)}`;
}

/** Control characters, also those that turn the direction of a line, and halves of characters. */
const UNSHOWN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;
const LONGEST = 1500;
/** Signs of a sentence that nobody wrote, each with what excuses it when it stands in the document. */
const MISPRINTS = [
  ['undefined', 'undefined'],
  ['[object', '[object'],
  ['NaN', 'NaN'],
  ['``', '`'],
] as const;

function faultOfOne(
  { at, found, write, related = [] }: Problem,
  text: string,
  lines: readonly string[],
): string | undefined {
  for (const words of [found, write, ...related.map((one) => one.words)]) {
    if (words.length < 4 || !words.endsWith('.')) return `No sentence: ${JSON.stringify(words)}`;
    if (words.length > LONGEST) return `A sentence of ${words.length} characters.`;
    if (UNSHOWN.test(words)) return `Control characters in ${JSON.stringify(words)}`;
    if (MISPRINTS.some(([sign, excuse]) => words.includes(sign) && !text.includes(excuse)))
      return `Not for people: ${words}`;
  }
  for (const place of [at, ...related.map((one) => one.at)]) {
    const line = lines[place.line - 1]?.replace(/\r$/, '');
    if (line === undefined) return `There is no line ${place.line}.`;
    if (!(place.column >= 1 && place.column <= line.length + 1))
      return `Line ${place.line} has no column ${place.column}.`;
    const room = Math.max(1, line.length - place.column + 1);
    if (!(place.length >= 1 && place.length <= room)) return `Length ${place.length} ends after line ${place.line}.`;
  }
  return undefined;
}
