/** `role/withheld`: a role is refused what the matrix offers it, or refused otherwise than declared. */
import { hasRole, rolesIn } from './role-unenforced.ts';
import type { Rule } from './rule.ts';

export const roleWithheld: Rule = {
  id: 'role/withheld',
  level: 'error',
  takes: ({ kind, about, difference }) =>
    kind === 'enforced' && about.subject.kind === 'gate' && hasRole(about.holders) && difference !== 'more',
  direction: () => 'over_promise',
  says: ({ document, about }, { subject, promised, seen }) =>
    `${subject} for ${rolesIn(about.holders)} is ${seen} at ${document}, and should be ${promised}.`,
  fix: ({ document }) => `Answer the role as declared at ${document}; or correct the roles of the gate in the matrix.`,
};
