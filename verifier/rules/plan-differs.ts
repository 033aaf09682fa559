/** `plan/differs`: copy says that a plan holds everything in another, and it does not. */
import { copyDirection, copyFix, type Rule } from './rule.ts';

export const planDiffers: Rule = {
  id: 'plan/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'copy' && about.subject.kind === 'plan',
  direction: copyDirection,
  says: (_, { subject, plans }) =>
    `${plans} is said to hold everything in ${subject}, and lacks something of it in the matrix.`,
  fix: copyFix,
};
