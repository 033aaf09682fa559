/** `trial/starts-differently`: somebody who may start a trial cannot, or has something else than promised once it runs. */
import type { Rule } from './rule.ts';

export const trialStartsDifferently: Rule = {
  id: 'trial/starts-differently',
  level: 'error',
  takes: ({ kind, about }) =>
    kind === 'enforced' && about.subject.kind === 'trial' && about.subject.facet === 'started',
  direction: ({ difference }) => (difference === 'less' ? 'over_promise' : 'contradiction'),
  says: (_, { plans, promised, seen }) => `A trial started by ${plans} has to be ${promised}, and is ${seen}.`,
  fix: () => 'Give what `trials` of the matrix says; or correct the matrix.',
};
