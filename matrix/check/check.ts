/** A read and compiled matrix goes in; what is wrong with what it says, in file order, comes out. */
import type { Problem } from '../problem.ts';
import type { Level } from '../types.ts';
import type { Checked, MatrixRule } from './rule.ts';
import { aliasLoops } from './rules/alias-loops.ts';
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
  aliasLoops,
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
    find(checked).map((problem) => ({ ...problem, rule: id, level })),
  );
  return found.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}
