/** `limit/ungated`: a limit that is a number in a plan on offer, and at which no gate refuses anybody. */
import { currentVersion, offeredPlans } from '../../public.ts';
import { placeOf } from '../../read/source.ts';
import type { MatrixRule } from '../rule.ts';

export const limitUngated: MatrixRule = {
  id: 'limit/ungated',
  level: 'warning',
  from: 'gates',
  find: ({ source, matrix }) => {
    const gated = new Set(matrix.gates.map(({ key }) => key));
    const sold = offeredPlans(matrix).map((plan) => currentVersion(matrix, plan));
    return matrix.order.limits.flatMap((key) => {
      const { audience, maturity, ungated } = matrix.limits[key]!;
      if (gated.has(key) || ungated !== undefined || audience !== 'public' || maturity === 'waitlist') return [];
      const finite = sold.flatMap(({ plan, limits }) => {
        const cell = limits[key];
        const value = cell?.enforced ?? cell?.value;
        return cell && value?.kind === 'amount' ? [{ plan, n: value.n, at: cell.at }] : [];
      })[0];
      if (!finite) return [];
      return [
        {
          at: placeOf(source, ['limits', key], 'key'),
          found: `\`${key}\` ends at ${finite.n} in \`${finite.plan}\`, and no gate refuses more.`,
          write: `a gate such as \`{ key: ${key}, api: POST /path }\`; or \`ungated:\` and why the product refuses nobody.`,
          related: [{ at: finite.at, words: `\`${finite.plan}\` has its number by this.` }],
        },
      ];
    });
  },
};
