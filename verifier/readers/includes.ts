/** Where a document stands and what it asks for go in; the text of the file that it includes, or nothing, comes out. */
import type { FilePlace } from '../../matrix/types.ts';
import { type Block, mapTexts } from '../claims/text.ts';

/** The text of a file beside the documents that are read, by its path as theirs are shown; nothing where there is none. */
export type Beside = (path: string) => string | undefined;

export interface Included {
  path: string;
  text: string;
  /** For what it includes in turn. */
  includes: Includes;
}

/** Why the words of a file that is asked for are unread. */
export const NOT_INCLUDED = (written: string): string => `includes \`${written}\`, which could not be found beside it`;

/** Blocks of an included file stand in a container of their own, which the line that asks for it opens. */
export function includedBlocks(blocks: readonly Block[], via: FilePlace, within: readonly number[]): Block[] {
  return blocks.map((block) => ({
    ...mapTexts(block, (text) => ({ via, ...text })),
    within: [...within, ...block.within],
  }));
}

const MOST_DEEP = 5;
const MOST_FILES = 200;
const MOST_CHARACTERS = 2_000_000;

export class Includes {
  private constructor(
    private readonly beside: Beside,
    /** The document and what it is included by, outermost first. */
    private readonly open: readonly string[],
    private readonly left: { files: number; characters: number },
  ) {}

  /** Nothing where nobody can say what stands beside the document. */
  static of(path: string, beside: Beside | undefined): Includes | undefined {
    return beside && new Includes(beside, [path], { files: MOST_FILES, characters: MOST_CHARACTERS });
  }

  /** A path that begins with `/` counts from a folder above the document: which one, its publisher knows. */
  find(written: string): Included | undefined {
    const own = this.open.at(-1)!;
    if (this.open.length > MOST_DEEP) return undefined;
    for (const path of pathsOf(own, written.trim())) {
      if (this.open.includes(path) || this.left.files <= 0) continue;
      const text = this.beside(path);
      if (text === undefined || text.length > this.left.characters || text.includes('\0')) continue;
      this.left.files -= 1;
      this.left.characters -= text.length;
      return { path, text, includes: new Includes(this.beside, [...this.open, path], this.left) };
    }
    return undefined;
  }
}

function pathsOf(document: string, written: string): string[] {
  const folders = document.split('/').slice(0, -1);
  if (!/^[^\\:*?"<>|]+$/.test(written)) return [];
  const from = written.startsWith('/') ? folders.map((_, n) => folders.slice(0, n + 1)).concat([[]]) : [folders];
  return from.reverse().flatMap((folder) => joined(folder, written.split('/')) ?? []);
}

/** Nothing where it leads out of the folder that is looked at. */
function joined(folder: readonly string[], parts: readonly string[]): string | undefined {
  const path = [...folder];
  for (const part of parts) {
    if (part === '..' && path.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') path.push(part);
  }
  return path.join('/');
}
