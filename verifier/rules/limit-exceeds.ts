/** `limit/exceeds`: the product allows more than the contract states. */
import type { Rule } from './rule.ts';

export const limitExceeds: Rule = {
  id: 'limit/exceeds',
  level: 'error',
  takes: ({ kind, about, difference }) =>
    kind === 'enforced' && about.subject.kind === 'limit' && difference !== 'less',
  direction: () => 'unenforced',
  says: ({ about }, { subject, plans, promised, seen }) =>
    `${subject} of ${plans} ${about.subject.facet === 'soft' ? 'warns above' : 'ends at'} ${promised} in the matrix, and ${seen} in the product.`,
  fix: (_, { promised }) => `Enforce ${promised}; or, if more is meant, change the matrix.`,
};
