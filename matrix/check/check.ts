/** A read and compiled matrix goes in; what is wrong with what it says, in file order, comes out. */
import type { Problem } from '../problem.ts';
import { oneLine } from '../read/one-line.ts';
import type { Level } from '../types.ts';
import type { Checked, MatrixRule } from './rule.ts';
import { aliasShadows } from './rules/alias-shadows.ts';
import { gateAmbiguous } from './rules/gate-ambiguous.ts';
import { internalGranted } from './rules/internal-granted.ts';
import { limitEdgeless } from './rules/limit-edgeless.ts';
import { markerAdvertised } from './rules/marker-advertised.ts';
import { nameAmbiguous } from './rules/name-ambiguous.ts';
import { planLoops } from './rules/plan-loops.ts';
import { referenceUnknown } from './rules/reference-unknown.ts';
import { versionEdited } from './rules/version-edited.ts';
import { versionReused } from './rules/version-reused.ts';

export const MATRIX_RULES: readonly MatrixRule[] = [
  referenceUnknown,
  planLoops,
  aliasShadows,
  versionReused,
  versionEdited,
  limitEdgeless,
  internalGranted,
  markerAdvertised,
  nameAmbiguous,
  gateAmbiguous,
];

const LEVELS: readonly Level[] = ['copy', 'gates', 'lifecycle'];

export function checkMatrix(checked: Checked): Problem[] {
  const stated = LEVELS.indexOf(checked.matrix.level);
  const found = MATRIX_RULES.filter(({ from }) => LEVELS.indexOf(from) <= stated).flatMap(({ id, level, find }) =>
    find(checked).map((problem) => ({ ...shown(problem), rule: id, level })),
  );
  return found.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}

/** A name may be as long as a file, and a problem is read in a terminal. */
function shown<T extends Omit<Problem, 'rule' | 'level'>>(problem: T): T {
  const { found, write, related } = problem;
  const others = related?.map((one) => ({ ...one, words: oneLine(one.words) }));
  return { ...problem, found: oneLine(found), write: oneLine(write), ...(others && { related: others }) };
}
