/** `replacement/withheld`: a plan that holds a key on its way out, and does not hold what takes its place. */
import { currentVersion } from '../../public.ts';
import { placeOf } from '../../read/source.ts';
import type { Matrix, Version } from '../../types.ts';
import { holding, listed } from '../holding.ts';
import { outgoingKeys } from '../lifecycles.ts';
import type { MatrixRule } from '../rule.ts';

export const replacementWithheld: MatrixRule = {
  id: 'replacement/withheld',
  level: 'warning',
  from: 'lifecycle',
  find: ({ raw, source, matrix }) => {
    const all = outgoingKeys(raw);
    const outgoing = new Set(all.map(({ key }) => key));
    return all.flatMap(({ key, path, lifecycle: { replacement_key } }) => {
      if (!replacement_key || outgoing.has(replacement_key)) return [];
      const losing = continued(matrix).filter((version) => holding(version, key) && lacks(version, replacement_key));
      if (!losing.length) return [];
      const plans = losing.map(({ plan }) => plan);
      return [
        {
          at: placeOf(source, [...path, 'replacement_key']),
          found: `\`${replacement_key}\` takes the place of \`${key}\`, and ${listed(plans)} ${plans.length > 1 ? 'have' : 'has'} only \`${key}\`.`,
          write: `\`${replacement_key}\` in each plan that has \`${key}\`.`,
          related: losing.slice(0, 3).map((version) => ({
            at: holding(version, key)!.at,
            words: `\`${version.plan}\` has \`${key}\` by this.`,
          })),
        },
      ];
    });
  },
};

/** Plans whose contracts go on; an old contract is frozen, and cannot gain a key. */
function continued(matrix: Matrix): Version[] {
  return matrix.order.plans
    .map((key) => matrix.plans[key]!)
    .filter(({ sale }) => sale === 'on_sale' || sale === 'on_request' || sale === 'legacy')
    .map((plan) => currentVersion(matrix, plan));
}

/** Of a capability that nobody states, nobody knows. */
function lacks(version: Version, key: string): boolean {
  const declared = version.capabilities[key] ?? version.meters[key] ?? version.limits[key];
  if (!declared || holding(version, key)) return false;
  return declared.value.kind !== 'unknown' || key in version.limits;
}
