/** `price/differs`: copy states another price than the matrix. */
import { copyDirection, copyFix, type Rule } from './rule.ts';

export const priceDiffers: Rule = {
  id: 'price/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'copy' && about.subject.kind === 'price',
  direction: copyDirection,
  says: (_, { plans, promised, seen }) => `${plans} costs ${promised} in the matrix, and ${seen} here.`,
  fix: copyFix,
};
