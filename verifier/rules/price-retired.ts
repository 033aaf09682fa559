/** `price/retired`: copy asks a price again that the matrix has retired. */
import { copyFix, type Rule } from './rule.ts';

export const priceRetired: Rule = {
  id: 'price/retired',
  level: 'error',
  takes: ({ kind, about, retired }) => kind === 'copy' && about.subject.kind === 'price' && retired === true,
  direction: () => 'contradiction',
  says: (_, { plans, promised, seen }) => `${plans} costs ${promised} in the matrix; ${seen} is a retired price.`,
  fix: copyFix,
};
