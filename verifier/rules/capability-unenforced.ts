/** `capability/unenforced`: the product gives a capability to somebody whose contract lacks it. */
import type { Rule } from './rule.ts';

export const capabilityUnenforced: Rule = {
  id: 'capability/unenforced',
  level: 'error',
  takes: ({ kind, about, difference }) =>
    kind === 'enforced' && about.subject.kind === 'capability' && difference === 'more',
  direction: () => 'unenforced',
  says: ({ document }, { subject, plans }) => `${document} gives ${subject} to ${plans}, who did not buy it.`,
  fix: ({ about, document }) =>
    `Ask the evaluator for \`${about.subject.key}\` at ${document}; or, if they shall have it, add it to their plan.`,
};
