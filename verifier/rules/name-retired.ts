/** `name/retired`: copy says a name that nothing bears any more. */
import type { Rule } from './rule.ts';

export const nameRetired: Rule = {
  id: 'name/retired',
  level: 'error',
  takes: ({ about }) => about.subject.kind === 'words' && about.subject.facet === 'retired_name',
  direction: () => 'contradiction',
  says: ({ about, document }) => `${document} says “${about.subject.key}”, a name that is no longer used.`,
  fix: (_, { promised }) => (promised === '“”' ? 'Take it out, or say that it is an old name.' : `Say ${promised}.`),
};
