/** `key/leaked`: copy shows the key or name of something internal, or of a marker without a running surface. */
import type { Rule } from './rule.ts';

export const keyLeaked: Rule = {
  id: 'key/leaked',
  level: 'error',
  takes: ({ about }) => about.subject.kind === 'words' && about.subject.facet === 'hidden',
  direction: () => 'over_promise',
  says: ({ about, document }) => `${document} shows “${about.subject.key}”, which customers should not read.`,
  fix: () => 'Take it out; or, if it is sold, make its audience public in the matrix.',
};
