/** `trial/starts-again`: who has or had a trial gets another one. */
import type { Rule } from './rule.ts';

export const trialStartsAgain: Rule = {
  id: 'trial/starts-again',
  level: 'error',
  takes: ({ kind, about: { subject } }) =>
    kind === 'enforced' &&
    subject.kind === 'trial' &&
    (subject.facet === 'second_start' || subject.facet === 'after_end'),
  direction: () => 'unenforced',
  says: ({ about }, { plans }) =>
    about.subject.facet === 'second_start'
      ? `A trial of ${plans} that is asked for again while it runs begins anew.`
      : `A trial of ${plans} can be started again once it is over.`,
  fix: () => 'Refuse a second one, or answer that the first goes on.',
};
