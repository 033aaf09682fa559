/** `capability/unmentioned`: something that plans on offer have, and that no page or document which was looked at speaks of. */
import { isOffered, publicCapabilities } from '../../matrix/public.ts';
import type { Capability, Matrix } from '../../matrix/types.ts';
import type { Finding } from '../types.ts';
import type { LookedAt } from './assemble.ts';
import { makeFinding } from './make-finding.ts';

/** A note, where nothing that must be stated is `missing` already. Where no site was looked at, its absence from the rest says nothing. */
export function unmentioned(matrix: Matrix, surfaces: readonly LookedAt[], missing: readonly Finding[]): Finding[] {
  const site = surfaces.find((one) => one.kind === 'site' && one.documents > 0);
  if (!site) return [];
  const told = new Set(missing.map(({ about }) => about.subject.key));
  const copy = surfaces.filter((one) => one.kind === 'site' || one.kind === 'docs');
  const said = new Set(copy.flatMap((one) => one.observations.map(({ about }) => about.subject.key)));
  return publicCapabilities(matrix)
    .filter((one) => !said.has(one.key) && !told.has(one.key) && one.maturity !== 'waitlist' && isSold(matrix, one))
    .map(({ key, name, at }) =>
      makeFinding(
        {
          rule: 'capability/unmentioned',
          level: 'note',
          direction: 'unpublished',
          about: { surface: site.id, subject: { kind: 'capability', key }, versions: [] },
          says: `${name} is part of plans on offer, and no page or document that was looked at mentions it.`,
          sides: [{ who: 'matrix', value: { kind: 'included' }, at: [at] }],
          fix: 'Say who has it where plans are described; or, if it is no part of the offer, change its audience in the matrix.',
        },
        '',
      ),
    );
}

function isSold(matrix: Matrix, { key }: Capability): boolean {
  return Object.values(matrix.plans).some((plan) => {
    const cell = matrix.versions[plan.version]?.capabilities[key];
    return isOffered(plan) && cell?.value.kind === 'included';
  });
}
