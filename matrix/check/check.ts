/** A read and compiled matrix goes in; what is wrong with what it says, in file order, comes out. */
import type { Problem } from '../problem.ts';
import { oneLine } from '../read/one-line.ts';
import type { Level } from '../types.ts';
import type { Checked, MatrixRule } from './rule.ts';
import { addonImpossible } from './rules/addon-impossible.ts';
import { addonLoops } from './rules/addon-loops.ts';
import { addonPointless } from './rules/addon-pointless.ts';
import { addonQuantity } from './rules/addon-quantity.ts';
import { aliasLoops } from './rules/alias-loops.ts';
import { aliasShadows } from './rules/alias-shadows.ts';
import { capabilityUngated } from './rules/capability-ungated.ts';
import { dateImpossible } from './rules/date-impossible.ts';
import { gateAmbiguous } from './rules/gate-ambiguous.ts';
import { gateUnread } from './rules/gate-unread.ts';
import { internalGranted } from './rules/internal-granted.ts';
import { lifecycleIncomplete } from './rules/lifecycle-incomplete.ts';
import { lifecycleInverted } from './rules/lifecycle-inverted.ts';
import { lifecycleSunset } from './rules/lifecycle-sunset.ts';
import { limitEdgeless } from './rules/limit-edgeless.ts';
import { limitFractional } from './rules/limit-fractional.ts';
import { limitInverted } from './rules/limit-inverted.ts';
import { limitUngated } from './rules/limit-ungated.ts';
import { markerAdvertised } from './rules/marker-advertised.ts';
import { maturitySold } from './rules/maturity-sold.ts';
import { nameAmbiguous } from './rules/name-ambiguous.ts';
import { nameShared } from './rules/name-shared.ts';
import { planInferior } from './rules/plan-inferior.ts';
import { planLoops } from './rules/plan-loops.ts';
import { planReturned } from './rules/plan-returned.ts';
import { priceAmbiguous } from './rules/price-ambiguous.ts';
import { priceBillingUnclear } from './rules/price-billing-unclear.ts';
import { priceCompareLow } from './rules/price-compare-low.ts';
import { priceCurrencyMissing } from './rules/price-currency-missing.ts';
import { priceDiscountHigh } from './rules/price-discount-high.ts';
import { priceIdReused } from './rules/price-id-reused.ts';
import { priceIntroductoryEndless } from './rules/price-introductory-endless.ts';
import { priceReturned } from './rules/price-returned.ts';
import { priceStandardMissing } from './rules/price-standard-missing.ts';
import { priceTiersDisordered } from './rules/price-tiers-disordered.ts';
import { priceUnitMissing } from './rules/price-unit-missing.ts';
import { priceYearDearer } from './rules/price-year-dearer.ts';
import { priceYearDiffers } from './rules/price-year-differs.ts';
import { referenceUnknown } from './rules/reference-unknown.ts';
import { replacementDeprecated } from './rules/replacement-deprecated.ts';
import { replacementWithheld } from './rules/replacement-withheld.ts';
import { setContradicts } from './rules/set-contradicts.ts';
import { setPointless } from './rules/set-pointless.ts';
import { stateUndeclared } from './rules/state-undeclared.ts';
import { trialEndless } from './rules/trial-endless.ts';
import { unitSingular } from './rules/unit-singular.ts';
import { versionEdited } from './rules/version-edited.ts';
import { versionEndless } from './rules/version-endless.ts';
import { versionReused } from './rules/version-reused.ts';
import { wordsBroken } from './rules/words-broken.ts';
import { wordsContradict } from './rules/words-contradict.ts';

export const MATRIX_RULES: readonly MatrixRule[] = [
  referenceUnknown,
  planLoops,
  setContradicts,
  setPointless,
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
  gateUnread,
  planInferior,
  priceIdReused,
  priceReturned,
  planReturned,
  priceCurrencyMissing,
  priceTiersDisordered,
  priceIntroductoryEndless,
  priceUnitMissing,
  priceBillingUnclear,
  priceCompareLow,
  priceDiscountHigh,
  priceStandardMissing,
  priceAmbiguous,
  priceYearDiffers,
  priceYearDearer,
  addonLoops,
  addonImpossible,
  addonPointless,
  addonQuantity,
  wordsBroken,
  wordsContradict,
  nameShared,
  maturitySold,
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
