/** `posture/acts-differently`: somebody above a limit may do what has to be refused by then, or may not do what has to go on. */
import { type Act, readOverLimitFacet } from '../probes/conduct/over-limit-facet.ts';
import type { Rule } from './rule.ts';

const ACTS: Readonly<Record<Act, string>> = {
  same: 'one more of the same',
  new: 'something new',
  change: 'a change',
  read: 'reading what there is',
};

const DIRECTIONS = { more: 'unenforced', less: 'over_promise', other: 'contradiction' } as const;

export const postureActsDifferently: Rule = {
  id: 'posture/acts-differently',
  level: 'error',
  takes: ({ kind, about: { subject } }) =>
    kind === 'enforced' && subject.kind === 'limit' && / above for /.test(subject.facet ?? ''),
  direction: ({ difference }) => DIRECTIONS[difference],
  says: ({ about }, { subject, plans, promised, seen }) => {
    const { act = 'read', after } = readOverLimitFacet(about.subject.facet);
    return `${subject} of ${plans}: above for ${after}, ${ACTS[act]} has to be ${promised}, and is ${seen}.`;
  },
  fix: () =>
    'Refuse what is refused from then on, and nothing before; or correct `over_limit`, or the grace in the matrix.',
};
