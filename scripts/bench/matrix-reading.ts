/** Large matrices go in; the times of reading them (a multiple of parsing) and of a diff (a multiple of compiling) come out. */
import { LineCounter, parseDocument } from 'yaml';
import { checkMatrix } from '../../matrix/check/check.ts';
import { compileMatrix } from '../../matrix/compile/compile.ts';
import { adviseOn } from '../../matrix/diff/advise.ts';
import { diffMatrices } from '../../matrix/diff/diff-matrices.ts';
import { jsonDiff } from '../../matrix/diff/print/json.ts';
import { readMatrix } from '../../matrix/read/read.ts';
import { largeMatrix, type Size } from './large-matrix.ts';
import { type Measured, rounds } from './measured.ts';

const ROUNDS = 21;
const TARGET = 1.3;
const DIFF_TARGET = 2;
const SIZE = { plans: 100, keys: 1000 } as const;

export function matrixReading(): Measured[] {
  const ratios = (['own', 'inherited'] as const).map((states) => measure({ ...SIZE, states }));
  const small = rounds(ROUNDS, { whole: () => whole(largeMatrix({ plans: 50, keys: 500, states: 'own' })) });
  const large = rounds(ROUNDS, { whole: () => whole(largeMatrix({ ...SIZE, states: 'own' })) });
  console.log(`four times the cells take ${(large.whole / small.whole).toFixed(1)} times as long`);
  return [...ratios, ...(['own', 'inherited'] as const).map((states) => measureDiff({ ...SIZE, states }))];
}

/** Every plan changes one number and every tenth key its name: what a great change of a price list looks like. */
function measureDiff(size: Size): Measured {
  const text = largeMatrix(size);
  const changed = text
    .replace(/(name: (?:Capability|Limit) \d*)0\b/g, '$10 anew')
    .replace(/( {4}limits:\n {6}limit_\d+: )\d+/g, '$17');
  const [before, after] = [text, changed].map((one) => readMatrix(one, 'matrix.yaml'));
  if (!before?.raw || !after?.raw) throw new Error('the large matrix cannot be read');
  const compileBoth = () =>
    [compileMatrix(before.raw!, before.source), compileMatrix(after.raw!, after.source)] as const;
  const [was, is] = compileBoth();
  const diff = () => diffMatrices(was, is);
  const found = diff();
  if (!found.breaks) throw new Error('the diff of the large matrices shows no loss');
  const advise = () => jsonDiff(found, adviseOn(found, was, is));
  const { compile: compiling, diff: all, advise: advising } = rounds(ROUNDS, { compile: compileBoth, diff, advise });
  const what = `diff of two such matrices (${size.states}), as a multiple of compiling them`;
  console.log(`${what}: ${(all / compiling).toFixed(2)}  (${all.toFixed(0)} ms, compiling ${compiling.toFixed(0)} ms)`);
  console.log(
    `  with advice for each of the ${size.plans} versions that lose, as JSON: ${advising.toFixed(0)} ms more`,
  );
  return { what, ratio: all / compiling, target: DIFF_TARGET };
}

function measure(size: Size): Measured {
  const text = largeMatrix(size);
  const parse = () => parseDocument(text, { lineCounter: new LineCounter() });
  const times = rounds(ROUNDS, { parse, whole: () => whole(text) });
  const what = `read, check and compile ${size.plans} plans by ${size.keys} keys (${size.states}), as a multiple of parsing`;
  const { parse: parsing, whole: all } = times;
  console.log(`${what}: ${(all / parsing).toFixed(2)}  (${all.toFixed(0)} ms, parsing ${parsing.toFixed(0)} ms)`);
  return { what, ratio: all / parsing, target: TARGET };
}

/** Throws when the matrix has a problem, since then it was not measured. */
function whole(text: string): void {
  const { raw, source, problems } = readMatrix(text, 'matrix.yaml');
  const matrix = raw && compileMatrix(raw, source);
  const found = matrix ? checkMatrix({ raw, source, matrix }) : problems;
  if (found.length) throw new Error(`${found.length} problems, the first: ${found[0]!.found}`);
}
