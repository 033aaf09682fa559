/** A clause goes in; "Relay has everything in Community" comes out as a claim about the two plans. */
import type { Claim } from './claim.ts';
import type { Clause } from './sentence-claims.ts';
import { whose } from './whose.ts';

export function relationClaims(clause: Clause): Claim[] {
  return clause.items.flatMap((item): Claim[] => {
    if (item.kind !== 'base') return [];
    const owner = whose(clause, item, ['base']);
    if (!owner) return [];
    return item.versions.map((base) => ({
      subject: { kind: 'plan', key: base, facet: 'everything_in' },
      value: { kind: 'included' },
      plans: owner.plans,
      certain: owner.certain,
      from: owner.from,
      to: owner.to,
    }));
  });
}
