/** `card/differs`: copy says that a trial asks for a card, or that it does not, and the matrix says otherwise. */
import { copyFix, type Rule } from './rule.ts';

export const cardDiffers: Rule = {
  id: 'card/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'copy' && about.subject.kind === 'trial' && about.subject.facet === 'card',
  direction: ({ value }) => (value.kind === 'excluded' ? 'over_promise' : 'under_promise'),
  says: ({ value, document }) =>
    value.kind === 'excluded'
      ? `${document} says that a trial starts without a card; in the matrix it asks for one.`
      : `${document} says that a trial asks for a card; in the matrix it does not.`,
  fix: copyFix,
};
