/** `tenant/leaks`: one tenant can read or change what another one made. */
import type { Rule } from './rule.ts';

export const tenantLeaks: Rule = {
  id: 'tenant/leaks',
  level: 'error',
  takes: ({ kind, about }) =>
    kind === 'enforced' && about.subject.kind === 'gate' && about.subject.facet === 'other_tenant',
  direction: () => 'unenforced',
  says: ({ about }, { plans }) => `${about.subject.key} gives ${plans} what another tenant made.`,
  fix: () => 'Look things up by tenant and id together, and answer 404 for those of others.',
};
