/** `posture/differs`: an organisation above its limit stands elsewhere than it has to after that time. */
import type { Rule } from './rule.ts';

export const postureDiffers: Rule = {
  id: 'posture/differs',
  level: 'error',
  takes: ({ kind, about }) =>
    kind === 'enforced' && about.subject.kind === 'limit' && (about.subject.facet ?? '').startsWith('above for '),
  direction: ({ difference }) => (difference === 'less' ? 'over_promise' : 'contradiction'),
  says: ({ about }, { subject, plans, promised, seen }) =>
    `${subject} of ${plans}, ${about.subject.facet}, has to be shown as ${promised}, and is ${seen}.`,
  fix: () => 'Move it on after the time that is promised; or correct `over_limit` in the configuration.',
};
