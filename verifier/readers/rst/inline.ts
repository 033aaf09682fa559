/** The words of a paragraph in reStructuredText go in; the words that a page shows, in pieces with their places, come out. */
import { HOLE } from '../aligned.ts';
import { codeWords } from '../code-words.ts';
import type { Piece } from '../source-text.ts';

const INLINE = new RegExp(
  [
    String.raw`\x60\x60(?<literal>.+?)\x60\x60`,
    String.raw`:(?<role>[\w:+.-]+):\x60(?<said>(?:\\.|[^\x60\\])+)\x60`,
    String.raw`\x60(?<link>(?:\\.|[^\x60\\])+)\x60_{0,2}`,
    String.raw`\*\*(?<strong>\S(?:.*?\S)?)\*\*`,
    String.raw`(?<![\w*])\*(?<emphasis>[^\s*](?:[^*]*[^\s*])?)\*(?!\w)`,
    String.raw`(?<![\w|])\|(?<unknown>[^\s|](?:[^|\n]*[^\s|])?)\|_{0,2}(?!\w)`,
    String.raw`\[(?<note>#?[\w.-]+|\*)\]_`,
    String.raw`(?<escaped>\\.)`,
    String.raw`(?<named>(?<=\w)_{1,2}(?![\w_]))`,
  ].join('|'),
  'dgs',
);
/** Roles whose words are struck, or the name of something that is not shown by that name. */
const UNSHOWN = /^(?:del|strike|raw|cite|eq|numref|index)$/;
const BADGE = /^(?:bdg(?:-.*)?|badge|plan|tier)$/;
const CODE =
  /^(?:code|literal|command|file|kbd|envvar|option|samp|program|py:.*|class|func|meth|mod|attr|js:.*|c:.*|http:.*)$/;
const ADDRESS = /^(?:ref|doc|any|term|download|abbr|menuselection|guilabel)$/;

/** `at` is the offset of `words` in the file. What is substituted elsewhere is a hole. */
export function inlinePieces(words: string, at: number): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  const add = (said: string, from: number, to: number, told = false) => {
    if (said) pieces.push({ words: said, from: at + from, to: at + to, ...(told && { told }) });
  };
  for (const match of words.matchAll(INLINE)) {
    add(words.slice(end, match.index), end, match.index);
    end = match.index + match[0].length;
    const { literal, role, said, link, strong, emphasis, unknown, escaped } = match.groups!;
    const ranges = match.indices!.groups!;
    const inner = (name: string, value: string) => add(value, ...ranges[name]!);
    if (literal !== undefined) inner('literal', codeWords(literal));
    else if (role !== undefined) {
      for (const piece of roleWords(role, said!)) add(piece.words, ...shifted(piece, ranges.said![0]), piece.told);
    } else if (link !== undefined)
      for (const piece of titleOf(link)) add(piece.words, ...shifted(piece, ranges.link![0]));
    else if (strong !== undefined) inner('strong', strong);
    else if (emphasis !== undefined) inner('emphasis', emphasis);
    else if (unknown !== undefined) add(HOLE, match.index, end);
    else if (escaped !== undefined) add(escaped.slice(1).trim(), match.index + 1, end);
  }
  add(words.slice(end), end, words.length);
  return pieces;
}

function shifted({ from, to }: Piece, by: number): [number, number] {
  return [from + by, to + by];
}

function roleWords(role: string, said: string): Piece[] {
  const name = role.slice(role.lastIndexOf(':') + 1);
  const whole = { words: said, from: 0, to: said.length };
  if (UNSHOWN.test(name)) return [];
  if (CODE.test(role)) return [{ ...whole, words: codeWords(said.replace(/^[~!]/, '')), told: true }];
  const [title] = titleOf(said);
  // A bare target shows the title of what it leads to, which stands elsewhere.
  if (/^(?:ref|doc|any)$/.test(name) && title?.to === said.length) return [{ ...whole, words: HOLE }];
  if (BADGE.test(name))
    return [{ words: ' (', from: 0, to: 0 }, whole, { words: ')', from: said.length, to: said.length }];
  return ADDRESS.test(name) && title ? [title] : [whole];
}

/** "text" of "text <target>". */
function titleOf(link: string): Piece[] {
  const title = /^(.*?)\s*<[^<>]*>$/s.exec(link)?.[1] ?? link;
  return title ? [{ words: title, from: 0, to: title.length }] : [];
}
