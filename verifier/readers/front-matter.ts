/** A Markdown text goes in; the copy in its front matter, and where the body begins, come out. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Block } from '../claims/text.ts';
import { plainMap } from './plain-map.ts';
import type { Unread } from './read-blocks.ts';
import type { Piece, SourceText } from './source-text.ts';

export interface FrontMatter {
  /** Characters before the body. */
  skipped: number;
  blocks: Block[];
  unread: Unread[];
}

const YAML = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(?:\r?\n|(?<=\n))---[ \t]*(?:\r?\n|$)/;
/** Keys whose values publishers show as prose: themes, search results, link previews. */
const PROSE = ['description', 'summary', 'excerpt', 'subtitle', 'tagline', 'lead', 'abstract'];
const MOST_LENGTH = 100_000;

/** YAML between `---` lines at the head: `title` is the first heading, with its badge; descriptions are paragraphs apart. */
export function frontMatter(file: SourceText): FrontMatter {
  const match = YAML.exec(file.source.slice(0, MOST_LENGTH));
  if (!match) return { skipped: 0, blocks: [], unread: [] };
  const skipped = match[0].length;
  const reader = new KeyReader(file, match[1]!.length);
  const plain = plainMap(match[2]!);
  if (plain) return { skipped, blocks: reader.blocks(plain), unread: [] };
  const document = parseDocument(match[2]!, { lineCounter: new LineCounter(), strict: false, uniqueKeys: false });
  const [error] = document.errors;
  if (error) {
    const at = file.place(match[1]!.length + error.pos[0], match[1]!.length + error.pos[1]);
    return { skipped, blocks: [], unread: [{ reason: 'has front matter that is no YAML', at }] };
  }
  return { skipped, blocks: isMap(document.contents) ? reader.blocks(document.contents) : [], unread: [] };
}

class KeyReader {
  constructor(
    private readonly file: SourceText,
    /** Where the YAML begins in the file. */
    private readonly from: number,
  ) {}

  blocks(map: YAMLMap): Block[] {
    const title = this.#words(map.get('title', true));
    const sidebar = map.get('sidebar', true);
    const badge =
      this.#badge(map.get('badge', true)) ?? (isMap(sidebar) ? this.#badge(sidebar.get('badge', true)) : []);
    const heading = title && this.file.joined([title, ...(badge ?? [])]);
    const hero = map.get('hero', true);
    return [
      ...(heading ? [{ kind: 'heading' as const, depth: 1, text: heading, within: [] }] : []),
      ...this.#prose(map, PROSE),
      ...(isMap(hero) ? this.#hero(hero) : []),
    ];
  }

  /** Starlight's landing page. */
  #hero(hero: YAMLMap): Block[] {
    const actions = hero.get('actions', true);
    const said = isSeq(actions) ? actions.items.flatMap((one) => (isMap(one) ? this.#prose(one, ['text']) : [])) : [];
    return [...this.#prose(hero, ['title', 'tagline']), ...said];
  }

  #prose(map: YAMLMap, keys: readonly string[]): Block[] {
    return keys.flatMap((key): Block[] => {
      const piece = this.#words(map.get(key, true));
      return piece ? [{ kind: 'paragraph', text: this.file.folded([piece]), within: [], apart: true }] : [];
    });
  }

  /** "Audit log" with the badge "Pro" is shown as both, side by side. */
  #badge(node: unknown): Piece[] | undefined {
    const words = isMap(node) ? this.#words(node.get('text', true)) : this.#words(node);
    return words && [blank(' (', words.from), words, blank(')', words.to)];
  }

  #words(node: unknown): Piece | undefined {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.value.trim()) return undefined;
    const [from, to] = (node as Node).range ?? [0, 0];
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
    const head = node.type?.startsWith('BLOCK')
      ? (/^[^\n]*\n\s*/.exec(this.#written(from, to))?.[0].length ?? 0)
      : quoted;
    return { words: node.value.trimEnd(), from: this.from + from + head, to: this.from + to - quoted };
  }

  #written(from: number, to: number): string {
    return this.file.source.slice(this.from + from, this.from + to);
  }
}

function blank(words: string, at: number): Piece {
  return { words, from: at, to: at };
}
