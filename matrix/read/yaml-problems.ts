/** A parsed YAML file goes in; what keeps it from being plain data, in the words of who edits it, comes out. */
import { isScalar, type Node, visit, type YAMLError } from 'yaml';
import type { Problem } from '../problem.ts';
import { placeOfRange, type Source } from './source.ts';

type Unreadable = Pick<Problem, 'at' | 'found' | 'write'>;

/** One mistake can break all that follows; nobody reads more than the first few. */
const MOST = 10;

export function yamlProblems(source: Source): Unreadable[] {
  const syntax = source.document.errors.map((error) => ({
    at: placeOfRange(source, error.pos[0], error.pos[1]),
    ...wording(source, error),
  }));
  const all = syntax.length ? syntax : [...strayAliases(source), ...strangeKeys(source)];
  const seen = new Set<string>();
  return all
    .filter(({ at }) => !seen.has(`${at.line}:${at.column}`) && seen.add(`${at.line}:${at.column}`))
    .slice(0, MOST);
}

function wording(source: Source, { code, message, pos }: YAMLError): { found: string; write: string } {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { found: `The key \`${wordAt(source, pos[0])}\` stands twice in one map.`, write: 'each key once.' };
    case 'TAB_AS_INDENT':
      return { found: 'A tab indents this line.', write: 'spaces; YAML allows no tab there.' };
    case 'MULTIPLE_DOCS':
      return { found: 'A second document begins here.', write: 'one document, without this line.' };
    default: {
      const write = 'well-formed YAML; the mark shows where reading stopped.';
      return { found: `This is not YAML: ${message.replace(/\.?$/, '.')}`, write };
    }
  }
}

function wordAt(source: Source, offset: number): string {
  return /^[^\s:,{}[\]]*/.exec(source.text.slice(offset, offset + 100))![0];
}

/** An alias must follow its anchor, and must not stand inside it. */
function strayAliases(source: Source): Unreadable[] {
  const anchors = new Set<string>();
  const found: Unreadable[] = [];
  visit(source.document, {
    Node: (_key, node) => {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor);
    },
    Alias: (_key, alias, parents) => {
      const inside = parents.some((parent) => 'anchor' in parent && parent.anchor === alias.source);
      if (anchors.has(alias.source) && !inside) return;
      const words = inside
        ? `\`*${alias.source}\` stands inside what it stands for.`
        : `Nothing before \`*${alias.source}\` is marked \`&${alias.source}\`.`;
      found.push({ at: placeOfNode(source, alias), found: words, write: 'what it should stand for, in full.' });
    },
  });
  return found;
}

/** `{{ name }}` of a template that nobody filled in is, to YAML, a map as a key. */
function strangeKeys(source: Source): Unreadable[] {
  const found: Unreadable[] = [];
  visit(source.document, {
    Pair: (_key, { key }) => {
      if (isScalar(key) || key === null) return;
      found.push({
        at: placeOfNode(source, key as Node),
        found: 'This key is a map or a list, not a word.',
        write: 'a plain key; or quotes around text that begins with `{` or `[`.',
      });
    },
  });
  return found;
}

function placeOfNode(source: Source, node: Node): Problem['at'] {
  const [from, to] = node.range ?? [0, 1];
  return placeOfRange(source, from, to);
}
