/** `limit/differs`: copy states another amount, unit or period of a limit than the matrix. */
import { copyDirection, copyFix, type Rule } from './rule.ts';

export const limitDiffers: Rule = {
  id: 'limit/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'copy' && about.subject.kind === 'limit',
  direction: copyDirection,
  says: (_, { subject, plans, promised, seen }) =>
    `${subject} of ${plans} is ${promised} in the matrix, and ${seen} here.`,
  fix: copyFix,
};
