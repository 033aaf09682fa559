/** `phrase/missing`: words that must stand in a document do not stand there. */
import type { Rule } from './rule.ts';

export const phraseMissing: Rule = {
  id: 'phrase/missing',
  level: 'error',
  takes: ({ about }) => about.subject.kind === 'words' && about.subject.facet === 'must_say',
  direction: () => 'unpublished',
  says: ({ about, document }) => `${document} has to say “${about.subject.key}”, and does not.`,
  fix: ({ document }, { promised }) => `Write ${promised} in ${document}; or take the document out of \`must_say\`.`,
};
