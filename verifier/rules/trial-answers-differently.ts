/** `trial/answers-differently`: starting a trial is answered otherwise than configured. */
import type { Rule } from './rule.ts';

export const trialAnswersDifferently: Rule = {
  id: 'trial/answers-differently',
  level: 'error',
  takes: ({ kind, about }) => kind === 'enforced' && about.subject.kind === 'trial' && about.subject.facet === 'start',
  direction: () => 'contradiction',
  says: ({ about }, { plans, promised, seen }) =>
    `${about.subject.key} of ${plans} is ${seen}, and should be ${promised}.`,
  fix: () => 'Answer as declared; or correct `trial` in the configuration.',
};
