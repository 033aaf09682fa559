/** `ignore/unexplained`: a sentence is left out of the check, and nobody says why. */
import type { Rule } from './rule.ts';

export const ignoreUnexplained: Rule = {
  id: 'ignore/unexplained',
  level: 'error',
  takes: ({ about }) => about.subject.kind === 'words' && about.subject.facet === 'ignored_without_reason',
  direction: () => 'contradiction',
  says: ({ document }) => `${document} leaves a sentence out of the check without a reason.`,
  fix: () => 'Write the reason: `<!-- planproof-ignore: why -->`.',
};
