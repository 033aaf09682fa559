/** `phrase/forbidden`: copy says what the matrix says never to say. */
import type { Rule } from './rule.ts';

export const phraseForbidden: Rule = {
  id: 'phrase/forbidden',
  level: 'error',
  takes: ({ about }) => about.subject.kind === 'words' && about.subject.facet === 'never_say',
  direction: () => 'contradiction',
  says: ({ about, document }) => `${document} says “${about.subject.key}”, which is not said.`,
  fix: (_, { promised }) => `Say ${promised}.`,
};
