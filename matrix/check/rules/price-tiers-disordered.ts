/** `price/tiers-disordered`: tiers of which nobody can tell where one ends and the next begins. */
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';
import { type StatedAmount, statedAmounts } from '../stated-amounts.ts';

export const priceTiersDisordered: MatrixRule = {
  id: 'price/tiers-disordered',
  level: 'error',
  from: 'copy',
  find: ({ raw, source }) =>
    statedAmounts(raw).flatMap(({ terms: { tiers = [] }, path }) => {
      if (tiers.length < 2) return [];
      return tiers.flatMap((_, i) => {
        const fault = faultOf(tiers, i);
        if (!fault) return [];
        const { field, over, ...said } = fault;
        const at = placeOf(source, [...path, 'tiers', i, ...(field ? ['up_to'] : [])]);
        if (over === undefined) return [{ at, ...said }];
        const related = [
          { at: placeOf(source, [...path, 'tiers', over, 'up_to']), words: 'The tier before ends here.' },
        ];
        return [{ at, ...said, related }];
      });
    }),
};

type Tiers = NonNullable<StatedAmount['terms']['tiers']>;

interface Fault {
  found: string;
  write: string;
  /** Whether the fault is in `up_to`, and not in its absence. */
  field: boolean;
  /** The tier that it should come after. */
  over?: number;
}

function faultOf(tiers: Tiers, i: number): Fault | undefined {
  const end = tiers[i]!.up_to;
  const before = tiers[i - 1]?.up_to;
  if (end === undefined) {
    if (i === tiers.length - 1) return undefined;
    const found = `Tier ${i + 1} of ${tiers.length} has no end, so the next one never begins.`;
    return { found, write: '`up_to` with the last unit of this tier.', field: false };
  }
  if (before !== undefined && end <= before) {
    const found = `Tier ${i + 1} ends at ${end}, and the one before it ends at ${before}.`;
    return { found, write: `an \`up_to\` above ${before}, or the tiers from the smallest.`, field: true, over: i - 1 };
  }
  if (i < tiers.length - 1) return undefined;
  const found = `The last tier ends at ${end}, so nobody can tell what one more costs.`;
  return { found, write: 'the last tier without `up_to`.', field: true };
}
