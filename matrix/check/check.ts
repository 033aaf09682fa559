/** A read and compiled matrix goes in; what is wrong with what it says, in file order, comes out. */
import type { Problem } from '../problem.ts';
import type { Level } from '../types.ts';
import type { Checked, MatrixRule } from './rule.ts';
import { aliasLoops } from './rules/alias-loops.ts';
import { aliasShadows } from './rules/alias-shadows.ts';
import { capabilityUngated } from './rules/capability-ungated.ts';
import { dateImpossible } from './rules/date-impossible.ts';
import { gateAmbiguous } from './rules/gate-ambiguous.ts';
import { internalGranted } from './rules/internal-granted.ts';
import { lifecycleIncomplete } from './rules/lifecycle-incomplete.ts';
import { lifecycleInverted } from './rules/lifecycle-inverted.ts';
import { lifecycleSunset } from './rules/lifecycle-sunset.ts';
import { limitEdgeless } from './rules/limit-edgeless.ts';
import { limitFractional } from './rules/limit-fractional.ts';
import { limitInverted } from './rules/limit-inverted.ts';
import { limitUngated } from './rules/limit-ungated.ts';
import { markerAdvertised } from './rules/marker-advertised.ts';
import { nameAmbiguous } from './rules/name-ambiguous.ts';
import { planLoops } from './rules/plan-loops.ts';
import { referenceUnknown } from './rules/reference-unknown.ts';
import { replacementDeprecated } from './rules/replacement-deprecated.ts';
import { replacementWithheld } from './rules/replacement-withheld.ts';
import { setContradicts } from './rules/set-contradicts.ts';
import { stateUndeclared } from './rules/state-undeclared.ts';
import { trialEndless } from './rules/trial-endless.ts';
import { unitSingular } from './rules/unit-singular.ts';
import { versionEdited } from './rules/version-edited.ts';
import { versionEndless } from './rules/version-endless.ts';
import { versionReused } from './rules/version-reused.ts';

export const MATRIX_RULES: readonly MatrixRule[] = [
  referenceUnknown,
  planLoops,
  setContradicts,
  aliasLoops,
  aliasShadows,
  versionReused,
  versionEdited,
  versionEndless,
  unitSingular,
  limitEdgeless,
  limitFractional,
  limitInverted,
  limitUngated,
  capabilityUngated,
  internalGranted,
  markerAdvertised,
  dateImpossible,
  lifecycleIncomplete,
  lifecycleInverted,
  lifecycleSunset,
  replacementDeprecated,
  replacementWithheld,
  trialEndless,
  stateUndeclared,
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
