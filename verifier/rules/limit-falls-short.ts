/** `limit/falls-short`: the product refuses, or warns, before the amount that was sold. */
import type { Rule } from './rule.ts';

export const limitFallsShort: Rule = {
  id: 'limit/falls-short',
  level: 'error',
  takes: ({ kind, about, difference }) =>
    kind === 'enforced' && about.subject.kind === 'limit' && difference === 'less',
  direction: () => 'over_promise',
  says: ({ about }, { subject, plans, promised, seen }) =>
    `${subject} of ${plans} ${about.subject.facet === 'soft' ? 'warns above' : 'ends at'} ${promised} in the matrix, and ${seen} in the product.`,
  fix: (_, { promised }) => `Enforce ${promised}: it was sold. To sell less, make a new plan version.`,
};
