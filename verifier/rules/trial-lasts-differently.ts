/** `trial/lasts-differently`: a trial that was started ends, or is said to end, earlier or later than promised. */
import type { Rule } from './rule.ts';

export const trialLastsDifferently: Rule = {
  id: 'trial/lasts-differently',
  level: 'error',
  takes: ({ kind, about: { subject } }) =>
    kind === 'enforced' && subject.kind === 'trial' && (subject.facet === 'length' || subject.facet === 'shown_length'),
  direction: ({ difference }) => (difference === 'less' ? 'over_promise' : 'unenforced'),
  says: ({ about }, { plans, promised, seen }) =>
    about.subject.facet === 'length'
      ? `A trial started by ${plans} has to last ${promised}, and lasted ${seen}.`
      : `A trial started by ${plans} has to last ${promised}, and the answer says ${seen}.`,
  fix: () => 'End it after the length that is promised; or correct `trials` in the matrix.',
};
