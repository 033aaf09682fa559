/** `demo/reveals`: a public demo answers what is for customers only. */
import type { Rule } from './rule.ts';

export const demoReveals: Rule = {
  id: 'demo/reveals',
  level: 'error',
  takes: ({ kind, about }) => kind === 'enforced' && about.subject.kind === 'gate' && about.subject.facet === 'demo',
  direction: () => 'unenforced',
  says: ({ about }) => `The demo answers ${about.subject.key}, which it has to refuse.`,
  fix: () => 'Answer 404 there: a demo names what it shows, and everything else is not there.',
};
