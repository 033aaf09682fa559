/** A version and a subject go in; what copy may say of them, with the lines that say so, comes out. */

import type { FilePlace, Matrix, Subject, Value, Version } from '../types.ts';
import { isHeld } from '../value.ts';

/** More than one where a contract was sold at several prices; none where the matrix does not say. */
export interface Promised {
  value: Value;
  at: FilePlace;
}

export function published(matrix: Matrix, version: Version, subject: Subject): Promised[] {
  switch (subject.kind) {
    case 'capability':
      return known(version.capabilities[subject.key]);
    case 'limit':
      return known(version.limits[subject.key]);
    case 'price':
      return prices(version, subject.facet);
    case 'plan':
      return subject.facet === 'everything_in' ? holdsAllOf(matrix, version, subject.key) : [];
    default:
      return [];
  }
}

/** What copy may say of trials and of the grace period, which belong to no one plan. */
export function publishedPeriod(matrix: Matrix, subject: Subject): Promised[] {
  if (subject.kind === 'grace') {
    const grace = matrix.states.grace;
    return grace?.lasts ? [{ value: { kind: 'duration', ...grace.lasts }, at: grace.at }] : [];
  }
  const trial = subject.kind === 'trial' ? matrix.trials[subject.key] : undefined;
  if (trial && subject.facet === 'card')
    return trial.card_required === undefined
      ? []
      : [{ value: { kind: trial.card_required ? 'included' : 'excluded' }, at: trial.at }];
  // A line that is declared to have no trial is a promise too: copy that offers one differs from it.
  return trial ? [{ value: { kind: 'duration', ...(trial.length ?? { n: 0, unit: 'day' }) }, at: trial.at }] : [];
}

function known(cell: Promised | undefined): Promised[] {
  return cell && cell.value.kind !== 'unknown' ? [cell] : [];
}

/** A price that is the same whichever way one pays answers for every interval; "free" said of a paid plan meets all its prices. */
function prices(version: Version, facet: string | undefined): Promised[] {
  return version.prices.filter(
    ({ interval, kind }) => kind !== 'retired' && (interval === 'any' || facet === 'any' || interval === facet),
  );
}

function holdsAllOf(matrix: Matrix, version: Version, baseKey: string): Promised[] {
  const base = matrix.versions[baseKey];
  if (!base) return [];
  const lacking = Object.keys(base.capabilities).find(
    (key) => isHeld(base.capabilities[key]!.value) && !isHeld(version.capabilities[key]!.value),
  );
  const at = lacking ? version.capabilities[lacking]!.at : version.at;
  return [{ value: { kind: lacking ? 'excluded' : 'included' }, at }];
}
