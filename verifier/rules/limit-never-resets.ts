/** `limit/never-resets`: the window of a rate is over, and the product still refuses. */
import type { Rule } from './rule.ts';

export const limitNeverResets: Rule = {
  id: 'limit/never-resets',
  level: 'error',
  takes: ({ kind, about }) => kind === 'enforced' && about.subject.kind === 'limit' && about.subject.facet === 'reset',
  direction: () => 'over_promise',
  says: (_, { subject, plans, seen }) =>
    `${subject} of ${plans} is still ${seen} in the product once its window is over.`,
  fix: () => 'Count only what lies within the window; or correct the period in the matrix.',
};
