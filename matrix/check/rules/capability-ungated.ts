/** `capability/ungated`: a capability that some pay for and others lack, and that no gate refuses to anybody. */
import { currentVersion, offeredPlans } from '../../public.ts';
import { placeOf } from '../../read/source.ts';
import type { Version } from '../../types.ts';
import { holding } from '../holding.ts';
import type { MatrixRule } from '../rule.ts';

export const capabilityUngated: MatrixRule = {
  id: 'capability/ungated',
  level: 'warning',
  from: 'gates',
  find: ({ source, matrix }) => {
    const gated = new Set(matrix.gates.map(({ key }) => key));
    const sold = offeredPlans(matrix).map((plan) => currentVersion(matrix, plan));
    const all = Object.values(matrix.versions);
    return matrix.order.capabilities.flatMap((key) => {
      const { audience, maturity, ungated } = matrix.capabilities[key]!;
      if (gated.has(key) || ungated !== undefined || audience !== 'public' || maturity === 'waitlist') return [];
      const seller = sold.find((version) => holding(version, key));
      const refused = all.find((version) => lacks(version, key));
      if (!seller || !refused) return [];
      return [
        {
          at: placeOf(source, ['capabilities', key], 'key'),
          found: `\`${key}\` is sold with \`${seller.plan}\`, \`${refused.status === 'current' ? refused.plan : refused.key}\` lacks it, and no gate refuses it.`,
          write: `a gate such as \`{ key: ${key}, api: GET /path }\`; or \`ungated:\` and why the product refuses it to nobody.`,
        },
      ];
    });
  },
};

/** What can be bought on top is lacked until it is bought. Where nothing is stated, nobody can say. */
function lacks(version: Version, key: string): boolean {
  const kind = version.capabilities[key]?.value.kind;
  return kind === 'excluded' || kind === 'addon';
}
