/** A large matrix goes in; the time of reading, checking and compiling it, as a multiple of parsing its YAML, comes out. */
import { LineCounter, parseDocument } from 'yaml';
import { checkMatrix } from '../../matrix/check/check.ts';
import { compileMatrix } from '../../matrix/compile/compile.ts';
import { readMatrix } from '../../matrix/read/read.ts';
import { largeMatrix, type Size } from './large-matrix.ts';
import { type Measured, rounds } from './measured.ts';

const ROUNDS = 11;
const TARGET = 1.3;
const SIZE = { plans: 100, keys: 1000 } as const;

export function matrixReading(): Measured[] {
  const ratios = (['own', 'inherited'] as const).map((states) => measure({ ...SIZE, states }));
  const small = rounds(ROUNDS, { whole: () => whole(largeMatrix({ plans: 50, keys: 500, states: 'own' })) });
  const large = rounds(ROUNDS, { whole: () => whole(largeMatrix({ ...SIZE, states: 'own' })) });
  console.log(`four times the cells take ${(large.whole / small.whole).toFixed(1)} times as long`);
  return ratios;
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
