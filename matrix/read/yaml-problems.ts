/** A parsed YAML file goes in; why it is not YAML, in the words of who edits it, comes out. */
import type { ErrorCode, YAMLError } from 'yaml';
import type { Unreadable } from './data.ts';
import { placeOfRange, type Source } from './source.ts';

export function yamlProblems(source: Source): Unreadable[] {
  const { warnings } = source.document;
  const errors = withoutEffects(source.document.errors);
  const told = [...errors, ...warnings.filter(({ code }) => REFUSED.has(code))].map((error) => ({
    at: placeOfRange(source, error.pos[0], error.pos[1]),
    ...wording(error, source.text.slice(...error.pos), /.*/.exec(source.text.slice(error.pos[0]))![0]),
  }));
  if (source.document.directives?.yaml.version === '1.1') return [olderYaml(source), ...told];
  const lone = told.length ? /\r(?!\n)/.exec(source.text) : null;
  return lone ? [loneReturn(source, lone.index), ...told] : told;
}

/** A tab breaks the structure of all lines around it, and what stands too deep that of all it stands in: each is told of as well. */
function withoutEffects(errors: readonly YAMLError[]): readonly YAMLError[] {
  const of = (code: ErrorCode) => errors.filter((error) => error.code === code);
  const [tabs, deep] = [of('TAB_AS_INDENT'), of('RESOURCE_EXHAUSTION').slice(0, 1)];
  return [tabs, deep, errors].find((some) => some.length) ?? [];
}

/** To the parser, it is a space; to who saved the file, it ended a line. */
function loneReturn(source: Source, index: number): Unreadable {
  const found = 'A carriage return stands here without a line feed, and ends no line.';
  return {
    at: placeOfRange(source, index, index + 1),
    found,
    write: 'the same text, saved with line breaks of Unix or Windows.',
  };
}

/** What the parser warns of, and then reads as if it did not stand there. */
const REFUSED = new Set<ErrorCode>(['TAG_RESOLVE_FAILED', 'BAD_COLLECTION_TYPE', 'BAD_DIRECTIVE']);

/** In YAML 1.1, `no` is false and `12:30` a number. */
function olderYaml(source: Source): Unreadable {
  const { 0: line = '', index = 0 } = /^%YAML[^\r\n]*/m.exec(source.text) ?? {};
  const found = 'This line asks for YAML 1.1, in which `no` and `12:30` are not text.';
  return { at: placeOfRange(source, index, index + line.length), found, write: 'YAML 1.2, without this line.' };
}

/** `words` is what the mark stands under, and `line` the rest of its line. */
function wording({ code, message }: YAMLError, words: string, line: string): { found: string; write: string } {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { found: 'A tab indents this line.', write: 'spaces; YAML allows no tab there.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (!/:(?:\s|$)/.test(line))
        return {
          found: 'The next line stands further in than this field, and reads as part of its value.',
          write: 'the fields of one map below each other, with the same spaces before them.',
        };
      return {
        found: 'A second `: ` in this line makes a map of what may be meant as text.',
        write: 'text with a colon in quotes, such as "Team: yearly"; or each field in a line of its own.',
      };
    case 'BLOCK_IN_FLOW':
      return {
        found: 'Between these brackets, a `: ` stands where no new entry has begun.',
        write: 'a comma between two entries; text with a colon in quotes.',
      };
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        found: 'This line has no `: `, and so reads as the beginning of the next one.',
        write: '`name: value`, with a space behind the colon.',
      };
    case 'BAD_SCALAR_START':
      return { found: `In YAML, no text begins with \`${words}\`.`, write: 'the whole text in quotes.' };
    case 'MULTIPLE_DOCS':
      return { found: 'A second document begins here.', write: 'one document, without this line.' };
    case 'RESOURCE_EXHAUSTION':
      return {
        found: 'Lists and maps stand too deep inside each other here.',
        write: 'a matrix, which is 6 levels deep.',
      };
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      if (!words.startsWith('!')) break;
      return { found: `The tag \`${words}\` is not read here.`, write: 'the value without it.' };
    case 'BAD_DIRECTIVE':
      return { found: 'A line that begins with `%` stands before the document.', write: 'the file without this line.' };
  }
  const write = 'well-formed YAML; the mark shows where reading stopped.';
  return { found: `This is not YAML: ${message.replace(/\.?$/, '.')}`, write };
}
