/** `usage/differs`: one more was used, and what the product shows in use did not rise by one. */
import type { Rule } from './rule.ts';

export const usageDiffers: Rule = {
  id: 'usage/differs',
  level: 'error',
  takes: ({ kind, about }) => kind === 'enforced' && about.subject.kind === 'meter',
  direction: () => 'contradiction',
  says: (_, { subject, plans, promised, seen }) =>
    `${subject} of ${plans}: ${promised} more was used, and ${seen} more is shown.`,
  fix: () =>
    'Count where usage is shown by the rule that it is refused by; where events that came before are dropped, send `{unique}` in `record`.',
};
