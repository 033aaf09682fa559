/** `trial/not-rate-limited`: a trial can be asked for without end, or the refusal does not say how long to wait. */
import type { Rule } from './rule.ts';

export const trialNotRateLimited: Rule = {
  id: 'trial/not-rate-limited',
  level: 'error',
  takes: ({ kind, about }) =>
    kind === 'enforced' && about.subject.kind === 'trial' && about.subject.facet === 'rate_limit',
  direction: () => 'unenforced',
  says: ({ about }, { plans, promised, seen }) =>
    `${about.subject.key} of ${plans}, asked again and again, is ${seen}, and should be ${promised}.`,
  fix: () => 'Limit how often a trial is asked for, and say in `Retry-After` when the next time is.',
};
