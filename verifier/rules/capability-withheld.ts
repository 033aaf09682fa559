/** `capability/withheld`: the product refuses a capability to somebody whose contract holds it. */
import type { Rule } from './rule.ts';

export const capabilityWithheld: Rule = {
  id: 'capability/withheld',
  level: 'error',
  takes: ({ kind, about, difference }) =>
    kind === 'enforced' && about.subject.kind === 'capability' && difference === 'less',
  direction: () => 'over_promise',
  says: ({ document }, { subject, plans, seen }) => `${document} is ${seen} for ${plans}, who bought ${subject}.`,
  fix: ({ about, document }) =>
    `Let \`${about.subject.key}\` through at ${document}; or, if they shall not have it, take it to a new plan version without it.`,
};
