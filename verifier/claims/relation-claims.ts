/** A clause goes in; "Relay has everything in Community" comes out as a claim about the two plans. */
import type { Claim } from './claim.ts';
import type { Clause } from './sentence-claims.ts';
import { whose } from './whose.ts';

/** "everything in Pro except the audit log" */
const EXCEPT = /\b(?:except|without|but|excluding|minus|apart from|other than|save for|bar)\b/i;

export function relationClaims(clause: Clause): Claim[] {
  return clause.items.flatMap((item): Claim[] => {
    if (item.kind !== 'base' || EXCEPT.test(clause.words.slice(item.to))) return [];
    const owner = whose(clause, item, ['base']);
    if (!owner) return [];
    const own = 'known' in owner.plans ? owner.plans.known : [];
    // "You need not take every Pro feature", under the heading of Pro.
    return item.versions
      .filter((base) => !own.includes(base))
      .map((base) => ({
        subject: { kind: 'plan', key: base, facet: 'everything_in' },
        value: { kind: 'included' },
        plans: owner.plans,
        certain: owner.certain,
        from: owner.from,
        to: owner.to,
      }));
  });
}
