/** `role/unenforced`: a role may do what the matrix offers to other roles only. */
import type { Rule } from './rule.ts';

export const roleUnenforced: Rule = {
  id: 'role/unenforced',
  level: 'error',
  takes: ({ kind, about, difference }) =>
    kind === 'enforced' && about.subject.kind === 'gate' && hasRole(about.holders) && difference === 'more',
  direction: () => 'unenforced',
  says: ({ document, about }, { subject }) =>
    `${document} lets ${rolesIn(about.holders)} through to ${subject}, which is for other roles.`,
  fix: ({ document }) => `Refuse the role at ${document}; or, if it shall have it, add it to the gate in the matrix.`,
};

export function hasRole(holders: readonly { role?: string }[] = []): boolean {
  return holders.some((one) => one.role !== undefined);
}

export function rolesIn(holders: readonly { role?: string }[] = []): string {
  return [...new Set(holders.flatMap(({ role }) => (role === undefined ? [] : [`\`${role}\``])))].join(', ');
}
