/** `trial/answers-differently`: asking for a trial is answered otherwise than configured, before one is had or afterwards. */
import type { Rule } from './rule.ts';

export const trialAnswersDifferently: Rule = {
  id: 'trial/answers-differently',
  level: 'error',
  takes: ({ kind, about: { subject }, value }) =>
    kind === 'enforced' &&
    subject.kind === 'trial' &&
    (subject.facet === 'start' || (subject.facet === 'after_end' && value.kind === 'refusal')),
  direction: () => 'contradiction',
  says: ({ about }, { plans, promised, seen }) =>
    `${about.subject.key} of ${plans} is ${seen}, and should be ${promised}.`,
  fix: () => 'Answer as declared; or correct `trial` in the configuration.',
};
