/** `ignore/unused`: what is left out of the check claims nothing. */
import type { Rule } from './rule.ts';

export const ignoreUnused: Rule = {
  id: 'ignore/unused',
  level: 'error',
  takes: ({ about }) => about.subject.kind === 'words' && about.subject.facet === 'ignored_nothing',
  direction: () => 'contradiction',
  says: ({ document }) => `${document} leaves out of the check what claims nothing.`,
  fix: () => 'Take the comment out, or put it right before the sentence that it is for.',
};
