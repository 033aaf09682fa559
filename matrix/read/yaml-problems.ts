/** A parsed YAML file goes in; why it is not YAML, in the words of who edits it, comes out. */
import type { YAMLError } from 'yaml';
import type { Unreadable } from './data.ts';
import { placeOfRange, type Source } from './source.ts';

export function yamlProblems(source: Source): Unreadable[] {
  return source.document.errors.map((error) => ({
    at: placeOfRange(source, error.pos[0], error.pos[1]),
    ...wording(error),
  }));
}

function wording({ code, message }: YAMLError): { found: string; write: string } {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { found: 'A tab indents this line.', write: 'spaces; YAML allows no tab there.' };
    case 'MULTIPLE_DOCS':
      return { found: 'A second document begins here.', write: 'one document, without this line.' };
    case 'RESOURCE_EXHAUSTION':
      return {
        found: 'Lists and maps stand too deep inside each other here.',
        write: 'a matrix, which is 6 levels deep.',
      };
    default: {
      const write = 'well-formed YAML; the mark shows where reading stopped.';
      return { found: `This is not YAML: ${message.replace(/\.?$/, '.')}`, write };
    }
  }
}
