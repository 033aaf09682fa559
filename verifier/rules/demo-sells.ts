/** `demo/sells`: a page of a public demo names plans, prices, trials, or what it must never say. */
import type { Rule } from './rule.ts';

export const demoSells: Rule = {
  id: 'demo/sells',
  level: 'error',
  takes: ({ kind, about }) =>
    kind === 'enforced' && about.subject.kind === 'gate' && about.subject.facet === 'demo_page',
  direction: () => 'contradiction',
  says: ({ about }, { seen }) => `The demo says ${seen} at ${about.subject.key}, where nothing is sold.`,
  fix: () => 'Leave it out where the demo is shown: visitors see what the product does, and nothing of what it costs.',
};
