/** `gate/refuses-differently`: a refusal that is right, answered with another status or code than declared. */
import type { Rule } from './rule.ts';

export const gateRefusesDifferently: Rule = {
  id: 'gate/refuses-differently',
  level: 'error',
  takes: ({ kind, about, difference }) =>
    kind === 'enforced' && about.subject.kind === 'capability' && difference === 'other',
  direction: () => 'contradiction',
  says: ({ document }, { promised, seen }) => `${document} is ${seen}, and should be ${promised}.`,
  fix: ({ document }, { promised }) =>
    `Answer as declared at ${document} (${promised}); or correct the gate in the matrix.`,
};
