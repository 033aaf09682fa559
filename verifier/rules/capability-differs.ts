/** `capability/differs`: copy says that a plan has what it lacks, or lacks what it has. */
import { copyDirection, copyFix, type Rule } from './rule.ts';

export const capabilityDiffers: Rule = {
  id: 'capability/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'copy' && about.subject.kind === 'capability',
  direction: copyDirection,
  says: (_, { subject, plans, promised, seen }) =>
    `${subject} is ${promised} in ${plans} by the matrix, and ${seen} here.`,
  fix: copyFix,
};
