/** `claim/guessed`: words that probably speak of a fact, and would say it wrong if they do. */
import { copyDirection, type Rule } from './rule.ts';

export const claimGuessed: Rule = {
  id: 'claim/guessed',
  level: 'note',
  takes: ({ guess }) => guess === true,
  direction: copyDirection,
  says: ({ about }, { subject, plans, promised, seen }) =>
    `This may say that ${subject} is ${seen}; by the matrix it is ${promised}${about.versions.length ? ` in ${plans}` : ''}.`,
  fix: (_, { promised }) =>
    `If that is meant, write ${promised}, and name the plan in the same sentence; if not, nothing is wrong here.`,
};
