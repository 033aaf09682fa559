/** `posture/acts-differently`: somebody above a limit may do what has to be refused by then, or may not do what has to go on. */
import type { Rule } from './rule.ts';

const DIRECTIONS = { more: 'unenforced', less: 'over_promise', other: 'contradiction' } as const;

export const postureActsDifferently: Rule = {
  id: 'posture/acts-differently',
  level: 'error',
  takes: ({ kind, about: { subject } }) =>
    kind === 'enforced' && subject.kind === 'limit' && / above for /.test(subject.facet ?? ''),
  direction: ({ difference }) => DIRECTIONS[difference],
  says: ({ about }, { subject, plans, promised, seen }) =>
    `${subject} of ${plans}: ${about.subject.facet} has to be ${promised}, and is ${seen}.`,
  fix: () =>
    'Refuse what is refused from then on, and nothing before; or correct `over_limit`, or the grace in the matrix.',
};
