/** `period/differs`: copy states another length of a trial or of the grace period than the matrix. */
import { copyDirection, copyFix, type Rule } from './rule.ts';

export const periodDiffers: Rule = {
  id: 'period/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'copy' && (about.subject.kind === 'trial' || about.subject.kind === 'grace'),
  direction: copyDirection,
  says: ({ about }, { promised, seen }) =>
    `The ${about.subject.kind === 'grace' ? 'grace period' : 'trial'} lasts ${promised} in the matrix, and ${seen} here.`,
  fix: copyFix,
};
