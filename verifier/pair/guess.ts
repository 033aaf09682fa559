/** A claim whose plan or subject is only likely goes in; what it would differ from, if the guess is right, comes out. */
import { published } from '../../matrix/expect/published.ts';
import { currentVersion, offeredPlans } from '../../matrix/public.ts';
import type { Matrix } from '../../matrix/types.ts';
import type { Mention, Observation } from '../types.ts';
import { type Pair, pair, paired } from './pair.ts';

/** Nothing of what is certain. Words that name no plan are held against every plan on offer, and are right where one agrees. */
export function guessed(matrix: Matrix, seen: Observation): Pair[] {
  if (!('words' in seen.about) || seen.about.certain || seen.about.hidden || seen.outcome.kind !== 'read') return [];
  const about: Mention = { ...seen.about, certain: true };
  const pairs = 'unknown' in about.plans ? anyPlan(matrix, seen, about) : pair(matrix, { ...seen, about });
  return pairs.map((one) => ({ ...one, guess: true }));
}

function anyPlan(matrix: Matrix, seen: Observation, { subject, offer }: Mention): Pair[] {
  if (subject.kind !== 'limit' && subject.kind !== 'price') return [];
  const promises = offeredPlans(matrix).flatMap((plan) => published(matrix, currentVersion(matrix, plan), subject));
  const about = { surface: seen.surface, subject, versions: [], ...(offer && { offer }) };
  return promises.length ? [paired({ kind: 'copy', about, seen }, promises)] : [];
}
